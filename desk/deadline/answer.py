"""A manager answers a reason, and whoever may take it back does so."""

from django.contrib import messages
from django.shortcuts import redirect, render

from accounts.roles import CASE_STAFF
from cases.actions import excuse as acts
from cases.one_deadline import ExcuseSeen, excuses_of, may_read_excuses
from cases.powers import APPROVERS
from core.refusals import NotAllowed, Refused
from desk.deadline.forms import Answer, TakeBack
from desk.deadline.found import Found, found
from documents.selectors import documents_of
from door.page import page

SURE, BACK = "sure", "back"
"""The two buttons of the page that shows what agreeing does."""


@page(roles=APPROVERS)
def answer(request, reference, key, excuse):
    """Shows the reason whole; takes a no with why, or shows what a yes does before it takes that."""
    one = found(request.who, reference, key, page="a reason for being late")
    reason = _reason(request.who, one, excuse)
    sent = request.POST if request.method == "POST" else None
    form = Answer(sent)
    if sent is None or BACK in sent or not form.is_valid():
        return _show(request, "answer", one, reason, form)
    agreed, words = form.cleaned_data["agreed"] == "yes", form.cleaned_data["words"]
    if agreed and SURE not in sent and reason.waits and not reason.own:
        return _show(request, "sure", one, reason, form)
    try:
        acts.answer(excuse, agreed, words, by=request.who, named=one.case.pk)
    except Refused as refusal:
        return _show(request, "answer", one, reason, form, refused=refusal.reasons)
    said = "You agreed. The date stays, and our own day is chased." if agreed else "You did not agree. Nothing changes."
    messages.success(request, said)
    return redirect("desk:deadline", reference=reference, key=key)


@page(roles=CASE_STAFF)
def take_back(request, reference, key, excuse):
    """Its author takes a waiting reason back; a manager ends an agreed one."""
    one = found(request.who, reference, key, page="a reason for being late")
    reason = _reason(request.who, one, excuse)
    sent = request.POST if request.method == "POST" else None
    form = TakeBack(sent)
    if sent is None or not form.is_valid():
        return _show(request, "take_back", one, reason, form)
    try:
        acts.withdraw(excuse, form.cleaned_data["words"], by=request.who, named=one.case.pk)
    except Refused as refusal:
        return _show(request, "take_back", one, reason, form, refused=refusal.reasons)
    messages.success(request, "The reason is ended." if reason.stands else "The reason is taken back.")
    return redirect("desk:deadline", reference=reference, key=key)


def _reason(who, one: Found, key) -> ExcuseSeen:
    """The reason, for those who may read such; otherwise as if there were none."""
    if not may_read_excuses(who, one.case):
        raise NotAllowed("a part not open to them")
    for each in excuses_of(who, one.deadline):
        if each.key == key:
            return each
    raise NotAllowed("no such reason here")


def _show(request, name: str, one: Found, reason: ExcuseSeen, form, *, refused: tuple[str, ...] = ()):
    evidence = {file.pk: file for file in documents_of(request.who, one.case) if file.pk == reason.evidence_file}
    return render(
        request,
        f"desk/deadline/{name}.html",
        one.context()
        | {
            "reason": reason,
            "evidence": evidence,
            "form": form,
            "given": getattr(form, "cleaned_data", {}),
            "refused": refused,
            "title_error": bool(refused),
        },
        status=409 if refused else 200,
    )
