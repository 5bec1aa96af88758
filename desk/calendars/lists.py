"""Every setting, and whether its school days can be counted."""

from urllib.parse import urlencode

from django.shortcuts import render

from accounts.selectors_settings import SHOWN, SORTS, settings_of
from core import clock
from desk.calendars.whose import KEEPERS
from door.page import page
from statute.school_days import called

SHOW = [
    ("", "Every setting"),
    ("none", "Without dates this year"),
    ("soon", "Dates run out soon"),
    ("own", "With dates of its own"),
    ("council", "Following the council’s dates"),
]
SORT = [("name", "Name"), ("kind", "Kind of setting"), ("until", "Dates that run out first")]


@page(roles=KEEPERS)
def settings(request):
    """The settings of the authority, those that need somebody to look said first."""
    asked = {
        "q": request.GET.get("q", "").strip()[:80],
        "show": request.GET.get("show", "") if request.GET.get("show", "") in SHOWN else "",
        "sort": request.GET.get("sort", "name") if request.GET.get("sort", "name") in SORTS else "name",
    }
    found = settings_of(request.who, **asked, page=request.GET.get("page", "1"))
    this = found.this_year
    return render(
        request,
        "desk/calendars/list.html",
        {
            "found": found,
            "rows": found.page.object_list,
            "asked": asked,
            "narrowed": bool(asked["q"] or asked["show"]),
            "filters": [
                {"name": "q", "label": "Name or number", "value": asked["q"]},
                {"name": "show", "label": "Show", "options": SHOW, "value": asked["show"]},
                {"name": "sort", "label": "In order of", "options": SORT, "value": asked["sort"]},
            ],
            "this_year": this,
            "next_year": this + 1,
            "this_called": called(this),
            "next_called": called(this + 1),
            "next_due": clock.today().month in range(3, 8),
            "pages": _pages(found.page, asked),
            "previous_url": _url(asked, found.page.previous_page_number()) if found.page.has_previous() else "",
            "next_url": _url(asked, found.page.next_page_number()) if found.page.has_next() else "",
        },
    )


def _pages(page, asked: dict[str, str]) -> list[dict]:
    """The numbers of the pages, with a gap where many are left out."""
    if page.paginator.num_pages < 2:
        return []
    return [
        {"gap": True} if number == page.paginator.ELLIPSIS
        else {"number": number, "url": _url(asked, number), "current": number == page.number}
        for number in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    ]  # fmt: skip


def _url(asked: dict[str, str], number: int) -> str:
    return f"?{urlencode({**{name: value for name, value in asked.items() if value}, 'page': number})}"
