"""What people made of meetings: tables with plots beside them, and the same as a file."""

import csv

from django.http import HttpResponse
from django.shortcuts import render

from cases.powers import READS_COMMENTS
from core import clock
from door.page import page
from door.words import plain_date
from insight.feedback import READS_FEEDBACK, results
from insight.feedback_drawing import path_of
from insight.feedback_rules import Figure
from insight.suppression import SMALL


@page(roles=READS_FEEDBACK)
def overview(request):
    """The figures of today."""
    by_month = request.GET.get("by") == "month"
    found = results(request.who, by_month=by_month)
    drawn = [
        {"of": one, "lines": [(line, path_of(line.figures)) for line in one.times]} for one in found.groups
    ]  # fmt: skip
    fields = [
        {
            "name": "by", "label": "Over time, by", "value": "month" if by_month else "quarter",
            "options": [("quarter", "Quarter"), ("month", "Month")],
        }
    ]  # fmt: skip
    return render(
        request,
        "insight/feedback.html",
        {
            "found": found,
            "drawn": drawn,
            "small": SMALL,
            "may_sort": bool(request.who.roles & READS_COMMENTS),
            "fields": fields,
        },
    )


@page(roles=READS_FEEDBACK)
def download(request):
    """The same figures as comma-separated values."""
    found = results(request.who, by_month=request.GET.get("by") == "month")
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="feedback.csv"'
    write = csv.writer(answer).writerow
    write(["Table", "Who", "Question", "Where or when", "Answers counted", "Mean"])
    for one in found.groups:
        who = str(one.group.words)
        for line in one.means:
            write(["Mean", who, line.words, "Everywhere, all time", *_cells(line.figures[0])])
        for place in one.places:
            for question, held in zip(one.questions, place.figures, strict=True):
                write(["By locality", who, question.words, place.words, *_cells(held)])
        for line in one.times:
            for time, held in zip(found.times, line.figures, strict=True):
                write(["Over time", who, line.words, time, *_cells(held)])
    write([])
    write(["Table", "Who", "Where", "Asked", "Answered", "Share"])
    for one in found.groups:
        for rate in (one.rate, *one.rates):
            write(["How many answered", str(one.group.words), rate.words, _said(rate.asked), _said(rate.answered),
                   rate.share or "hidden"])  # fmt: skip
    write([])
    write(["Table", "Whose comments", "Theme", "Comments"])
    for held in found.themes:
        write(["Themes", str(held.audience.words), "All that were sorted", _said(held.sorted)])
        for words, count in held.counts:
            write(["Themes", str(held.audience.words), words, _said(count)])
    write([])
    write([f"Answers are counted {SMALL} at a time. Made on {plain_date(clock.today())}"])
    return answer


def _cells(held: Figure) -> list:
    return [held.count, "" if held.mean is None else held.mean]


def _said(number: int | None) -> int | str:
    return "hidden" if number is None else number
