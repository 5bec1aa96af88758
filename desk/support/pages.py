"""The support of one child to read: every round, one round, and all of it on paper as evidence."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from accounts.roles import CASE_STAFF
from cases import sight
from cases.powers import MAY
from cases.selectors import case_called
from cases.words import Part
from core.events import Event
from core.refusals import Refused
from desk.support.shared import looked, opened, show
from door.page import page
from support.actions.begin import begin
from support.selectors import evidence_on, may_write
from support.words import CycleState


@page(roles=CASE_STAFF)
@require_safe
def rounds(request, reference):
    """Every round, and what they come to."""
    case = case_called(request.who, reference, part=Part.SUPPORT)
    looked(request, case)
    seen = evidence_on(request.who, case)
    is_open = any(one.state != CycleState.REVIEWED for one in seen.rounds)
    return show(request, "rounds", case, seen=seen, may_begin=may_write(request.who, case) and not is_open)


@page(roles=MAY[Event.SUPPORT_BEGUN])
@require_POST
def begin_one(request, reference):
    """Begins a round."""
    case = case_called(request.who, reference, part=Part.SUPPORT)
    if not may_write(request.who, case):
        raise Http404
    try:
        begun = begin(case.pk, by=request.who)
    except Refused as refusal:
        messages.error(request, " ".join(str(one) for one in refusal.reasons))
        return redirect("desk:support", reference=reference)
    messages.success(request, "It is begun. First write what is known, with the family.")
    return redirect("desk:support_round", reference=reference, key=begun.pk)


@page(roles=CASE_STAFF)
@require_safe
def one_round(request, reference, key):
    """One round, whole."""
    case, seen = opened(request, reference, key)
    may_contribute = sight.may_act(request.who, case)
    return show(
        request, "round", case, seen=seen, may_write=may_write(request.who, case), may_contribute=may_contribute
    )


@page(roles=CASE_STAFF)
@require_safe
def evidence(request, reference):
    """Every round on paper: what a request for an EHC needs assessment, or the family, takes along."""
    case = case_called(request.who, reference, part=Part.SUPPORT)
    looked(request, case)
    return show(request, "print", case, seen=evidence_on(request.who, case))
