"""The sum behind a date, drawn: the weeks one after another, and the days around the end, so that anyone can count."""

from dataclasses import dataclass
from datetime import date, timedelta

from statute.calendar import ONE_DAY, ONE_WEEK, SATURDAY, is_working_day, working_days_between
from statute.dates import Dates
from statute.duty import Calendar, Duty
from statute.periods import Days, Weeks, WorkingDays

FEW_WEEKS = 3
"""A time this short is drawn whole, day by day; a longer one by its weeks, and only its end by the day."""


@dataclass(frozen=True, slots=True)
class Passed:
    """Which day of how many a day is. Over once it is more than there are."""

    day: int
    of: int
    unit: str

    @property
    def over(self) -> bool:
        return self.day > self.of


@dataclass(frozen=True, slots=True)
class Week:
    """One week of the sum, from its first day."""

    number: int
    begins: date
    past: bool
    now: bool
    end: bool


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar, and everything there is to say of it."""

    on: date
    words: tuple[str, ...]
    state: str
    """plan, strict, last, off, or nothing."""


def passed(rule: Duty, started: date, strict: date, today: date) -> Passed | None:
    """Which day today is, where the time allowed is counted forward in days or weeks; otherwise nothing."""
    if strict < started or today < started:
        return None
    if isinstance(rule.period, WorkingDays):
        return Passed(_working(started, today), _working(started, strict), "working day")
    if isinstance(rule.period, (Weeks, Days)) and rule.calendar is Calendar.CIVIL and rule.joined is None:
        return Passed((today - started).days + 1, (strict - started).days + 1, "day")
    return None


def weeks(rule: Duty, started: date, strict: date, today: date) -> list[Week]:
    """The weeks of a sum in weeks, the first one beginning on day 1."""
    if not isinstance(rule.period, Weeks) or strict < started:
        return []
    count = (strict - started).days // 7 + 1
    found = []
    for number in range(count):
        begins = started + number * ONE_WEEK
        ends = begins + ONE_WEEK - ONE_DAY
        found.append(Week(number + 1, begins, ends < today, begins <= today <= ends, begins <= strict <= ends))
    return found


def around(started: date, dates: Dates, today: date) -> list[list[Day]]:
    """Whole weeks, Monday to Sunday: all of a short time, and of a longer one the weeks about its end."""
    first = _monday(dates.plan_for) - ONE_WEEK
    if started <= dates.plan_for and dates.ordinary - started < FEW_WEEKS * ONE_WEEK:
        first = _monday(started)
    rows = max(FEW_WEEKS, ((dates.ordinary - first).days // 7) + 1)
    return [
        [_day(first + timedelta(days=7 * row + column), started, dates, today) for column in range(7)]
        for row in range(rows)
    ]


def _day(on: date, started: date, dates: Dates, today: date) -> Day:
    words, state = [], ""
    if on == started:
        words.append("Day 1")
    if on.weekday() < SATURDAY and not is_working_day(on):
        words.append("Bank holiday")
        state = "off"
    if on == dates.plan_for:
        words.append("Work to")
        state = "plan"
    if on == dates.strict:
        words.append("Target")
        state = "strict"
    if on == dates.ordinary:
        words.append("Last day")
        state = state if state == "strict" else "last"
    if on == today:
        words.append("Today")
    return Day(on, tuple(words), state)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _working(first: date, last: date) -> int:
    """Working days from one day to another, both counted."""
    return working_days_between(first - ONE_DAY, last)
