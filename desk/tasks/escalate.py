"""Asking a manager to look at a case that worries somebody."""

from uuid import UUID

from django.contrib import messages
from django.shortcuts import redirect, render

from accounts.selectors import jobs_of
from cases.actions.escalate import escalate as ask_a_manager
from cases.actions.escalate import managers
from cases.powers import MAY
from cases.selectors import case_called
from core.events import Event
from core.refusals import Refused
from desk.tasks.forms import Escalate
from door.page import page
from ledger import looking
from referrals.selectors import referral_seen


@page(roles=MAY[Event.TASK_SET])
def escalate(request, reference):
    """What worries them, who is asked, and by when they want an answer."""
    case = case_called(request.who, reference)
    looking.note(authority=case.authority_id, case_ref=case.pk, actor_ref=request.who.ref, page="ask a manager")
    people = managers(case, but=request.who.person_id)
    jobs = jobs_of(case.authority_id, [one.pk for one in people])
    form = Escalate(request.POST if request.method == "POST" else None, people=[(one, jobs[one.pk]) for one in people])
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            task = ask_a_manager(case.pk, UUID(given["person"]), given["because"], int(given["within"]), by=request.who)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, f"{task.person.name} is asked, and you are told when they answer.")
            return redirect("desk:task", reference=reference, key=task.pk)
    about = {
        "case": case, "referral": referral_seen(request.who, case), "form": form, "refused": refused,
        "nobody": not people, "title_error": bool(refused),
    }  # fmt: skip
    return render(request, "desk/tasks/escalate.html", about, status=409 if refused else 200)
