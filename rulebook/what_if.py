"""What follows from days that somebody types: a timetable to keep, print or take away. Nothing is saved."""

from collections.abc import Callable
from functools import cache
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from accounts.roles import STAFF
from accounts.selectors_school import WithDates, school_days_of, settings_with_calendars
from core import clock
from door.calendar_file import CONTENT_TYPE, calendar_file
from door.fields import DateParts
from door.page import page
from rulebook.forms import COUNCILS_OWN, WhatIf
from rulebook.told import events, told
from statute.journeys import JOURNEYS, Journey, journey_called
from statute.more_time import ALWAYS
from statute.what_if import (
    SchoolDays,
    Timetable,
    counts_school_days,
    no_school_days,
    time_to_comment,
    timetable,
)


@page(roles=STAFF)
def what_if(request):
    """First which process; then its days; then everything that follows from them."""
    journey = journey_called(request.GET.get("process", ""))
    if journey is None:
        return render(request, "rulebook/what_if_choose.html", {"journeys": JOURNEYS})
    form = _form(request, journey)
    shown = {"journey": journey, "form": form, "needs_school": counts_school_days(journey), "always": ALWAYS}
    if form.is_valid():
        result = _result(request, form)
        shown |= {
            "result": result,
            "told": told(result, clock.today()),
            "options": time_to_comment(result, form.given),
            "query": _query(form),
            "school": _school_name(form),
        }
    return render(request, "rulebook/what_if.html", shown)


@page(roles=STAFF)
def what_if_calendar(request):
    """The same as a calendar file. What cannot be answered is sent back to the page that says why."""
    journey = journey_called(request.GET.get("process", ""))
    form = _form(request, journey) if journey else None
    if form is None or not form.is_valid():
        return redirect(f"{reverse('rulebook:what_if')}?{request.GET.urlencode()}")
    found = events(_result(request, form), _address_of_rule(request))
    response = HttpResponse(calendar_file(f"{journey.title}: what if", found), content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{journey.key}.ics"'
    return response


def _form(request, journey: Journey) -> WhatIf:
    schools: list[WithDates] = settings_with_calendars(request.who) if counts_school_days(journey) else []
    asked = request.GET if set(request.GET) - {"process"} else None
    return WhatIf(asked, journey=journey, schools=schools)


def _result(request, form: WhatIf) -> Timetable:
    return timetable(form.journey, form.given, _school_days(request, form.cleaned_data.get("school", "")))


def _school_days(request, chosen: str) -> SchoolDays:
    if not chosen:
        return no_school_days
    key = None if chosen == COUNCILS_OWN else UUID(chosen)
    return cache(lambda around: school_days_of(key, request.who.authority_id, around))


def _school_name(form: WhatIf) -> str:
    chosen = form.cleaned_data.get("school", "")
    return dict(form.fields["school"].choices)[chosen] if chosen else ""


def _query(form: WhatIf) -> str:
    """What was asked, as short as it can be said, for an address to keep."""
    parts = [("process", form.journey.key)]
    for key, day in form.given.items():
        parts += [(f"{key}_{part}", str(getattr(day, part))) for part in DateParts.PARTS]
    if school := form.cleaned_data.get("school"):
        parts.append(("school", school))
    return urlencode(parts)


def _address_of_rule(request) -> Callable[[str], str]:
    return lambda code: request.build_absolute_uri(reverse("rulebook:rule", args=[code]))
