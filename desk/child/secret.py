"""What somebody may not be told of: the one page it stands on. Each opening of it is recorded."""

from django.shortcuts import render

from accounts.roles import CASE_STAFF
from cases.earlier_seen import earlier
from cases.powers import may_do
from cases.secret_seen import PAGE, records_with_secrets, secrets
from cases.words import Part
from core.events import Event
from desk.child.found import child_of, frame
from door.page import page


@page(roles=CASE_STAFF)
def secret(request, reference):
    """Secret addresses, schools and people, and who may not be told."""
    case = child_of(request, reference, PAGE, part=Part.SECRET)
    references = {record.pk: record.reference for record in records_with_secrets(request.who, case)}
    return render(
        request,
        "desk/child/secret.html",
        frame(request, case)
        | {
            "secrets": secrets(request.who, case),
            "versions": earlier(references, secret=True),
            "may_change": may_do(request.who, Event.ADDRESS_KEPT),
            "may_answer": may_do(request.who, Event.BAR_ANSWERED),
        },
    )
