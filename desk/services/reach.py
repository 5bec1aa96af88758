"""How much of a service goes to children with priority. Whoever oversees every case reads each number; the
service's own team and those who plan read none from which a child could be told."""

from collections.abc import Sequence

from django.http import Http404
from django.shortcuts import render

from accounts.roles import CASE_STAFF
from cases.marker_words import Marker, open_kinds
from cases.powers import COUNTERS, OVERSEERS
from cases.words import Part
from core import clock
from door.page import page
from insight.suppression import SMALL, protect, protect_row
from provision.asked import may_read_list
from provision.reach import Pair, Reach, reach_of
from provision.selectors import service_called

Shown = tuple[int | None, int | None, int | None]
"""How many with priority, of how many, and how many in a hundred. None is hidden."""


@page(roles=CASE_STAFF | COUNTERS)
def reach(request, key):
    """The share of requests and of those taken on, beside the share of all children on the case list."""
    service = service_called(request.who, key)
    counts = bool(request.who.roles & COUNTERS)
    if not counts and not may_read_list(request.who, service):
        raise Http404
    exact = bool(request.who.roles & OVERSEERS)
    kinds = list(Marker) if exact or counts else open_kinds([Part.CIRCUMSTANCES])
    found = reach_of(service, kinds, clock.today())
    lines = zip(
        ("Requests passed on in the last 12 months", "Of these, taken on", "Children with an open case today"),
        _exact(found) if exact else _hidden(found), strict=True,
    )  # fmt: skip
    by_kind = [(kind.words, *found.kinds[kind]) for kind in kinds] if exact else []
    return render(
        request,
        "desk/services/reach.html",
        {
            "service": service, "lines": list(lines), "exact": exact, "small": SMALL, "by_kind": by_kind,
            "kinds": [kind.words for kind in kinds],
        },
    )  # fmt: skip


def _share(marked: int, plain: int) -> int | None:
    return marked * 100 // (marked + plain) if marked + plain else None


def _exact(found: Reach) -> list[Shown]:
    return [(pair[0], sum(pair), _share(*pair)) for pair in (found.asked, found.taken, found.listed)]


def _hidden(found: Reach) -> list[Shown]:
    """The same, with small numbers hidden. Where everybody of a group is marked all are hidden too: the size of the
    group would tell of each of its children."""
    table = protect([found.taken, found.others])
    listed, total = protect_row(found.listed)
    all_marked = _tells([found.taken, found.others, found.asked])
    asked = (None, None) if all_marked else (table.columns[0], table.columns[1])
    taken = (None, None) if all_marked else table.cells[0]
    return [
        _of(asked, table.total),
        _of(taken, table.rows[0]),
        _of((None, None) if _tells([found.listed]) else listed, total),
    ]


def _tells(pairs: Sequence[Pair]) -> bool:
    return any(marked and not plain for marked, plain in pairs)


def _of(pair: Sequence[int | None], total: int | None) -> Shown:
    marked, plain = pair
    if marked is None or plain is None:
        return None, total, None
    return marked, marked + plain, _share(marked, plain)
