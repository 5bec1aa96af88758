"""When a setting was closed, from the spans of its school years, and whether the days on file can be trusted.

Regulation 10(4)(a) asks whether a school was closed for a continuous period of not less than 4 weeks, and from when to
when. On an INSET day the staff are there, so it is not closed: the narrower reading excuses less.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from statute.calendar import ONE_DAY, is_working_day
from statute.exceptions import WEEK, closure_excuses
from statute.school_days import Kind, Span, sessions

LONGEST_HOLIDAY = timedelta(weeks=10)
"""No holiday is longer. A wider gap means that dates are missing, so nothing is counted or claimed across it."""


@dataclass(frozen=True, slots=True)
class Closure:
    """A time without an open day between two open days."""

    closed: date
    """The first closed day."""
    reopens: date
    """The first day it is open again."""

    @property
    def weeks(self) -> int:
        """Whole weeks."""
        return (self.reopens - self.closed) // WEEK

    def excuses(self, asked: date) -> bool:
        """Whether advice asked for on this day met a closure that regulation 10(4)(a) knows."""
        return closure_excuses(asked, self.closed, self.reopens)


def closures(spans: Iterable[Span]) -> list[Closure]:
    """Every time it was closed, in order, weekends among them. Before the first open day on file, after the last,
    and across a gap that is too wide to be a holiday, nothing is known and nothing is said."""
    spans = list(spans)
    days = open_days(spans)
    known = _told(spans)
    return [
        Closure(before + ONE_DAY, after)
        for before, after in zip(days, days[1:], strict=False)
        if after - before > ONE_DAY and _is_known(before, after, known)
    ]


def longest_closure(spans: Iterable[Span], around: date) -> Closure | None:
    """The closure this day lies in; failing that the longest of those whose window for asking holds it."""
    found = [each for each in closures(spans) if each.closed <= around < each.reopens or each.excuses(around)]
    return max(found, key=lambda each: each.reopens - each.closed, default=None)


def closed_four_weeks(spans: Iterable[Span], asked: date) -> Closure | None:
    """The closure of at least 4 weeks that excuses advice asked for on this day, or none."""
    return next((each for each in closures(spans) if each.excuses(asked)), None)


def open_days(spans: Iterable[Span]) -> list[date]:
    """Days when somebody is there to ask: the school days, and the INSET days of working days."""
    spans = list(spans)
    inset = {day for span in spans if span.kind is Kind.INSET for day in span.days() if is_working_day(day)}
    return sorted(inset | set(sessions(spans)))


def days_to_count(spans: Iterable[Span], around: date) -> list[date]:
    """The school days that a sum starting on this day may count, in order: those on file without a gap.

    A sum that ran over a gap would come out late, so the list stops at one; ``statute.counting`` then says that the
    days end too soon. A day from which it is not known what comes next gets an empty list.
    """
    spans = list(spans)
    run: list[date] = []
    for stretch in _unbroken(_told(spans)):
        if _begins(stretch[0]) <= around:
            run = stretch
    return [day for day in sessions(spans) if run and run[0] <= day <= run[-1]]


def _begins(first: date) -> date:
    """From when a run of days says what comes next: from 1 August, when it starts with the first term of a year."""
    return date(first.year, 8, 1) if first.month in (8, 9) else first


def _told(spans: list[Span]) -> list[date]:
    """Every day the calendar says something about, even that it was closed."""
    said = {day for span in spans if span.kind is Kind.CLOSURE for day in span.days()}
    return sorted(said | set(open_days(spans)))


def _unbroken(days: list[date]) -> list[list[date]]:
    """The days in runs, parted where a gap is too wide to be a holiday."""
    runs: list[list[date]] = []
    for day in days:
        if runs and day - runs[-1][-1] <= LONGEST_HOLIDAY:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _is_known(before: date, after: date, told: list[date]) -> bool:
    between = [day for day in told if before <= day <= after]
    return len(_unbroken(between)) == 1
