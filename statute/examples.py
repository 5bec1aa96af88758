"""A worked example of any rule that has a sum: somebody asks on a day, and this is what follows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from statute.calendar import is_working_day
from statute.counting import CannotCount, corresponding
from statute.duty import Anchor, Calendar, Duty
from statute.explain import Why, explained
from statute.periods import EndOfYearTurning25, LeavingSchool, StartingSchool

AHEAD = {Anchor.TRANSFER, Anchor.MEDIATION, Anchor.STARTS, Anchor.DUE}
"""Days that lie ahead of whoever reads."""
AGES = {LeavingSchool: 15, StartingSchool: 4, EndOfYearTurning25: 23}
EVERY_WORKING_DAY = "Here every working day is taken as a school day. The school’s own calendar decides."


@dataclass(frozen=True, slots=True)
class Example:
    """The panel for an invented day, and what was taken for granted."""

    why: Why
    taken: str


def example(rule: Duty, today: date) -> Example | None:
    """The rule worked through from today, or from a day today would suggest. Nothing for a rule without a period."""
    if not rule.limits:
        return None
    school = rule.calendar in (Calendar.SCHOOL, Calendar.SCHOOL_OR_WORKING)
    days = [day for day in _around(today) if is_working_day(day)] if school else []
    try:
        return Example(explained(rule, _invented(rule, today), days), EVERY_WORKING_DAY if school else "")
    except CannotCount:
        return None


def _invented(rule: Duty, today: date) -> Mapping[Anchor, date]:
    first, *others = rule.limits
    anchors = {first.anchor: _day(rule, first.anchor, today)}
    for each in others:
        anchors[each.anchor] = anchors[first.anchor] - timedelta(weeks=5)
        if each.optional:  # a certificate comes after the decision it is about
            anchors[each.anchor] = anchors[first.anchor] + timedelta(weeks=5)
    return anchors


def _day(rule: Duty, anchor: Anchor, today: date) -> date:
    if anchor is Anchor.BORN:
        return corresponding(today, -12 * AGES[type(rule.period)])  # type: ignore[index]
    if anchor is Anchor.TRANSFER:
        return date(today.year + 1, 9, 1)
    if anchor is Anchor.DUE:
        return date(today.year + 1, 2, 14)
    return today + timedelta(weeks=12) if anchor in AHEAD else today


def _around(today: date) -> list[date]:
    return [today + timedelta(days=number) for number in range(-60, 400)]
