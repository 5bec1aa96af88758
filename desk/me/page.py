"""You and your reminders: when I am away and who covers, how I hear, and my calendar."""

from django.shortcuts import render

from accounts.feeds import open_feed
from accounts.leave import leave_at
from accounts.photos import has_photo
from accounts.preferences import preference_of
from accounts.roles import CASE_STAFF, STAFF
from accounts.sessions import sessions_of
from accounts.working_hours import said, week_kept
from core import clock
from desk.me.hearing import heard_how
from door.page import page


@page(roles=STAFF)
def me(request):
    """Everything somebody keeps about themselves at the authority they act for."""
    kept = preference_of(request.who)
    leave = leave_at(request.who.authority_id, clock.today())
    mine = [one for one in leave if one.person_id == request.who.person_id]
    return render(
        request,
        "desk/me/me.html",
        {
            "mine": mine,
            "now": next((one for one in mine if one.begun), None),
            "hearing": heard_how(kept) if request.who.roles & CASE_STAFF else [],
            "works": said(week_kept(kept.hours)),
            "has_photo": has_photo(request.who.authority_id, request.who.person_id),
            "has_cases": bool(request.who.roles & CASE_STAFF),
            "feed": open_feed(request.who) if request.who.roles & CASE_STAFF else None,
            "places": sessions_of(request.who.person_id, here=request.session.session_key),
            "covering": [one for one in leave if one.cover_id == request.who.person_id],
        },
    )
