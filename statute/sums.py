"""The sum behind a date, said so that anyone can check it on a calendar."""

from datetime import date

from statute.calendar import ONE_DAY, first_working_day_on_or_after
from statute.counting import FIRST_DAY_COUNTS, lodging_day
from statute.duty import Calendar, Counted, Duty, EarlierOf, Limit
from statute.periods import Length, Months, Period, SchoolDays, Weeks, WorkingDays
from statute.words import after, long

BOTH_AGREE = "Both counts agree."
DEAD_DAYS = "Days in August, and from 25 December to 1 January, are not counted (rule 12)."


def one_limit(limit: Limit, calendar: Calendar, start: date, ordinary: date, strict: date) -> str:
    """The sum for one period, given where it ends."""
    period, counted = limit.period, limit.counted
    dead = f"{DEAD_DAYS} " if calendar is Calendar.TRIBUNAL_OTHER else ""
    return dead + _one_limit(period, counted, start, ordinary, strict)


def _one_limit(period: Period, counted: Counted, start: date, ordinary: date, strict: date) -> str:
    if not isinstance(period, Length):
        return _fixed(str(period), counted, ordinary)
    if counted is Counted.AT_LEAST_BEFORE:
        return (
            f"{period} before {long(start)} is {after(ordinary, start)}, the ordinary count. "
            f"The strict count leaves {period} clear, with neither end counted: {after(strict, start)}."
        )
    if counted is Counted.BACK_FROM:
        return f"{period} back from {long(start)} is {after(ordinary, start)}. {BOTH_AGREE}"
    if isinstance(period, Months):
        return _months(period, counted, start, ordinary, strict)
    if isinstance(period, (WorkingDays, SchoolDays)):
        return _some_days(period, counted, ordinary, strict)
    return _days(period, counted, ordinary, strict)


def _fixed(period: str, counted: Counted, ordinary: date) -> str:
    if counted is Counted.BEFORE:
        return f"Before {period} means by the end of the day before: {long(ordinary)}. {BOTH_AGREE}"
    if period == "at once":
        return f"It is due at once, on the day itself: {long(ordinary)}."
    return f"The day is {period}: {long(ordinary)}. {BOTH_AGREE}"


def _days(period: Length, counted: Counted, ordinary: date, strict: date) -> str:
    number = period.number * (7 if isinstance(period, Weeks) else 1)
    whole = f"{period} is {number} days. " if isinstance(period, Weeks) else ""
    if ordinary == strict:
        return f"The day itself is day 1. {whole}Day {number} is {long(strict)}. {BOTH_AGREE}"
    return (
        f"{whole}Day {number} is {long(strict)}, the strict count. "
        f"The ordinary count gives one day more: {after(ordinary, strict)}."
    )


def _months(period: Length, counted: Counted, start: date, ordinary: date, strict: date) -> str:
    if counted in (Counted.STARTING_WITH, Counted.BEGINNING_WITH):
        return (
            f"{period}, with {long(start)} as the first day, end the day before the same day of the month: "
            f"{long(ordinary)}. {BOTH_AGREE}"
        )
    same = f"{period} after {long(start)} is "
    if ordinary.day == start.day:
        same += f"the same day of the month: {long(ordinary)}"
    else:
        same += f"a month with no day {start.day}, so its last day: {long(ordinary)}"
    if ordinary == strict:
        return f"{same}. {BOTH_AGREE}"
    return f"{same}, the ordinary count. The strict count is a day earlier: {after(strict, ordinary)}."


def _some_days(period: Length, counted: Counted, ordinary: date, strict: date) -> str:
    which = "Saturdays, Sundays and bank holidays are not counted."
    if isinstance(period, SchoolDays):
        which = "Only days on which that school is open to its pupils are counted."
    if ordinary == strict:
        first = "The day itself is day 1 if it counts. " if counted in FIRST_DAY_COUNTS else ""
        return f"{period}. {which} {first}Day {period.number} is {long(strict)}. {BOTH_AGREE}"
    return (
        f"{period}. {which} With the day itself as day 1, day {period.number} is {long(strict)}, the strict count. "
        f"Without it, day {period.number} is {after(ordinary, strict)}, the ordinary count."
    )


def chosen(duty: Duty, ordinary: date, strict: date) -> str:
    """Which of two ends governs."""
    which = "earlier" if isinstance(duty.joined, EarlierOf) else "later"
    if ordinary == strict:
        return f"The {which} governs: {long(ordinary)}."
    return f"The {which} governs: {long(strict)} on the strict count, {after(ordinary, strict)} on the ordinary count."


def window(duty: Duty, ordinary: date) -> str:
    """That a window must close before the next step."""
    if duty.counted is not Counted.AT_LEAST_BEGINNING_WITH:
        return ""
    return f"That is the last day of the window: nothing further before {after(ordinary + ONE_DAY, ordinary)}."


def moved(duty: Duty, end: date) -> str:
    """What the tribunal's own rule does to an end on a dead day."""
    if duty.calendar is Calendar.TRIBUNAL_LODGE:
        day, what = lodging_day(end), "an appeal received"
    elif duty.calendar is Calendar.TRIBUNAL_OTHER:
        day, what = first_working_day_on_or_after(end), "what is done"
    else:
        return ""
    if day == end:
        return ""
    dead = "falls in August" if end.month == 8 else "falls at Christmas" if (end.month, end.day) in _CHRISTMAS else ""
    return f"That day {dead or 'is not a working day'}, so {what} by 5 pm on {long(day)} is in time (rule 12)."


_CHRISTMAS = {(12, day) for day in range(25, 32)} | {(1, 1)}
