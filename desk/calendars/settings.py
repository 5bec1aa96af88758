"""Adding a setting, and mending what is said of it."""

from django.contrib import messages
from django.shortcuts import redirect, render

from accounts.selectors_settings import owner_called
from cases.actions.keep_setting import keep_setting
from core import clock
from core.refusals import Refused
from desk.calendars.forms import AboutSetting
from desk.calendars.whose import KEEPERS
from door.page import page
from statute.school_days import school_year


@page(roles=KEEPERS)
def add(request):
    """A new setting; then straight to its dates."""
    return _form(request, None)


@page(roles=KEEPERS)
def rename(request, key):
    """Another name, kind or number for a setting. Its dates stay as they are."""
    return _form(request, owner_called(request.who, str(key)).setting)


def _form(request, setting):
    sent = request.POST if request.method == "POST" else None
    names = ("name", "kind", "urn", "postcode", "capacity")
    initial = {name: getattr(setting, name) for name in names} if setting else {}
    form = AboutSetting(
        sent, initial=initial, who=request.who, but=setting.pk if setting else None,
        of_the_register=bool(setting and setting.digest),
    )  # fmt: skip
    refused: tuple[str, ...] = ()
    if sent is not None and form.is_valid():
        try:
            kept = keep_setting(setting.pk if setting else None, **form.cleaned_data, by=request.who)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, f"{kept.name} is {'changed' if setting else 'added'}.")
            return redirect("desk:calendar_year", kept.pk, school_year(clock.today()))
    return render(
        request,
        "desk/calendars/setting.html",
        {
            "form": form,
            "setting": setting,
            "year": school_year(clock.today()),
            "refused": refused,
            "title_error": bool(refused),
        },
        status=409 if refused else 200,
    )
