"""Typing in a year, or changing one: the form, a look at what it comes to, and only then kept."""

from django.contrib import messages
from django.core import signing
from django.shortcuts import redirect, render

from accounts.selectors_school import in_force
from accounts.words import Source
from cases.actions.keep_calendar import keep_calendar
from core.refusals import Refused
from desk.calendars import sealed
from desk.calendars.forms import TypeYear
from desk.calendars.told import told
from desk.calendars.whose import KEEPERS, OneYear, one_year
from door.page import page

BACK, SURE = "back", "sure"
"""The two buttons of the page that shows what the dates come to."""


@page(roles=KEEPERS)
def change(request, whose, year):
    """The dates of a year, to type or to mend."""
    it = one_year(request, whose, year)
    if request.method != "POST" or sealed.NAME in request.POST:
        spans, began = _beginning(request, it)
        form = TypeYear(year=year, spans=spans, after=it.after)
        return _show(request, it, form, began=began, refused=(sealed.LOST,) if began == "lost" else ())
    form = TypeYear(request.POST, year=year)
    if BACK in request.POST or not form.is_valid():
        return _show(request, it, form)
    spans = form.cleaned_data["spans"]
    if SURE not in request.POST:
        return render(
            request,
            "desk/calendars/sure.html",
            {"it": it, "form": form, "told": told(year, spans), "replaces": it.own},
        )
    try:
        kept = keep_calendar(
            it.owner.key, year, spans, by=request.who, source=Source.TYPED, after=form.cleaned_data["after"],
            note=form.cleaned_data["note"],
        )  # fmt: skip
    except Refused as refusal:
        return _show(request, it, _once_more(request, it), refused=refusal.reasons)
    messages.success(request, f"{it.owner.name}: {kept.days} school days in {it.called} are saved.")
    return redirect(it.year_url)


def _beginning(request, it: OneYear) -> tuple[list, str]:
    """What stands in the boxes at first: what a file said, the council's dates when asked for, or those in force."""
    if sealed.NAME in request.POST:
        try:
            return sealed.opened(request.POST[sealed.NAME], it)[0], "file"
        except signing.BadSignature:
            return (it.own.stretches if it.own else []), "lost"
    if request.GET.get("from") == "council" and it.owner.setting:
        theirs = in_force(None, request.who.authority_id).get(it.year)
        if theirs:
            return theirs.stretches, "council"
    return (it.own.stretches if it.own else []), ""


def _once_more(request, it: OneYear) -> TypeYear:
    """The form with all that was typed, now over the version that somebody else saved."""
    typed = request.POST.copy()
    typed["after"] = str(it.after)
    return TypeYear(typed, year=it.year)


def _show(request, it: OneYear, form: TypeYear, *, began: str = "", refused: tuple[str, ...] = ()):
    return render(
        request,
        "desk/calendars/change.html",
        {"it": it, "form": form, "began": began, "refused": refused, "title_error": bool(refused)},
        status=409 if refused else 200,
    )
