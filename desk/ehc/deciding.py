"""The decision whether to assess: written, put to a manager, sent back, made."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect

from accounts.away import case_staff
from cases.powers import MAY
from core import clock
from core.events import Event
from core.refusals import Refused
from desk.ehc.forms import BackForm, DecisionForm, WithdrawForm, as_written
from desk.ehc.shared import opened, posted, show
from door.page import page
from ehcp.actions.decide import propose, send_back, wanting, write
from ehcp.selectors import LIVE, may_decide, may_prepare, request_page
from ehcp.words import DecisionState, RequestState
from pathway.actions.advice import withdraw_assessment
from pathway.actions.decide_assessment import decide_assessment


@page(roles=MAY[Event.DECISION_WRITTEN])
def write_one(request, reference, key):
    """Kept as it stands, half done or whole. It decides nothing yet."""
    case, row, seen = _open(request, reference, key)
    if not may_prepare(request.who, case) or seen.decided == DecisionState.PROPOSED:
        raise Http404
    form = DecisionForm(
        posted(request), initial=as_written(seen.decision), people=case_staff(case.authority_id, clock.today()),
        called=case.child.called,
    )  # fmt: skip
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            write(key, form.written(), by=request.who, named=case.pk)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, "Kept. It decides nothing yet.")
            onward = "desk:ehc_propose" if request.POST.get("go_on") else "desk:ehc_request"
            return redirect(onward, reference=reference, key=key)
    theirs = seen.decision if refused and seen.decision else None
    return show(request, "write", case, refused=refused, form=form, seen=seen, theirs=theirs)


@page(roles=MAY[Event.DECISION_PROPOSED])
def propose_one(request, reference, key):
    """Shows what is wanting, and what the family would be sent; then a manager has it."""
    case, row, seen = _open(request, reference, key)
    if not may_prepare(request.who, case) or seen.decided != DecisionState.WRITING:
        raise Http404
    refused: tuple[str, ...] = ()
    if request.method == "POST":
        typed = request.POST.get("before", "")
        before = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else -1
        try:
            propose(key, by=request.who, before=before, named=case.pk)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, "A manager has it now, and decides. You can take it back until then.")
            return redirect("desk:ehc_request", reference=reference, key=key)
    missing, notice = wanting(case, row, seen.decision)
    return show(request, "propose", case, refused=refused, seen=seen, missing=missing, notice=notice)


@page(roles=MAY[Event.ASSESSMENT_REFUSED])
def decide(request, reference, key):
    """The second person reads everything, and decides so."""
    case, row, seen = _open(request, reference, key)
    if seen.decided != DecisionState.PROPOSED:
        raise Http404
    may = may_decide(request.who, seen.decision)
    refused: tuple[str, ...] = ()
    if request.method == "POST":
        try:
            made = decide_assessment(key, by=request.who, named=case.pk)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            said = "The council assesses." if made.assess else "The council does not assess."
            messages.success(request, f"Decided. {said} The family is written to today.")
            return redirect("desk:ehc_request", reference=reference, key=key)
    missing, notice = wanting(case, row, seen.decision)
    return show(request, "decide", case, refused=refused, seen=seen, may=may, missing=missing, notice=notice)


@page(roles=MAY[Event.DECISION_SENT_BACK])
def back(request, reference, key):
    """Back to its author, with what should be changed; or its author takes it back."""
    case, row, seen = _open(request, reference, key)
    own = seen.decision is not None and seen.decision.proposed_by == request.who.ref
    if seen.decided != DecisionState.PROPOSED or not (own or may_decide(request.who, seen.decision)):
        raise Http404
    form = BackForm(posted(request))
    if own:
        form.fields["because"].required = False
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            send_back(key, form.cleaned_data["because"], by=request.who, named=case.pk)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, "You have it back." if own else "Its author has it back.")
            return redirect("desk:ehc_request", reference=reference, key=key)
    return show(request, "back", case, refused=refused, form=form, seen=seen, own=own)


@page(roles=MAY[Event.ASSESSMENT_WITHDRAWN])
def withdraw_one(request, reference, key):
    """Whoever asked wants it no longer."""
    case, row = opened(request, reference, key)
    if row.state not in LIVE or not may_prepare(request.who, case):
        raise Http404
    form = WithdrawForm(posted(request))
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            withdraw_assessment(key, form.cleaned_data["because"], by=request.who, named=case.pk)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, "It is withdrawn. The family has a letter that says so.")
            return redirect("desk:ehc_request", reference=reference, key=key)
    return show(request, "withdraw", case, refused=refused, form=form, row=row)


def _open(request, reference, key):
    case, row = opened(request, reference, key)
    if row.state != RequestState.RECEIVED:
        raise Http404
    return case, row, request_page(case, row)
