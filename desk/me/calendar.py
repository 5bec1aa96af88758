"""My calendar: a private address that a calendar program reads, and what it reads there."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from accounts.feeds import make, open_feed, reader, revoke
from accounts.roles import CASE_STAFF
from cases.selectors import Owed, open_deadlines_of
from desk.me.sparing import may_try, note_wrong
from door.calendar_file import CONTENT_TYPE, Dated, calendar_file
from door.page import page
from door.words import long_date

MOST = 500
"""Deadlines in one file. Somebody with more than these works from the list, not from a calendar."""


@page(roles=CASE_STAFF)
def calendar(request):
    """What the address is for; makes one, or a new one in place of it, and shows it once."""
    feed = open_feed(request.who)
    if request.method != "POST":
        return render(request, "desk/me/calendar.html", {"feed": feed, "most": MOST})
    secret = make(request.who, instead_of=_key(request.POST.get("instead_of", "")))
    if secret is None:
        messages.info(request, "You have an address already. If you did not copy it, put a new one in its place.")
        return redirect("desk:calendar")
    address = settings.DESK_URL + reverse("desk:calendar_file", args=[secret])
    return render(request, "desk/me/calendar_made.html", {"address": address, "replaced": feed is not None})


@page(roles=CASE_STAFF)
def stop(request):
    """Asks whether the address should stop, and stops it."""
    feed = open_feed(request.who)
    if feed is None:
        return redirect("desk:calendar")
    if request.method != "POST":
        return render(request, "desk/me/calendar_stop.html", {"feed": feed})
    revoke(request.who)
    messages.success(request, "The address has stopped. Nobody can read your deadlines by it any more.")
    return redirect("desk:me")


@page(public=True)
@require_safe
def file(request, secret):
    """The deadlines of whoever the address belongs to. Programs cannot sign in: the address is the key."""
    if not may_try(request, secret):
        wait = render(request, "429.html", status=429)
        wait["Retry-After"] = "3600"
        return wait
    who = reader(secret)
    if who is None:
        note_wrong(request)
        raise Http404
    dated = [_dated(owed) for owed in open_deadlines_of(who, MOST)]
    content = calendar_file("SENDPath deadlines", dated, again_after=timedelta(hours=1))
    return HttpResponse(content, content_type=CONTENT_TYPE)


def _dated(owed: Owed) -> Dated:
    """A day in a calendar. It leaves the house: a duty and a reference, and nothing of the child."""
    lines = [
        f"Work to {long_date(owed.day)}.",
        f"Target {long_date(owed.due_strict)}. Last day {long_date(owed.due_ordinary)}.",
        f"Basis: {owed.basis}.",
    ]
    if owed.excused:
        lines.insert(0, "Excused: do it as soon as practicable.")
    return Dated(
        uid=f"{owed.uid}@sendpath",
        day=owed.day,
        title=f"{owed.what}, {owed.reference}",
        text="\n".join(lines),
        url=settings.DESK_URL + reverse("desk:case", args=[owed.reference]),
    )


def _key(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None
