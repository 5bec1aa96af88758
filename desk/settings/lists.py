"""The settings of the authority, one of them, and what opened in place of what closed."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from accounts.models import Setting
from accounts.selectors import names_of
from accounts.selectors_register import (
    UNKNOWN,
    before,
    in_place_of,
    last_taken,
    locality_of,
    provisions,
    register,
    setting_called,
    under_way,
)
from accounts.selectors_setup import areas
from accounts.setting_words import Grade
from cases.actions import bring_in_settings
from core import clock
from desk.calendars.whose import KEEPERS
from door.page import page
from ledger.selectors import office_history
from statute.school_days import school_year

STATUS = [("open", "Open"), ("proposed", "Proposed to open"), ("closed", "Closed"), ("any", "Open or closed")]
GRADES = [("", "Any"), *[(grade.value, grade.words) for grade in Grade], (UNKNOWN, "Not known")]
BASES = [("", "With or without"), ("yes", "With a base or unit")]
AREA = [("", "Anywhere"), ("ours", "In our area"), ("out", "Outside our area")]


@page(roles=KEEPERS)
def settings(request):
    """Every setting by name, narrowed by what it is and whether it is open."""
    asked = {
        "q": request.GET.get("q", "").replace("\0", "").strip()[:80],
        "kind": request.GET.get("kind", ""),
        "status": request.GET.get("status", "open"),
        "area": request.GET.get("area", ""),
        "locality": request.GET.get("locality", ""),
        "grade": request.GET.get("grade", ""),
        "bases": request.GET.get("bases", ""),
    }
    after = request.GET.get("after", "").replace("\0", "")[:220]
    found = register(request.who, **asked, after=after)
    return render(
        request,
        "desk/settings/list.html",
        {
            "found": found,
            "filters": [
                {"name": "q", "label": "Name, number or postcode", "value": asked["q"]},
                {"name": "kind", "label": "Type", "options": [("", "Every type"), *Setting.Kind.choices],
                 "value": asked["kind"]},
                *_localities(found.areas, asked["locality"]),
                {"name": "grade", "label": "Inspection", "options": GRADES, "value": asked["grade"]},
                {"name": "bases", "label": "Bases and units", "options": BASES, "value": asked["bases"]},
                {"name": "status", "label": "Status", "options": STATUS, "value": asked["status"]},
                {"name": "area", "label": "Where", "options": AREA, "value": asked["area"]},
            ],
            "narrowed": any(asked[name] for name in ("q", "kind", "area", "locality", "grade", "bases"))
            or asked["status"] != "open",
            "next_url": f"?{urlencode(asked | {'after': found.after})}" if found.after else "",
            "first_url": f"?{urlencode(asked)}" if after else "",
            "last_taken": last_taken(request.who),
            "under_way": under_way(request.who),
        },
    )  # fmt: skip


def _localities(known, value: str) -> list[dict]:
    """The cut by locality, where the council has any."""
    options = [(str(area.key), area.name) for area in known]
    return [{"name": "locality", "label": "Locality", "options": [("", "Every locality"), *options], "value": value}][
        : len(options)
    ]


@page(roles=KEEPERS)
def setting(request, key):
    """What is known of one setting, and what was done about it by whom."""
    one = setting_called(request.who, key)
    history = office_history(request.who.authority_id, key)
    names = names_of({told.actor_ref for told in history})
    return render(
        request,
        "desk/settings/one.html",
        {
            "setting": one,
            "before": before(one),
            "year": school_year(clock.today()),
            "locality": locality_of(one, areas(request.who.authority_id)),
            "provisions": provisions(one),
            "done": [(told, names.get(told.actor_ref, "")) for told in history],
        },
    )


@page(roles=KEEPERS)
def in_place(request):
    """Settings that closed, beside the one that stands there now, for a person to say whether it took their place."""
    return render(request, "desk/settings/in_place.html", {"pairs": in_place_of(request.who)})


@page(roles=KEEPERS)
@require_POST
def follow(request, key):
    """Says so, or takes it back."""
    text = request.POST.get("successor", "")
    try:
        successor = UUID(text) if text else None
    except ValueError:
        raise Setting.DoesNotExist(text) from None
    kept = bring_in_settings.follow(key, successor, by=request.who)
    if kept.successor:
        messages.success(request, f"{kept.successor.name} ({kept.successor.urn}) took the place of {kept.name}.")
    else:
        messages.success(request, f"Nothing is said any more to have taken the place of {kept.name}.")
    return redirect("desk:settings_in_place" if kept.successor else "desk:setting", *([] if kept.successor else [key]))
