"""How much of what was owed was done in time."""

from django.http import Http404
from django.shortcuts import render

from cases.powers import OVERSEERS
from core import clock
from door.page import page
from insight.rules import Kind, since
from insight.selectors import behind, timeliness
from statute.timetable import codes, duty

PERIODS = [("3", "The last 3 months"), ("12", "The last 12 months"), ("36", "The last 3 years")]


def _months(request) -> str:
    asked = request.GET.get("months", "")
    return asked if asked in dict(PERIODS) else "12"


@page(roles=OVERSEERS)
def report(request):
    """Each duty, expected and actual, with every figure opening its list."""
    months = _months(request)
    begun_from = since(int(months), clock.today())
    lines = timeliness(request.who, begun_from)
    settled = sum(line.settled for line in lines)
    in_time = sum(line.in_time for line in lines)
    return render(
        request,
        "insight/timeliness.html",
        {
            "lines": [(line, [(kind, line.counts[kind]) for kind in Kind]) for line in lines],
            "kinds": list(Kind),
            "begun_from": begun_from,
            "months": months,
            "settled": settled,
            "in_time": in_time,
            "filters": [{"name": "months", "label": "Begun in", "value": months, "options": PERIODS}],
        },
    )


@page(roles=OVERSEERS)
def listed(request, code, kind):
    """The cases behind one figure."""
    if code not in codes() or kind not in set(Kind):
        raise Http404
    months = _months(request)
    number = request.GET.get("page", "1")
    found = behind(
        request.who, since(int(months), clock.today()), code, Kind(kind), int(number) if number.isdecimal() else 1
    )
    return render(
        request,
        "insight/listed.html",
        {"found": found, "kind": Kind(kind), "what": duty(code).what, "months": months, "code": code},
    )
