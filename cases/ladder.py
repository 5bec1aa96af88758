"""When somebody is reminded of a deadline, and who hears of it when nobody acts. Pure.

Each deadline climbs one ladder: first notice, nearing, today, missed, and then the manager and the head of service,
again and again until somebody acts. It is counted in working days from the day to work to. These are our own
targets: no law asks for them.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from core.words import _
from statute.calendar import ONE_DAY, add_working_days, first_working_day_on_or_after, last_working_day_on_or_before


class Rung(IntEnum):
    """How far up a deadline has climbed. Every number above HEAD is the head of service told once more."""

    FIRST = 0
    NEARING = 1
    TODAY = 2
    MISSED = 3
    MANAGER = 4
    HEAD = 5

    @property
    def words(self) -> str:
        return WORDS[self]


WORDS = {
    Rung.FIRST: _("First notice"),
    Rung.NEARING: _("Nearing"),
    Rung.TODAY: _("Today"),
    Rung.MISSED: _("Late"),
    Rung.MANAGER: _("Late, and the manager is told"),
    Rung.HEAD: _("Late, and the head of service is told"),
}


def rung_of(number: int) -> Rung:
    """The rung a stored number stands for."""
    return Rung(min(number, Rung.HEAD))


@dataclass(frozen=True, slots=True)
class Lead:
    """How many working days before the day to work to, and after the last day, each rung stands."""

    first: int
    """0: no first notice."""
    nearing: int
    """0: not told before the day itself."""
    manager: int = 1
    head: int = 3
    again: int = 5


LIMITS = {"first": (0, 60), "nearing": (0, 30), "manager": (1, 5), "head": (2, 15), "again": (1, 10)}
"""What an authority may choose: it may be told earlier, and never let a late duty lie."""

BY_LENGTH = (
    (timedelta(weeks=10), Lead(first=20, nearing=10)),
    (timedelta(weeks=4), Lead(first=10, nearing=5)),
    (timedelta(weeks=2), Lead(first=5, nearing=2)),
    (timedelta(days=5), Lead(first=0, nearing=1)),
)
SHORT = Lead(first=0, nearing=0)


def usual(counted_from: date, strict: date) -> Lead:
    """The reminders of a duty this long, where the authority has not chosen its own."""
    for length, lead in BY_LENGTH:
        if strict - counted_from >= length:
            return lead
    return SHORT


def against(lead: Lead) -> dict[str, str]:
    """What is wrong with a choice, by field. Empty when it may stand."""
    wrong = {}
    for name, (least, most) in LIMITS.items():
        if not least <= getattr(lead, name) <= most:
            wrong[name] = _("Choose between {least} and {most} working days.").format(least=least, most=most)
    if not wrong and lead.first and lead.first <= lead.nearing:
        wrong["first"] = _("The first notice must come before the nearing one.")
    if not wrong and lead.head <= lead.manager:
        wrong["head"] = _("The head of service hears after the manager.")
    return wrong


@dataclass(frozen=True, slots=True)
class Standing:
    """A deadline as the ladder sees it."""

    plan_for: date
    last: date
    taken_up_until: date | None = None

    @classmethod
    def of(cls, plan_for: date, last: date, recover_by: date | None, taken_up_until: date | None) -> "Standing":
        """An excused duty is chased on the day we set ourselves for it; the law's own date stays where it was."""
        if recover_by is not None:
            plan_for, last = last_working_day_on_or_before(recover_by), recover_by
        return cls(plan_for, last, taken_up_until)


def day_of(number: int, standing: Standing, lead: Lead) -> date:
    """The day on which this rung is reached. Never earlier than the rung below it."""
    if number <= Rung.TODAY:
        before = lead.first or lead.nearing if number == Rung.FIRST else lead.nearing if number == Rung.NEARING else 0
        return add_working_days(standing.plan_for, -before) if before else standing.plan_for
    passed = max(standing.last, standing.taken_up_until or standing.last) + ONE_DAY
    if number == Rung.MISSED:
        return passed
    after = lead.manager if number == Rung.MANAGER else lead.head + lead.again * (number - Rung.HEAD)
    return add_working_days(first_working_day_on_or_after(passed), after)


def begin(standing: Standing, lead: Lead, on: date) -> tuple[int, date]:
    """Where a deadline that became known on this day steps onto the ladder, and the day of that step.

    A notice due before anybody could know of it is left out; a day already reached is told at once, from the owner up.
    One that somebody has taken up waits for the day they named.
    """
    if day_of(Rung.MISSED, standing, lead) <= on:
        return Rung.MISSED, on
    if standing.taken_up_until and standing.last < on:
        return Rung.MISSED, day_of(Rung.MISSED, standing, lead)
    if day_of(Rung.TODAY, standing, lead) <= on:
        return Rung.TODAY, on
    ahead = (number for number in (Rung.FIRST, Rung.NEARING, Rung.TODAY) if day_of(number, standing, lead) > on)
    number = next(ahead)
    return number, day_of(number, standing, lead)


@dataclass(frozen=True, slots=True)
class Climb:
    """What a look at a deadline calls for: a rung to tell now, or none, and where it goes next."""

    told: int | None
    next: int
    next_on: date


def climb(standing: Standing, lead: Lead, number: int, today: date) -> Climb:
    """At most one rung a look, so that nobody is told twice after a gap and nobody above hears before the owner did.

    Notices that a later one has overtaken are left out; after "missed" each rung leaves the one below its full time.
    """
    while number < Rung.MISSED and day_of(number + 1, standing, lead) <= today:
        number += 1
    if number <= Rung.MISSED and day_of(number, standing, lead) > today:
        return Climb(None, number, day_of(number, standing, lead))
    above = number + 1
    next_on = day_of(above, standing, lead)
    if above > Rung.MISSED:
        wait = lead.manager if above == Rung.MANAGER else lead.head - lead.manager if above == Rung.HEAD else lead.again
        next_on = max(next_on, add_working_days(first_working_day_on_or_after(today), wait))
    return Climb(number, above, next_on)
