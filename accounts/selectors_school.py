"""Which days count at a setting: its own term dates, and the council's where it has none."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from accounts.models import SchoolCalendar, Setting
from accounts.who import Who
from core import clock
from statute.closures import Closure, closed_four_weeks, days_to_count, longest_closure
from statute.school_days import Span


def school_days_of(setting_key: UUID | None, authority_id: str, around: date | None = None) -> list[date]:
    """The school days that a sum starting on a day (today, unless told) may count, in order, for ``statute.counting``.

    Every year on file that joins on without a gap; each year the setting's own dates, or else the council's. Without
    a setting, the council's own. Empty when nothing is on file for that day: a count is then refused, never guessed.
    """
    return days_to_count(spans_of(setting_key, authority_id), around or clock.today())


def spans_of(setting_key: UUID | None, authority_id: str) -> list[Span]:
    """Everything in force at a setting, all years together."""
    return [span for row in in_force(setting_key, authority_id).values() for span in row.stretches]


def closure_around(setting_key: UUID | None, authority_id: str, day: date) -> Closure | None:
    """When the setting was closed around this day, and when it opens again: None where that is not on file."""
    return longest_closure(spans_of(setting_key, authority_id), day)


def closure_that_excuses(setting_key: UUID | None, authority_id: str, asked: date) -> Closure | None:
    """The closure of at least 4 weeks in whose window advice was asked for, if there was one."""
    return closed_four_weeks(spans_of(setting_key, authority_id), asked)


def in_force(setting_key: UUID | None, authority_id: str) -> dict[int, SchoolCalendar]:
    """The calendar that governs each year on file: the setting's newest, or the council's where it has none."""
    found: dict[int, SchoolCalendar] = {}
    for row in _newest(authority_id, Q(setting=None) | Q(setting=setting_key) if setting_key else Q(setting=None)):
        if row.spans and (row.setting_id or row.year not in found):
            found[row.year] = row
    return dict(sorted(found.items()))


def _newest(authority_id: str, which: Q):
    """The newest version of each year of each of these, the council's last."""
    rows = SchoolCalendar.objects.filter(which, authority_id=authority_id)
    return rows.order_by("setting_id", "year", "-version").distinct("setting_id", "year")


@dataclass(frozen=True)
class WithDates:
    """Somewhere whose school days can be counted. Without a key it is the council's own."""

    key: UUID | None
    name: str
    until: date
    """The last school day on file."""


def settings_with_calendars(who: Who) -> list[WithDates]:
    """Where the asker's authority can count school days: the council's own dates first, then settings by name."""
    until: dict[UUID | None, date] = {}
    for row in _newest(who.authority_id, Q()).defer("spans"):
        if row.until:
            until[row.setting_id] = max(row.until, until.get(row.setting_id, row.until))
    names = dict(Setting.objects.filter(authority_id=who.authority_id, pk__in=until).values_list("pk", "name"))
    own = [WithDates(None, "The council’s own term dates", until[None])] if None in until else []
    return own + [WithDates(key, name, until[key]) for key, name in sorted(names.items(), key=lambda one: one[1])]
