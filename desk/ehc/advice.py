"""Advice for an assessment: what was sought under each letter, somebody asked, earlier advice served, the family's own
written down."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from accounts.away import case_staff
from accounts.roles import CASE_HOLDERS
from cases.company import partners_on
from cases.powers import MAY
from core import clock
from core.events import Event
from desk.child.found import tried
from desk.ehc.advice_forms import AskForm, OwnForm, ReuseForm
from desk.ehc.shared import opened, posted, show
from door.page import page
from ehcp.actions.advice import give_own, reuse
from ehcp.selectors import may_prepare
from ehcp.selectors_advice import advice_on
from ehcp.words import OF_FAMILY, Adviser, RequestState
from pathway.actions.advice import ask_for_advice

LETTERS = {adviser.value: adviser for adviser in Adviser}


@page(roles=CASE_HOLDERS)
@require_safe
def every(request, reference, key):
    """Letter by letter: asked whom, by when, and what is here."""
    case, row = _agreed(request, reference, key)
    letters = advice_on(case, row)
    given = {"missing": [one for one in letters if one.is_missing], "letters": letters}
    return show(request, "advice", case, row=row, may_write=may_prepare(request.who, case), **given)


@page(roles=MAY[Event.ADVICE_ASKED])
def ask(request, reference, key, letter):
    """Somebody is asked."""
    case, row, adviser = _under(request, reference, key, letter)
    first = {"received_on": clock.today(), "binds": adviser == Adviser.MEDICAL}
    form = AskForm(posted(request), initial=first, people=case_staff(case.authority_id, clock.today()))
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        done, refused = tried(form, lambda: ask_for_advice(key, form.asked(adviser), by=request.who, named=case.pk))
        if done:
            messages.success(request, "They are asked, and their six weeks count.")
            return redirect("desk:ehc_advice", reference=reference, key=key)
    return show(request, "advice_ask", case, refused=refused, form=form, row=row, adviser=adviser)


@page(roles=MAY[Event.ADVICE_REUSED])
def earlier(request, reference, key, letter):
    """Earlier advice serves, where all three agree."""
    case, row, adviser = _under(request, reference, key, letter)
    form = ReuseForm(posted(request))
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        done, refused = tried(
            form, lambda: reuse(key, adviser, given["which"], form.agreed(), by=request.who, named=case.pk)
        )
        if done:
            messages.success(request, "Noted: earlier advice serves.")
            return redirect("desk:ehc_advice", reference=reference, key=key)
    return show(request, "advice_reuse", case, refused=refused, form=form, row=row, adviser=adviser)


@page(roles=MAY[Event.ADVICE_ASKED])
def own(request, reference, key):
    """What somebody of the family said on the telephone, on paper or face to face counts as much as what they type."""
    case, row = _written(request, reference, key)
    people = partners_on(case)
    form = OwnForm(posted(request), called=case.child.called, people=[(str(one.key), one.name) for one in people])
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        whose = next(one for one in people if one.key == UUID(form.cleaned_data["whose"]))
        said = {name: form.cleaned_data[name] for name in OF_FAMILY}
        done, refused = tried(
            form,
            lambda: give_own(
                key, said, by=request.who, carer=whose.carer, around=whose.around, named=case.pk, took_down=True
            ),
        )
        if done:
            messages.success(request, "It is among the advice, as theirs.")
            return redirect("desk:ehc_advice", reference=reference, key=key)
    return show(request, "advice_own", case, refused=refused, form=form, row=row)


def _agreed(request, reference, key):
    case, row = opened(request, reference, key)
    if row.state != RequestState.AGREED:
        raise Http404
    return case, row


def _written(request, reference, key):
    case, row = _agreed(request, reference, key)
    if not may_prepare(request.who, case):
        raise Http404
    return case, row


def _under(request, reference, key, letter):
    if letter not in LETTERS or LETTERS[letter] == Adviser.FAMILY:
        raise Http404
    return *_written(request, reference, key), LETTERS[letter]
