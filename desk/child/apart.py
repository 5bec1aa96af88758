"""What somebody may not be told of: the one page it stands on. Each opening of it is recorded."""

from django.shortcuts import render

from accounts.roles import CASE_STAFF
from cases.access import may_do
from cases.earlier_seen import earlier
from cases.kept_apart import PAGE, kept_apart, records_apart
from cases.words import Part
from core.events import Event
from desk.child.found import child_of, frame
from door.page import page


@page(roles=CASE_STAFF)
def apart(request, reference):
    """Secret addresses, schools and people, and who may not be told."""
    case = child_of(request, reference, PAGE, part=Part.KEPT_APART)
    references = {record.pk: record.reference for record in records_apart(request.who, case)}
    return render(
        request,
        "desk/child/apart.html",
        frame(request, case)
        | {
            "apart": kept_apart(request.who, case),
            "versions": earlier(references, secret=True),
            "may_change": may_do(request.who, Event.ADDRESS_KEPT),
            "may_answer": may_do(request.who, Event.BAR_ANSWERED),
        },
    )
