"""Reading a year from a file: chosen, shown with every row that could not be taken, and kept when somebody says so."""

from django.contrib import messages
from django.core import signing
from django.shortcuts import redirect, render

from accounts.termdates.files import read_file
from cases.actions.keep_calendar import keep_calendar
from core.refusals import Refused
from desk.calendars import sealed
from desk.calendars.forms import ChooseFile
from desk.calendars.told import told
from desk.calendars.whose import KEEPERS, OneYear, one_year
from door.page import page


@page(roles=KEEPERS)
def bring_in(request, whose, year):
    """Takes a file, shows what it says, and keeps it on the second press."""
    it = one_year(request, whose, year)
    if request.method != "POST":
        return _choose(request, it, ChooseFile())
    if sealed.NAME in request.POST:
        return _keep(request, it)
    form = ChooseFile(request.POST, request.FILES)
    if not form.is_valid():
        return _choose(request, it, form)
    file = form.cleaned_data["file"]
    reading = read_file(file.read(), year)
    if reading.refused and not reading.wrong and not reading.passed:
        form.add_error("file", reading.refused)
        return _choose(request, it, form)
    return render(
        request,
        "desk/calendars/preview.html",
        {
            "it": it,
            "reading": reading,
            "told": told(year, reading.spans) if not reading.refused else None,
            "sealed": sealed.sealed(reading.spans, reading.source, it) if not reading.refused else "",
            "file_name": file.name,
            "replaces": it.own,
        },
    )


def _keep(request, it: OneYear):
    try:
        spans, source, after = sealed.opened(request.POST[sealed.NAME], it)
        kept = keep_calendar(it.owner.key, it.year, spans, by=request.who, source=source, after=after)
    except signing.BadSignature:
        return _choose(request, it, ChooseFile(), refused=(sealed.LOST,))
    except Refused as refusal:
        return _choose(request, it, ChooseFile(), refused=refusal.reasons)
    messages.success(request, f"{it.owner.name}: {kept.days} school days in {it.called} are saved.")
    return redirect(it.year_url)


def _choose(request, it: OneYear, form: ChooseFile, *, refused: tuple[str, ...] = ()):
    return render(
        request,
        "desk/calendars/file.html",
        {"it": it, "form": form, "refused": refused, "title_error": bool(refused)},
        status=409 if refused else 200,
    )
