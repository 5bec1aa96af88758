"""Whether multi-agency meetings can go on as they do, and the cases of one engagement lead."""

import csv

from django.http import Http404, HttpResponse
from django.shortcuts import render

from accounts.models import Person
from cases.powers import OVERSEERS
from core import clock
from door.page import page
from door.words import plain_date, written
from insight.capacity import LATELY, capacity, led_by


@page(roles=OVERSEERS)
def overview(request):
    """What was held, what is coming beside what can be held, who leads on how much, and how long each step takes."""
    return render(request, "insight/capacity.html", {"found": capacity(request.who), "lately": LATELY})


@page(roles=OVERSEERS)
def download(request):
    """The same as comma-separated values."""
    found = capacity(request.who)
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="capacity.csv"'
    write = csv.writer(answer).writerow
    write(["Month", "Meetings held", "Hours", "People there", "Colleagues’ hours"])
    for one in found.months:
        write([written(one.month, "F Y"), one.held.meetings, one.hours, one.held.people, one.colleague_hours])
    write([])
    write(["Month", "Arranged", "First meetings due", "To look again", "New children", "Hours needed", "Can be held"])
    for one in found.ahead:
        due = one.coming
        can = found.stated.hours if found.stated else ""
        write([written(due.month, "F Y"), due.planned, due.first, due.reviews, due.new, one.hours, can])
    write([])
    write(["Engagement lead", "Cases", "No meeting yet", f"Meetings in {LATELY} months", "Hours"])
    for one in found.loads:
        write([one.name, one.cases, one.unmet, one.held, one.hours])
    write([])
    write(["Step", "Children", "Days, half of them within", "Days, nine in ten within"])
    for one in found.steps:
        write([one.words, one.count, one.usual, one.nine_in_ten])
    write([])
    write([f"Made on {plain_date(clock.today())}"])
    return answer


@page(roles=OVERSEERS)
def cases_led(request, key):
    """The cases somebody leads on."""
    number = request.GET.get("page", "1")
    try:
        found = led_by(request.who, key, int(number) if number.isdecimal() else 1)
    except Person.DoesNotExist:
        raise Http404 from None
    return render(request, "insight/capacity_lead.html", {"found": found})
