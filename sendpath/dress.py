"""What every template may rely on: whose house it is, which door, who is here, and where they may go."""

from django.conf import settings
from django.urls import NoReverseMatch, reverse

from accounts.roles import CASE_HOLDERS, CASE_STAFF, STAFF, Role
from cases.exceptions import waiting
from cases.heartbeat import alarm
from cases.powers import (
    CALENDAR_KEEPERS,
    COUNTERS,
    DECIDES_ASSESSMENTS,
    KEEPS_PEOPLE,
    OVERSEERS,
    PREPARES_DECISIONS,
    READS_SITTINGS,
    READS_THE_QUEUE,
    REVIEWERS,
    SEES_ACTIVITY,
    SETS_UP,
)
from core import clock
from insight.feedback import READS_FEEDBACK

DESK_PAGES = (
    ("My work", "desk:work", CASE_STAFF),
    ("Requests", "referrals:queue", READS_THE_QUEUE),
    ("Refer a child", "desk:refer", CASE_STAFF),
    ("Allocation", "desk:allocation", READS_SITTINGS),
    ("Decisions", "desk:decisions", PREPARES_DECISIONS | DECIDES_ASSESSMENTS),
    ("In time", "insight:timeliness", OVERSEERS),
    ("Activity", "activity:overview", SEES_ACTIVITY | COUNTERS),
    ("Capacity", "capacity:overview", OVERSEERS),
    ("Counts of children", "footprint:counts", COUNTERS),
    ("Feedback on meetings", "feedback:overview", READS_FEEDBACK),
    ("Post that would not go", "desk:post", OVERSEERS),
    ("Letters to print", "desk:to_print", CASE_HOLDERS),
    ("School calendars", "desk:calendars", CALENDAR_KEEPERS),
    ("Settings", "desk:settings", CALENDAR_KEEPERS),
    ("Teams and leave", "desk:teams", OVERSEERS | {Role.ADMINISTRATOR}),
    ("People", "desk:people", KEEPS_PEOPLE),
    ("Setting up", "desk:setup", SETS_UP),
    ("Agreements", "desk:agreements", {Role.DATA_PROTECTION_OFFICER}),
    ("Services", "desk:services", STAFF),
    ("Let in by exception", "desk:let_in", REVIEWERS),
    ("Reminders", "desk:reminders", OVERSEERS),
    ("Strategy", "desk:strategy", OVERSEERS),
    ("Rule book", "rulebook:book", STAFF),
)


ALARMED = OVERSEERS | {Role.ADMINISTRATOR}
"""Who is told, on every page, that reminders have stopped."""


def dress(request) -> dict:
    """Names for templates."""
    in_house = hasattr(request, "who") and request.user.is_authenticated
    who = request.who if in_house else None
    return {
        "door": settings.DOOR,
        "today": clock.today(),
        "sso": settings.SOCIALACCOUNT_PROVIDERS.get("openid_connect", {}).get("APPS", [None])[0],
        "mode": settings.MODE,
        "layout": f"layouts/{settings.DOOR}.html",
        "authority": _authority(request, who),
        "person": who,
        "person_role": ", ".join(str(role.words) for role in sorted(who.roles)) if who else "",
        "search_url": reverse("desk:search") if who and who.roles & CASE_STAFF and settings.DOOR == "desk" else "",
        "alarm": alarm() if who and settings.DOOR == "desk" and who.roles & ALARMED else "",
        "nav": _nav(request, who) if who and settings.DOOR == "desk" else [],
    }


def _authority(request, who):
    """The address says whose page it is; else the standing of the person who is here."""
    if (named := getattr(request, "authority", None)) is not None:
        return named
    return who.authority if who else None


def _nav(request, who) -> list[dict]:
    pages = []
    for label, name, roles in DESK_PAGES:
        if who.roles & roles:
            try:
                url = reverse(name)
            except NoReverseMatch:
                continue
            waits = waiting(who) if name == "desk:let_in" else 0
            label = f"{label} ({waits} to review)" if waits else label
            pages.append({"label": label, "url": url, "current": False})
    here = [page for page in pages if request.path.startswith(page["url"])]
    if here:
        max(here, key=lambda page: len(page["url"]))["current"] = True
    return pages
