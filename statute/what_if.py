"""What follows from days that somebody gives: the whole timetable of a journey, and what it lacks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from statute.counting import OutsideTheCalendar, SchoolDaysEndTooSoon
from statute.duty import Anchor, Calendar, Duty
from statute.explain import Why, explained
from statute.journeys import Journey, Question, asked_by, rules_of
from statute.more_time import Option, least_days, more_time
from statute.timetable import duty

DRAFT_SERVED = "draft_plan_served"
"""The question whose day a family's time to comment begins with."""
Given = Mapping[str, date]
SchoolDays = Callable[[date], Sequence[date]]
"""The school days that a sum starting on this day may count; none where no school's calendar was chosen."""


@dataclass(frozen=True, slots=True)
class Found:
    """One rule with its dates."""

    rule: Duty
    why: Why
    first: date
    """The earliest day it counts from."""
    unknown: Question | None = None
    """A second day the rule may also count from, which was not given."""

    @property
    def is_window(self) -> bool:
        """Whether it is a time that must be left open, and not a time to act by."""
        return self.why.not_before is not None

    @property
    def day(self) -> date:
        """The day it stands under: the one to work to, or the last of a window."""
        return self.why.ordinary if self.is_window else self.why.plan_for


@dataclass(slots=True)
class Timetable:
    """Everything that follows, in order of date, and everything that cannot be said yet."""

    found: list[Found] = field(default_factory=list)
    lacking: dict[Question, list[Duty]] = field(default_factory=dict)
    no_calendar: list[Duty] = field(default_factory=list)
    calendar_too_short: list[Duty] = field(default_factory=list)
    outside: list[Duty] = field(default_factory=list)
    undated: list[Duty] = field(default_factory=list)


def no_school_days(_: date) -> Sequence[date]:
    """No school's calendar was chosen."""
    return ()


def timetable(journey: Journey, given: Given, school_days: SchoolDays = no_school_days) -> Timetable:
    """What follows. ``given`` holds days by the keys of ``questions_of(journey)``."""
    result = Timetable()
    for rule in rules_of(journey):
        _place(result, rule, given, school_days)
    result.found.sort(key=lambda each: each.day)  # equal days stay in the order of the book
    return result


def _place(result: Timetable, rule: Duty, given: Given, school_days: SchoolDays) -> None:
    asked = list(asked_by(rule))
    if not asked:
        result.undated.append(rule)
        return
    for question, limit in asked:
        if question.key not in given and not limit.optional:
            result.lacking.setdefault(question, []).append(rule)
            return
    anchors = {limit.anchor: given[question.key] for question, limit in asked if question.key in given}
    unknown = next((question for question, _ in asked if question.key not in given), None)
    _work_out(result, duty(rule.code, min(anchors.values())), anchors, unknown, school_days)


def _work_out(
    result: Timetable, rule: Duty, anchors: Mapping[Anchor, date], unknown: Question | None, school_days: SchoolDays
) -> None:
    in_school_days = rule.calendar in (Calendar.SCHOOL, Calendar.SCHOOL_OR_WORKING)
    first = min(anchors.values())
    days = school_days(first) if in_school_days else ()
    try:
        result.found.append(Found(rule, explained(rule, anchors, days), first, unknown))
    except SchoolDaysEndTooSoon:
        (result.calendar_too_short if days else result.no_calendar).append(rule)
    except OutsideTheCalendar:
        result.outside.append(rule)


def counts_school_days(journey: Journey) -> bool:
    """Whether a school's calendar would help."""
    return any(rule.calendar in (Calendar.SCHOOL, Calendar.SCHOOL_OR_WORKING) for rule in rules_of(journey))


def out_of_order(journey: Journey, given: Given) -> list[tuple[str, str]]:
    """The pairs of days given the wrong way round: the later question first, then the one it cannot come before."""
    return [
        (after, before)
        for before, after in journey.orders
        if before in given and after in given and given[after] < given[before]
    ]


def time_to_comment(result: Timetable, given: Given) -> list[Option]:
    """What asking for more time would leave, where both the draft and the final plan have their dates."""
    final = next((each.why.strict for each in result.found if each.rule.code == "PLAN-FINAL"), None)
    served = given.get(DRAFT_SERVED)
    return more_time(served, least_days(), final) if served and final else []
