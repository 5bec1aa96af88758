"""Giving somebody something to do on a case, by a day."""

from uuid import UUID

from django.contrib import messages
from django.shortcuts import redirect, render

from accounts.away import colleagues
from cases.actions.tasks import agree_action
from cases.powers import MAY
from cases.selectors import case_called
from core import clock
from core.events import Event
from core.refusals import Refused
from desk.tasks.forms import Agree
from door.page import page
from ledger import looking
from referrals.selectors import referral_seen


@page(roles=MAY[Event.TASK_SET])
def agree(request, reference):
    """What, who, by when."""
    case = case_called(request.who, reference)
    looking.note(authority=case.authority_id, case_ref=case.pk, actor_ref=request.who.ref, page="something to do")
    people = colleagues(case.authority_id, clock.today())
    form = Agree(request.POST if request.method == "POST" else None, people=people)
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            task = agree_action(case.pk, given["title"], UUID(given["person"]), given["due_on"], by=request.who)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, f"{task.person.name} is told, and sees {case.child.called}’s case.")
            return redirect("desk:case", reference=reference)
    return render(
        request,
        "desk/tasks/agree.html",
        {
            "case": case, "referral": referral_seen(request.who, case), "form": form, "refused": refused,
            "title_error": bool(refused),
        },
        status=409 if refused else 200,
    )  # fmt: skip
