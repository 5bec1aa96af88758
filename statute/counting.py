"""The sums: what each counting phrase of the law gives, on both readings (rule book 1.1).

======================================  =======================  =====================
phrase                                  ordinary                 strict
======================================  =======================  =====================
within N weeks, days of/from/after      day N after the day      the day itself is 1
within N (working, school) days of      the day is not counted   the day itself is 1
beginning with the day                  the day itself is 1      the same
at least N days, beginning with         last day of the window   the same
N months after, from                    the same day of a month  the same
within N months of                      the same day of a month  a day earlier
N months starting, beginning with       a day before that        the same
before a date                           the day before           the same
at least N before                       N back                   clear: one more back
N back from                             N back                   the same
======================================  =======================  =====================

Where a month has no such day, its last day serves; "starting with" then takes the day before that (AMB-29).
"""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from statute.calendar import (
    ONE_DAY,
    add_working_days,
    first_working_day_on_or_after,
    is_working_day,
    last_working_day_on_or_before,
)
from statute.dates import Dates
from statute.duty import Anchor, Calendar, Counted, Duty, LaterOf, Limit
from statute.periods import Days, Length, Months, Weeks, WorkingDays

Anchors = Mapping[Anchor, date]
Pair = tuple[date, date]
FIRST_DAY_COUNTS = (Counted.BEGINNING_WITH, Counted.AT_LEAST_BEGINNING_WITH, Counted.STARTING_WITH)


class CannotCount(ValueError):
    """A date cannot be worked out, and why."""


class NoFixedPeriod(CannotCount):
    """The law names no day for this duty."""


class MissingAnchor(CannotCount):
    """A day the sum starts from was not given."""


class OutsideTheCalendar(CannotCount):
    """The answer is before the year 1 or after the year 9999."""


class SchoolDaysEndTooSoon(CannotCount):
    """The school's calendar stops before the answer."""


def dates_of(duty: Duty, anchors: Anchors, school_days: Sequence[date] = ()) -> Dates:
    """The dates this duty gives, from the days that are known. ``school_days`` must be in order."""
    if not duty.limits:
        raise NoFixedPeriod(f"{duty.code} has no fixed period: {duty.limit or 'the law names no day'}")
    try:
        return _dates(duty, *_pair(duty, anchors, school_days))
    except CannotCount:
        raise
    except (OverflowError, ValueError) as why:
        raise OutsideTheCalendar("the answer falls outside the calendar") from why


def _dates(duty: Duty, ordinary: date, strict: date) -> Dates:
    if duty.calendar is Calendar.TRIBUNAL_LODGE:
        ordinary, strict = lodging_day(ordinary), lodging_day(strict)
    elif duty.calendar is Calendar.TRIBUNAL_OTHER:
        ordinary, strict = first_working_day_on_or_after(ordinary), first_working_day_on_or_after(strict)
    window = duty.counted is Counted.AT_LEAST_BEGINNING_WITH
    return Dates(
        ordinary=ordinary,
        strict=strict,
        plan_for=last_working_day_on_or_before(strict),
        not_before=ordinary + ONE_DAY if window else None,
    )


def _pair(duty: Duty, anchors: Anchors, school_days: Sequence[date]) -> Pair:
    pairs = []
    for limit in duty.limits:
        start = anchors.get(limit.anchor)
        if start is not None:
            pairs.append(count(limit, start, duty.calendar, school_days))
        elif not limit.optional:
            raise MissingAnchor(f"{duty.code} counts from '{limit.anchor}', which was not given")
    chosen = max if isinstance(duty.joined, LaterOf) else min
    return chosen(ordinary for ordinary, _ in pairs), chosen(strict for _, strict in pairs)


