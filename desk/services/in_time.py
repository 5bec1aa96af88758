"""Capacity, waiting, and the promise month by month, on a page; each number opens its list for those who may see it."""

from datetime import date

from django.http import Http404
from django.shortcuts import render

from accounts.roles import CASE_STAFF
from cases.powers import COUNTERS
from core import clock
from door.page import page
from insight.suppression import SMALL, protect
from provision.asked import listed, may_read_list
from provision.in_time import Kept, Room, months_of, room_of, share_of
from provision.selectors import service_called


@page(roles=CASE_STAFF | COUNTERS)
def in_time(request, key):
    """For the service's team and those who oversee every case; for those who plan, with small numbers hidden."""
    service = service_called(request.who, key)
    inside = may_read_list(request.who, service)
    if not inside and not request.who.roles & COUNTERS:
        raise Http404
    today = clock.today()
    months, room = months_of(service, today), room_of(service)
    shown = protect([month.counts for month in months])
    lines = []
    for month, counts in zip(months, shown.cells, strict=True):
        cells = month.counts if inside else counts
        whole = inside or None not in (*cells[:2],)
        lines.append((month.first, list(zip(Kept, cells, strict=True)), month.share if whole else None))
    of_all = [sum(month.count(kept) for month in months) for kept in Kept]
    whole = inside or None not in shown.columns[:2]
    return render(
        request,
        "desk/services/in_time.html",
        {
            "service": service, "lines": lines, "kinds": list(Kept), "inside": inside,
            "room": room, "hides": None if inside else _hidden(room), "small": SMALL,
            "share": share_of(of_all[0], of_all[1]) if whole else None,
            "rows": _list(request, months) if inside else None, "asked_for": _asked(request),
        },
    )  # fmt: skip


def _hidden(room: Room) -> dict[str, bool]:
    """Which of the numbers of today are too small to be shown outside the service."""
    return {"waiting": 0 < room.waiting < SMALL, "taken": 0 < room.taken < SMALL}


def _asked(request) -> tuple[date, Kept] | None:
    """The month and the kind whose list is asked for."""
    try:
        first = date.fromisoformat(f"{request.GET.get('month', '')}-01")
        return first, Kept(request.GET.get("of", ""))
    except ValueError:
        return None


def _list(request, months):
    asked = _asked(request)
    if asked is None:
        return None
    keys = next((month.requests.get(asked[1], ()) for month in months if month.first == asked[0]), ())
    return listed(request.who, keys)
