"""Who was consulted and told, and what speaks for and against."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from cases.powers import MAY
from core.events import Event
from core.refusals import Refused
from desk.child.found import tried
from desk.ehc.forms import LIMBS, WHOMS, EvidenceForm, ToldForm
from desk.ehc.shared import opened, posted, show
from door.page import page
from ehcp.actions.prepare import keep_evidence, note_told, take_out
from ehcp.models import Telling
from ehcp.selectors import may_prepare, telling_of
from ehcp.words import RequestState
from pathway.known import known_about


@page(roles=MAY[Event.ASSESSMENT_TOLD])
def told(request, reference, key, whom):
    """One of those whom the law names."""
    if whom not in WHOMS:
        raise Http404
    case, row = _prepared(request, reference, key)
    chosen, kept = WHOMS[whom], telling_of(row, WHOMS[whom])
    form = ToldForm(posted(request), initial=_noted(kept), whom=chosen, called=case.child.called)
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        done, refused = tried(
            form,
            lambda: note_told(
                key, chosen, given["told_on"], given["how"], given.get("nobody_because", ""), by=request.who,
                named=case.pk,
            ),
        )  # fmt: skip
        if done:
            messages.success(request, "Noted.")
            return redirect("desk:ehc_request", reference=reference, key=key)
    return show(request, "told", case, refused=refused, form=form, row=row, whom=chosen)


@page(roles=MAY[Event.EVIDENCE_KEPT])
def evidence(request, reference, key, limb):
    """One more thing on one half of the test."""
    if limb not in LIMBS:
        raise Http404
    case, row = _prepared(request, reference, key)
    chosen, form = LIMBS[limb], EvidenceForm(posted(request))
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        done, refused = tried(form, lambda: keep_evidence(key, chosen, form.shown(), by=request.who, named=case.pk))
        if done:
            messages.success(request, "It is among the evidence.")
            return redirect("desk:ehc_request", reference=reference, key=key)
    words = chosen.words.format(child=case.child.called)
    known = known_about(request.who, case)
    return show(request, "evidence", case, refused=refused, form=form, row=row, words=words, known=known)


@page(roles=MAY[Event.EVIDENCE_KEPT])
@require_POST
def out(request, reference, key, evidence):
    """It is no part of the evidence any more."""
    case, _row = _prepared(request, reference, key)
    try:
        take_out(key, evidence, by=request.who, named=case.pk)
    except Refused as refusal:
        messages.error(request, " ".join(str(one) for one in refusal.reasons))
    else:
        messages.success(request, "It is taken out. History keeps that it was there.")
    return redirect("desk:ehc_request", reference=reference, key=key)


def _prepared(request, reference, key):
    case, row = opened(request, reference, key)
    if row.state != RequestState.RECEIVED or not may_prepare(request.who, case):
        raise Http404
    return case, row


def _noted(kept: Telling | None) -> dict:
    if kept is None:
        return {}
    return {"told_on": kept.told_on, "how": kept.how, "nobody_because": kept.nobody_because}
