"""Which reminders a deadline should have had, worked out anew from its dates, the days on which somebody looked, and
what people did. Knows the ladder's rules as docs/operators/drill.md tells them, and nothing of the code that climbs.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from statute.calendar import is_working_day

FIRST, NEARING, TODAY, MISSED, MANAGER, HEAD = range(6)
DAY = timedelta(days=1)
EARLY = ((70, 20, 10), (28, 10, 5), (14, 5, 2), (5, 0, 1), (0, 0, 0))
"""A duty of at least so many days: first notice and nearing, so many working days before the day to work to."""
TO_MANAGER, TO_HEAD, AGAIN = 1, 3, 5
"""Working days after the last day until the manager hears, the head of service, and the head once more."""


@dataclass(frozen=True)
class Owed:
    """A deadline, and when it became known."""

    key: str
    known: date
    counted_from: date
    plan_for: date
    strict: date
    last: date


@dataclass(frozen=True)
class Done:
    """What somebody did about it: ``ended``, ``excused`` or ``taken_up``, with the day named."""

    on: date
    what: str
    until: date | None = None


def working(day: date, number: int) -> date:
    """The nth working day after a day, or before it. The day itself is not counted."""
    step = DAY if number > 0 else -DAY
    while number:
        day += step
        if is_working_day(day):
            number -= 1 if number > 0 else -1
    return day


def opening(day: date) -> date:
    """The day, or the next that is a working day."""
    while not is_working_day(day):
        day += DAY
    return day


def closing(day: date) -> date:
    """The day, or the last before it that is a working day."""
    while not is_working_day(day):
        day -= DAY
    return day


@dataclass
class _Course:
    """A deadline on its way up: the steps before it, each with its day."""

    owed: Owed
    plan: date
    last: date
    promised: date | None = None
    ahead: dict[int, date] = field(default_factory=dict)

    def late_on(self) -> date:
        return max(self.last, self.promised or self.last) + DAY

    def begin(self, today: date) -> None:
        length = (self.owed.strict - self.owed.counted_from).days
        _, first, nearing = next(row for row in EARLY if length >= row[0])
        notices = {TODAY: self.plan}
        if nearing:
            notices[NEARING] = working(self.plan, -nearing)
        if first:
            notices[FIRST] = working(self.plan, -first)
        if self.late_on() <= today:
            self.ahead = {MISSED: today}
        elif self.promised and self.last < today:
            self.ahead = {MISSED: self.late_on()}
        elif self.plan <= today:
            self.ahead = {TODAY: today, MISSED: self.late_on()}
        else:
            self.ahead = {rung: day for rung, day in notices.items() if day > today} | {MISSED: self.late_on()}

    def look(self, today: date) -> int | None:
        reached = [rung for rung, day in self.ahead.items() if day <= today]
        if not reached:
            return None
        told = max(reached)
        self.ahead = {rung: day for rung, day in self.ahead.items() if rung > told}
        if told >= MISSED:
            above = told + 1
            since = opening(self.late_on())
            at_first = working(since, TO_MANAGER if above == MANAGER else TO_HEAD + AGAIN * (above - HEAD))
            wait = {MANAGER: TO_MANAGER, HEAD: TO_HEAD - TO_MANAGER}.get(above, AGAIN)
            self.ahead = {above: max(at_first, working(opening(today), wait))}
        return told

    def heed(self, done: Done) -> None:
        late = min(self.ahead) >= MISSED
        if done.what == "ended":
            self.ahead = {}
        elif done.what == "excused" and done.until:
            self.plan, self.last = closing(done.until), done.until
            self.begin(done.on)
        elif done.what == "taken_up":
            self.promised = done.until
            if late:
                self.begin(done.on)
            else:
                self.ahead[MISSED] = self.late_on()


def reminders(owed: Owed, looks: Iterable[date], done: Iterable[Done] = ()) -> list[tuple[int, date]]:
    """The rungs a deadline should have been raised on, and the day of each. On one day people act before we look."""
    course = _Course(owed, owed.plan_for, owed.last)
    course.begin(owed.known)
    raised = []
    what_happened = [(look, 1, None) for look in set(looks)] + [(each.on, 0, each) for each in done]
    for day, _, act in sorted(what_happened, key=lambda each: each[:2]):
        if day < owed.known or not course.ahead:
            continue
        if act is not None:
            course.heed(act)
        elif (rung := course.look(day)) is not None:
            raised.append((rung, day))
    return raised
