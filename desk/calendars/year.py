"""One school year of a setting or of the council: the dates in force, month by month, and every version kept."""

from datetime import date

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render

from accounts.selectors import names_of
from accounts.selectors_school import in_force
from cases.actions.keep_calendar import bring_back, follow_council
from core import clock
from core.refusals import Refused
from desk.calendars.told import told
from desk.calendars.whose import KEEPERS, one_year
from door.page import page
from statute.closures import longest_closure
from statute.school_days import called, school_year


@page(roles=KEEPERS)
def year(request, whose, year):
    """The dates in force, whosever they are."""
    it = one_year(request, whose, year)
    ruling = in_force(it.owner.key, request.who.authority_id)
    calendar = ruling.get(year)
    everything = [span for row in ruling.values() for span in row.stretches]
    now = school_year(clock.today())
    return render(
        request,
        "desk/calendars/year.html",
        {
            "it": it,
            "calendar": calendar,
            "follows": calendar is not None and it.owner.setting is not None and calendar.setting_id is None,
            "council_has": calendar is not None and it.owner.setting is not None
            and year in in_force(None, request.who.authority_id),
            "told": told(year, calendar.stretches) if calendar else None,
            "summer": longest_closure(everything, date(year + 1, 8, 10)),
            "years": [
                {"called": called(one), "year": one, "current": one == year}
                for one in sorted({now - 1, now, now + 1, year})
            ],
            "names": names_of({row.entered_by for row in it.versions}),
            "is_over": year < now,
        },
    )  # fmt: skip


@page(roles=KEEPERS)
def version(request, whose, year, number):
    """An earlier version, to read and to put in force again."""
    it = one_year(request, whose, year)
    shown = next((row for row in it.versions if row.version == number), None)
    if shown is None or not shown.spans:
        raise Http404
    refused: tuple[str, ...] = ()
    if request.method == "POST":
        try:
            bring_back(it.owner.key, year, number, by=request.who, after=_after(request))
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, f"Version {number} is in force again. Nothing was lost.")
            return redirect(it.year_url)
    return render(
        request,
        "desk/calendars/version.html",
        {
            "it": it,
            "shown": shown,
            "told": told(year, shown.stretches),
            "names": names_of({row.entered_by for row in it.versions}),
            "refused": refused,
            "title_error": bool(refused),
        },
        status=409 if refused else 200,
    )


@page(roles=KEEPERS)
def council(request, whose, year):
    """Asks, and then lets a setting follow the council's own dates again."""
    it = one_year(request, whose, year)
    if it.own is None or it.owner.setting is None:
        raise Http404
    theirs = in_force(None, request.who.authority_id).get(year)
    refused: tuple[str, ...] = ()
    if request.method == "POST":
        try:
            follow_council(it.owner.setting.pk, year, by=request.who, after=_after(request))
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, f"{it.owner.name} now follows the council’s own dates in {it.called}.")
            return redirect(it.year_url)
    return render(
        request,
        "desk/calendars/council.html",
        {"it": it, "theirs": theirs, "refused": refused, "title_error": bool(refused)},
        status=409 if refused else 200,
    )


def _after(request) -> int:
    """The version the person was looking at. Nonsense is no version at all."""
    text = request.POST.get("after", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else -1
