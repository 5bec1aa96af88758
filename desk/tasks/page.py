"""One thing to do: what it is, who has it, that it is done, and that this was a mistake."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from cases import sight
from cases.actions.tasks import ask_after, open_again, take_on
from cases.concerns import concerns_seen
from cases.powers import MAY
from cases.task_kinds import TaskKind
from cases.tasks_seen import may_ask_after, task_called
from core.events import Event
from core.refusals import Refused
from desk.tasks.forms import Done, TakeOn
from door.page import page
from ehcp.selectors_advice import asked_by_task
from ledger import looking
from pathway.actions.go_to_social_care import finish_task
from referrals.selectors import referral_seen


@page(roles=MAY[Event.TASK_DONE])
def task(request, reference, key):
    """What is to be done and the form that ends it."""
    case, found = _found(request, reference, key)
    sent = request.POST if request.method == "POST" and found.is_open and found.may_change else None
    form = Done(sent, task=found)
    refused: tuple[str, ...] = ()
    if sent is not None and form.is_valid():
        given = {name: form.cleaned_data.get(name, "") for name in ("reference", "outcome", "note")}
        try:
            finish_task(key, by=request.who, named=case.pk, **given)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, f"Done: {found.what}.")
            return redirect("desk:task", reference=reference, key=key)
    return _show(request, case, found, form=form, refused=refused)


@page(roles=MAY[Event.TASK_TAKEN_ON])
@require_POST
def have_it(request, reference, key):
    """Somebody says that they have it."""
    case, found = _found(request, reference, key)
    until = TakeOn(request.POST) if found.kind == TaskKind.CAFA else None
    if until is not None and not until.is_valid():
        return _show(request, case, found, until=until)
    try:
        take_on(key, by=request.who, until=until and until.cleaned_data["until"], named=case.pk)
    except Refused as refusal:
        return _show(request, case, found, until=until, refused=refusal.reasons)
    messages.success(request, "You have it. Those who gave it to you see that.")
    return redirect("desk:task", reference=reference, key=key)


@page(roles=MAY[Event.TASK_ASKED_AFTER])
@require_POST
def ask(request, reference, key):
    """Whoever has it is asked how it goes."""
    case, found = _found(request, reference, key)
    try:
        ask_after(key, by=request.who, named=case.pk)
    except Refused as refusal:
        return _show(request, case, found, refused=refusal.reasons)
    messages.success(request, f"{found.whose} is asked how it goes.")
    return redirect("desk:task", reference=reference, key=key)


@page(roles=MAY[Event.TASK_REOPENED])
@require_POST
def again(request, reference, key):
    """It was ticked off by mistake."""
    case, found = _found(request, reference, key)
    try:
        open_again(key, by=request.who, named=case.pk)
    except Refused as refusal:
        return _show(request, case, found, refused=refusal.reasons)
    messages.success(request, "It is to be done again. What was entered before is still here.")
    return redirect("desk:task", reference=reference, key=key)


def _found(request, reference, key):
    case, found = task_called(request.who, reference, key)
    looking.note(authority=case.authority_id, case_ref=case.pk, actor_ref=request.who.ref, page="something to do")
    return case, found


def _show(request, case, found, *, form=None, until=None, refused: tuple[str, ...] = ()):
    hidden = found.kind.hidden
    return render(
        request,
        "desk/tasks/task.html",
        {
            "case": case, "referral": referral_seen(request.who, case), "task": found,
            "form": form or Done(initial={"reference": found.record, "note": found.note}, task=found),
            "until": until or (TakeOn() if found.kind == TaskKind.CAFA else None),
            "concerns": concerns_seen([case.pk], sight.parts_open_to(request.who, case)) if hidden else [],
            "advice": asked_by_task(found.key) if found.is_open and found.kind == TaskKind.ACTION else None,
            "may_ask_after": found.is_open and may_ask_after(request.who, found.key),
            "refused": refused, "title_error": bool(refused) or bool(until and until.errors),
        },
        status=409 if refused else 200,
    )  # fmt: skip
