"""What came of the work of a service, need by need. Whoever oversees every case reads each number; the service's own
team and those who plan read none from which a child could be told."""

from collections.abc import Sequence

from django.http import Http404
from django.shortcuts import render

from accounts.roles import CASE_STAFF
from cases.powers import COUNTERS, OVERSEERS
from core import clock
from door.page import page
from insight.suppression import SMALL, protect_row
from provision.asked import may_read_list
from provision.outcomes import counted
from provision.selectors import service_called
from provision.words import Came, WhyEnds

Shown = tuple[tuple[int | None, ...], int | None]
"""The numbers of one row, and how many they are together. None is hidden."""


@page(roles=CASE_STAFF | COUNTERS)
def outcomes(request, key):
    """Each need with how many children came to what, and why the work ended."""
    service = service_called(request.who, key)
    counts = bool(request.who.roles & COUNTERS)
    if not counts and not may_read_list(request.who, service):
        raise Http404
    exact = bool(request.who.roles & OVERSEERS)
    found = counted(service, clock.today())
    why, ended = _exact(found.why) if exact else _hidden(found.why)
    return render(
        request,
        "desk/services/outcomes.html",
        {
            "service": service, "exact": exact, "small": SMALL, "results": [one.words for one in Came],
            "rows": [(need, *(_exact(row) if exact else _hidden(row))) for need, row in found.by_need],
            "why": list(zip([one.words for one in WhyEnds], why, strict=True)), "ended": ended,
            "none": not any(found.why),
        },
    )  # fmt: skip


def _exact(row: Sequence[int]) -> Shown:
    return tuple(row), sum(row)


def _hidden(row: Sequence[int]) -> Shown:
    """Small numbers are hidden, and others beside them. Where everybody of a row stands in one place all are hidden:
    the number of them would tell of each. Rows are not added up, so that none is told by the others."""
    shown, total = protect_row(row)
    if sum(1 for count in row if count) == 1:
        return tuple(None for _count in row), total
    return shown, total
