"""Entering leave, changing it, coming back and taking it out: one's own, and a manager's for anybody."""

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.shortcuts import redirect, render

from accounts.away import colleagues, staff
from accounts.leave import as_away, weighed
from accounts.models import Absence
from accounts.roles import STAFF
from accounts.rules import Away, against_ending, against_taking_out
from cases.actions.staff import absence as acts
from cases.powers import ENTERS_LEAVE_FOR_OTHERS
from core import clock
from core.refusals import Refused
from desk.me.forms import NOBODY, LeaveForm, SomebodysLeaveForm
from door.page import page
from door.words import span

KNOWN = "known"
"""The field that carries the warnings a person has read: pressing again with the same ones saves."""


@page(roles=STAFF)
def enter(request):
    """My own leave."""
    form = LeaveForm(_sent(request), may_cover=_may_cover(request).exclude(pk=request.who.person_id))
    return _leave_page(request, form, partial(acts.enter, by=request.who))


@page(roles=ENTERS_LEAVE_FOR_OTHERS)
def enter_for(request):
    """A colleague's leave: people fall ill."""
    people = staff(request.who.authority_id, clock.today())
    form = SomebodysLeaveForm(_sent(request), may_cover=_may_cover(request), people=people)
    return _leave_page(request, form, partial(acts.enter, by=request.who), others=True)


@page(roles=STAFF)
def change(request, key):
    """Changes leave that is going on or to come."""
    absence = acts.called(key, request.who)
    form = LeaveForm(
        _sent(request),
        may_cover=_may_cover(request).exclude(pk=absence.person_id),
        initial={
            "since": absence.since,
            "until": absence.until,
            "unknown": absence.until is None,
            "cover": str(absence.cover_id or NOBODY),
        },
    )
    return _leave_page(request, form, partial(acts.change, key, by=request.who), absence=absence)


@page(roles=STAFF)
def come_back(request, key):
    """Asks whether somebody is back, says what follows, and ends the leave."""
    return _sure(request, key, "desk/me/come_back.html", against_ending, acts.come_back)


@page(roles=STAFF)
def take_out(request, key):
    """Asks whether leave that has not begun should be taken out, and takes it out."""
    return _sure(request, key, "desk/me/take_out.html", against_taking_out, acts.take_out)


def _leave_page(
    request, form: LeaveForm, act: Callable[[Away], Absence], *, others: bool = False, absence: Absence | None = None
):
    """The form; once more, when something should be known about the cover; then back to the page it came from."""
    warned: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        wanted = form.wanted(absence.person_id if absence else request.who.person_id)
        found = weighed(wanted, request.who.authority_id, clock.today(), but=absence and absence.pk)
        form.refuse(found.against)
        warned = found.warnings if request.POST.get(KNOWN) != "".join(found.warnings) else ()
        if not form.errors and not warned and (kept := _kept(act, wanted, form)):
            messages.success(request, _is_in(request, kept))
            return _back_to(request, kept.person_id)
    return render(
        request,
        "desk/me/leave.html",
        {
            "form": form,
            "absence": absence,
            "others": others,
            "own": absence is None or absence.person_id == request.who.person_id,
            "warned": warned,
            "known": "".join(warned),
        },
    )


def _kept(act: Callable[[Away], Absence], wanted: Away, form: LeaveForm) -> Absence | None:
    try:
        return act(wanted)
    except Refused as refusal:  # somebody else's leave came in a moment ago
        form.refuse(refusal.reasons)
        return None


def _sure(request, key, template: str, against: Callable, act: Callable):
    absence = acts.called(key, request.who)
    if request.method == "POST":
        act(key, by=request.who)
        return _back_to(request, absence.person_id)
    if why := against(as_away(absence), clock.today()):
        raise Refused(*why)
    own = absence.person_id == request.who.person_id
    return render(request, template, {"absence": absence, "days": span(absence.since, absence.until), "own": own})


def _is_in(request, absence: Absence) -> str:
    whose = "Your leave" if absence.person_id == request.who.person_id else f"{absence.person.name}’s leave"
    return f"{whose} is in: {span(absence.since, absence.until)}."


def _back_to(request, person):
    return redirect("desk:me" if person == request.who.person_id else "desk:teams")


def _may_cover(request):
    return colleagues(request.who.authority_id, clock.today())


def _sent(request):
    return request.POST if request.method == "POST" else None
