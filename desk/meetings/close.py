"""A meeting is closed with what it leads to; and what the family says to the notes is taken down for them."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect

from cases.powers import MAY
from core.events import Event
from core.refusals import Refused
from desk.meetings.forms import Close, TakenDown
from desk.meetings.lists import notes_by_section
from desk.meetings.shared import looked, show
from door.page import page
from meetings.actions.reply import answer_notes
from meetings.guests import askers_on
from meetings.selectors import may_arrange, meeting_called, meeting_page
from pathway.actions.close_meeting import close_meeting


@page(roles=MAY[Event.MEETING_HELD])
def close_one(request, reference, key):
    """The views, the outcomes and their reasons; then the notes stand and what follows begins."""
    case, meeting = meeting_called(request.who, reference, key)
    looked(request, case)
    found = meeting_page(request.who, meeting)
    if not found.may_write or not may_arrange(request.who, case):
        raise Http404
    form = Close(
        request.POST if request.method == "POST" else None, askers=askers_on(case), called=case.child.called,
        earlier=bool(meeting.late_because),
    )  # fmt: skip
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        asked_by = form.cleaned_data.get("asked_by") or None
        try:
            close_meeting(
                key, form.ending(), by=request.who, asked_by=UUID(asked_by) if asked_by else None, named=case.pk
            )
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, "The notes stand, and what the meeting leads to has begun.")
            return redirect("desk:meeting", reference=reference, key=key)
    return show(request, "close", case, refused=refused, form=form, page=found, **notes_by_section(found))


@page(roles=MAY[Event.NOTES_ANSWERED] & MAY[Event.MEETING_HELD])
def taken_down(request, reference, key):
    """What somebody of the family said on the phone or face to face, with equal standing."""
    case, meeting = meeting_called(request.who, reference, key)
    looked(request, case)
    if meeting.state != "held":
        raise Http404
    form = TakenDown(request.POST if request.method == "POST" else None)
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            answer_notes(
                key, given["agrees"] == "yes", given["words"], by=request.who, name=given["name"], taken_down=True,
                named=case.pk,
            )  # fmt: skip
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, "It stands with the notes, in their words.")
            return redirect("desk:meeting", reference=reference, key=key)
    return show(request, "taken_down", case, refused=refused, form=form, key=key)
