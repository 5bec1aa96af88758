"""A meeting is called, entered after it was held, moved, or cancelled."""

from datetime import date

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect

from cases.powers import MAY
from cases.selectors import case_called
from core.events import Event
from core.refusals import Refused
from desk.meetings.forms import Call, Change, Earlier
from desk.meetings.shared import looked, show
from desk.meetings.times import first_wish, look_for_times
from door.page import page
from door.words import long_date
from meetings.actions.call import call, cancel, enter_earlier, move
from meetings.guests import guests_of, known_on
from meetings.selectors import may_arrange, meeting_called
from meetings.words import MeetingKind
from statute.calendar import is_working_day
from talking.selectors import wishes_on


@page(roles=MAY[Event.MEETING_CALLED])
def new(request, reference):
    """When, where, what for, and who is asked."""
    case = _carried(request, reference)
    known = known_on(request.who, case)
    wishes = wishes_on(case)
    first = {"kind": MeetingKind.MAM.value, "guests": [one.value for one in known], **first_wish(wishes)}
    form = Call(request.POST if request.method == "POST" else None, known=known, initial=first)
    refused: tuple[str, ...] = ()
    looks = look_for_times(request, form, case, wishes)
    if not looks and form.is_bound and form.is_valid():
        try:
            made = call(case.pk, form.wanted(), form.asked(), by=request.who, anyway=form.cleaned_data["anyway"])
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, f"The meeting is arranged, and those you ticked are asked.{_but(made.held_on)}")
            return redirect("desk:meeting", reference=reference, key=made.pk)
    return show(request, "arrange", case, refused=refused, form=form, what="new", wishes=wishes, looks=looks)


@page(roles=MAY[Event.MEETING_ENTERED])
def earlier(request, reference):
    """One that was held before: it stands in the history on its own day, and its notes can be written."""
    case = _carried(request, reference)
    form = Earlier(request.POST if request.method == "POST" else None, known=known_on(request.who, case))
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        late = form.cleaned_data["late_because"]
        try:
            made = enter_earlier(case.pk, form.wanted(), late, form.asked(), by=request.who)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, "Entered. Write what is known of it, say who came, and close it.")
            return redirect("desk:meeting", reference=reference, key=made.pk)
    return show(request, "arrange", case, refused=refused, form=form, what="earlier")


@page(roles=MAY[Event.MEETING_MOVED])
def change(request, reference, key):
    """Another day, time or place; everybody asked is told."""
    case, meeting = _planned(request, reference, key)
    names = ("kind", "held_on", "begins_at", "lasts", "mode", "place", "about")
    form = Change(
        request.POST if request.method == "POST" else None, initial={name: getattr(meeting, name) for name in names}
    )
    refused: tuple[str, ...] = ()
    wishes = wishes_on(case)
    looks = look_for_times(request, form, case, wishes, guests_of(meeting), but=meeting)
    if not looks and form.is_bound and form.is_valid():
        try:
            move(key, form.wanted(), by=request.who, anyway=form.cleaned_data["anyway"], named=case.pk)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            moved_to = form.cleaned_data["held_on"]
            messages.success(request, f"Changed. Everybody who is asked gets a letter about it.{_but(moved_to)}")
            return redirect("desk:meeting", reference=reference, key=key)
    return show(
        request, "arrange", case, refused=refused, form=form, what="change", key=key, wishes=wishes, looks=looks
    )


@page(roles=MAY[Event.MEETING_CANCELLED])
def cancel_one(request, reference, key):
    """Asks once, then it is not held."""
    case, meeting = _planned(request, reference, key)
    refused: tuple[str, ...] = ()
    if request.method == "POST":
        try:
            cancel(key, by=request.who, named=case.pk)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, "The meeting is cancelled. Everybody who was asked is told.")
            return redirect("desk:meetings", reference=reference)
    return show(request, "cancel", case, refused=refused, meeting=meeting)


def _but(day: date) -> str:
    """What to say of a day on which most people do not work: it may be what the family wants."""
    return "" if is_working_day(day) else f" {long_date(day)} is no working day: change it if that was not meant."


def _planned(request, reference, key):
    case, meeting = meeting_called(request.who, reference, key)
    looked(request, case)
    if meeting.state != "planned" or not may_arrange(request.who, case):
        raise Http404
    return case, meeting


def _carried(request, reference):
    case = case_called(request.who, reference)
    looked(request, case)
    if not may_arrange(request.who, case):
        raise Http404
    return case
