"""The overview of activity, its download, and the children behind each figure."""

import csv

from django.http import Http404, HttpResponse
from django.shortcuts import render

from cases.powers import COUNTERS, OVERSEERS, SEES_ACTIVITY
from cases.result_words import Result
from core import clock
from door.page import page
from door.words import plain_date
from insight.activity import Activity, Cut, activity, children_behind, cut, words_of
from insight.activity_rules import UNKNOWN, Table
from insight.activity_sql import BEHIND
from insight.suppression import SMALL

TABLES = (
    ("type", "Where the children learn", "Type of setting", "Children"),
    ("need", "Needs recorded", "Need", "Times recorded"),
    ("reason", "Main reason for the request", "Main reason", "Children"),
)


def _cut(request) -> Cut:
    return cut(request.who, request.GET.get("period", ""), request.GET.get("locality", ""))


def _tables(found: Activity) -> list[tuple[str, str, str, str, Table]]:
    figures = {"type": found.types, "need": found.needs, "reason": found.reasons}
    return [(*said, figures[said[0]]) for said in TABLES]


def _filters(chosen: Cut) -> list[dict]:
    times = [(one.code, one.words) for one in chosen.periods]
    fields = [{"name": "period", "label": "Record began in", "value": chosen.period.code, "options": times}]
    if chosen.localities:
        places = [("", "Everywhere"), *((str(one.pk), one.name) for one in chosen.localities)]
        value = str(chosen.locality.pk) if chosen.locality else ""
        fields.append({"name": "locality", "label": "Home in the locality", "value": value, "options": places})
    return fields


@page(roles=SEES_ACTIVITY | COUNTERS)
def overview(request):
    """Children and needs in one time, with tables whose lines are drawn as long as their number is large."""
    chosen = _cut(request)
    found = activity(chosen)
    drawn = []
    for of, title, first, second, figures in _tables(found):
        longest = max([line.count or 0 for line in figures.lines], default=0) or 1
        lines = [(line, words_of(of, line.code), 100 * (line.count or 0) / longest) for line in figures.lines]
        drawn.append({"title": title, "first": first, "second": second, "of": of, "lines": lines, "table": figures})
    results = [(line, words_of(line.of, line.code), _before(found, chosen, line.code)) for line in found.results]
    return render(
        request,
        "insight/activity.html",
        {
            "chosen": chosen,
            "found": found,
            "tables": drawn,
            "results": results,
            "filters": _filters(chosen),
            "small": SMALL,
            "sees_all": bool(request.who.roles & OVERSEERS),
        },
    )


@page(roles=SEES_ACTIVITY | COUNTERS)
def download(request):
    """The same figures as a file of comma-separated values."""
    chosen = _cut(request)
    found = activity(chosen)
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="activity-{chosen.period.code}.csv"'
    write = csv.writer(answer).writerow
    write(["Table", "What is counted", "Number"])
    write(["Children", f"Whose record began: {chosen.period.words}", _said(found.children)])
    for _of, title, _first, second, figures in _tables(found):
        for line in figures.lines:
            write([title, words_of(line.of, line.code), _said(line.count)])
        write([title, f"All: {second.lower()}", _said(figures.total)])
    for line in found.results:
        write(["What came of it", words_of(line.of, line.code), _said(line.count)])
        if (before := _before(found, chosen, line.code)) and before["row"]:
            row = before["row"]
            source = f"{words_of(line.of, line.code)}, the year before: {row.source}, {plain_date(row.dated_on)}"
            write(["What came of it", source, before["shown"]])
    place = chosen.locality.name if chosen.locality else "everywhere"
    write(["About", f"Home in the locality: {place}. Made on {plain_date(clock.today())}", ""])
    return answer


def _before(found: Activity, chosen: Cut, code: str) -> dict:
    """What was entered of the year before, and what of it this reader may be shown."""
    row = found.earlier.get(Result(code))
    if row is None:
        return {"row": None, "shown": None}
    hides = not chosen.inside and 0 < (row.figure or 0) < SMALL
    return {"row": row, "shown": "Hidden" if hides else row.figure}


def _said(count: int | None) -> str | int:
    return "hidden" if count is None else count


@page(roles=SEES_ACTIVITY)
def behind(request, of, key):
    """The children behind one figure."""
    if of not in BEHIND:
        raise Http404
    chosen = _cut(request)
    number = request.GET.get("page", "1")
    found = children_behind(chosen, of, key, int(number) if number.isdecimal() and len(number) < 6 else 1)
    words = "" if of == "child" else words_of(of, "" if key == UNKNOWN else key)
    return render(request, "insight/activity_behind.html", {"chosen": chosen, "found": found, "words": words})