def count(limit: Limit, start: date, calendar: Calendar, school_days: Sequence[date] = ()) -> Pair:
    """The ordinary and the strict end of one period."""
    period, counted = limit.period, limit.counted
    if not isinstance(period, Length):
        day = period.day(start)
        return (day - ONE_DAY, day - ONE_DAY) if counted is Counted.BEFORE else (day, day)
    if calendar is Calendar.TRIBUNAL_OTHER:
        return _tribunal(period, start)
    if isinstance(period, Weeks):
        return _days(7 * period.number, counted, start)
    if isinstance(period, Days):
        return _days(period.number, counted, start)
    if isinstance(period, Months):
        return _months(period.number, counted, start)
    if isinstance(period, WorkingDays):
        return _working(period.number, counted, start)
    if not school_days and calendar is Calendar.SCHOOL_OR_WORKING:
        return _working(period.number, counted, start)
    return _school(period.number, counted, start, school_days)


def _days(number: int, counted: Counted, start: date) -> Pair:
    if counted in (Counted.AT_LEAST_BEFORE, Counted.BACK_FROM):
        back = start - timedelta(days=number)
        return back, back if counted is Counted.BACK_FROM else back - ONE_DAY
    last = start + timedelta(days=number - 1)
    if counted in FIRST_DAY_COUNTS:
        return last, last
    return last + ONE_DAY, last


def _months(number: int, counted: Counted, start: date) -> Pair:
    if counted is Counted.AT_LEAST_BEFORE:
        back = corresponding(start, -number)
        return back, back - ONE_DAY
    same = corresponding(start, number)
    if counted in (Counted.AFTER, Counted.FROM):
        return same, same
    before = same - ONE_DAY
    return (same, before) if counted is Counted.OF else (before, before)


def _working(number: int, counted: Counted, start: date) -> Pair:
    if counted is Counted.AT_LEAST_BEFORE:
        back = add_working_days(start, -number)
        return back, add_working_days(back, -1)
    strict = add_working_days(start - ONE_DAY, number)
    if counted in FIRST_DAY_COUNTS:
        return strict, strict
    return add_working_days(start, number), strict


def _school(number: int, counted: Counted, start: date, days: Sequence[date]) -> Pair:
    if counted is Counted.AT_LEAST_BEFORE:
        before = bisect_left(days, start)
        return _school_day(days, before - number), _school_day(days, before - number - 1)
    strict = _school_day(days, bisect_left(days, start) + number - 1)
    if counted in FIRST_DAY_COUNTS:
        return strict, strict
    return _school_day(days, bisect_right(days, start) + number - 1), strict


def _school_day(days: Sequence[date], place: int) -> date:
    if 0 <= place < len(days):
        return days[place]
    if not days:
        raise SchoolDaysEndTooSoon("school_days was not given, and this rule counts school days")
    if place < 0:
        raise SchoolDaysEndTooSoon(f"school_days begins too late: its first day is {days[0].isoformat()}")
    raise SchoolDaysEndTooSoon(f"school_days ends before the answer: its last day is {days[-1].isoformat()}")


def _tribunal(period: Length, start: date) -> Pair:
    """Rule 12(3)(b): working days, or days, leaving out August and 25 December to 1 January."""
    working = isinstance(period, WorkingDays)

    def nth(day: date, number: int) -> date:
        while number:
            day += ONE_DAY
            number -= not _dead(day) and (not working or is_working_day(day))
        return day

    return nth(start, period.number), nth(start - ONE_DAY, period.number)


def lodging_day(end: date) -> date:
    """Rule 12(2) and 12(3)(a): the last day on which an appeal received by 5 pm is in time.

    An end before Christmas or August that the weekend carries into them is not moved again: a family is never told
    it has longer than the earliest reading allows (AMB-20).
    """
    if end.month == 8:
        end = date(end.year, 9, 1)
    elif (end.month, end.day) >= (12, 25):
        end = date(end.year + 1, 1, 2)
    elif (end.month, end.day) == (1, 1):
        end = date(end.year, 1, 2)
    return first_working_day_on_or_after(end)


def _dead(day: date) -> bool:
    return day.month == 8 or (day.month, day.day) >= (12, 25) or (day.month, day.day) == (1, 1)


def corresponding(start: date, months: int) -> date:
    """The same day of a later or earlier month, or that month's last day (*Dodds v Walker*)."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
