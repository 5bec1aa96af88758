"""A rule in plain English before there is any date: how long, from which day, and how the days are counted."""

from statute.duty import Anchor, Calendar, Counted, Duty, EarlierOf, Limit
from statute.periods import AtOnce, DayOfYear, Length, Months

SECOND_TRIGGERS = {
    Anchor.CERTIFICATE_ISSUED: "The mediation certificate",
    Anchor.MEETING: "The review meeting",
    Anchor.REVIEWED: "The plan",
    Anchor.TRANSFERRED: "The transfer of the plan",
}
"""What the second of two periods starts from: the trigger of a rule names the first alone."""


def day_of(anchor: Anchor) -> str:
    """Which day of a trigger is meant: "the day it was received"."""
    return _DAY_OF[anchor]


def owed(rule: Duty) -> str:
    """Who owes it to whom, inside a sentence: "the council to the parent or young person"."""
    return f"{_inside(rule.who)} to {_inside(rule.whom)}"


def how_long(rule: Duty) -> str:
    """The whole time allowed: "Within 20 weeks of the day it was received", or what the law says instead."""
    if not rule.limits:
        said = rule.limit or "no period"
        return f"{said[0].upper()}{said[1:]}"
    own = limit_in_words(rule.limits[0])
    if rule.joined is None:
        return own
    second = limit_in_words(rule.joined.limit)
    which = "earlier" if isinstance(rule.joined, EarlierOf) else "later"
    trigger = SECOND_TRIGGERS[rule.joined.limit.anchor]
    return f"{own}; or {_inside(second)} ({_inside(trigger)}), whichever is {which}"


def _inside(text: str) -> str:
    return f"{text[0].lower()}{text[1:]}"


def limit_in_words(limit: Limit) -> str:
    """One period from one day."""
    period, day = limit.period, day_of(limit.anchor)
    if isinstance(period, AtOnce):
        return "At once"
    if isinstance(period, DayOfYear):
        return f"{'Before' if limit.counted is Counted.BEFORE else 'On'} {period}, in the calendar year of {day}"
    if not isinstance(period, Length):
        return f"On {period}"
    return _PHRASES[limit.counted].format(period=period, day=day)


def reading(limit: Limit) -> str:
    """What the counting words of the law give, on both readings."""
    period = limit.period
    if not isinstance(period, Length):
        before = "By the end of the day before that date." if limit.counted is Counted.BEFORE else "That very day."
        return f"{before} Both counts agree."
    if isinstance(period, Months) and limit.counted in _MONTHS:
        return _MONTHS[limit.counted]
    return _READINGS[limit.counted]


def calendar_in_words(calendar: Calendar) -> str:
    """Which days count, and what happens to an end on a day when nobody works."""
    return _CALENDARS[calendar]


_DAY_OF = {
    Anchor.RECEIVED: "the day it was received",
    Anchor.SENT: "the day it was sent",
    Anchor.SERVED: "the day it was served",
    Anchor.MADE: "the day it was made",
    Anchor.ISSUED: "the day it was issued",
    Anchor.AWARE: "the day it became known",
    Anchor.MEETING: "the day it is held",
    Anchor.NOTICE_SENT: "the day it was sent",
    Anchor.REVIEWED: "the day it was made or last reviewed",
    Anchor.TRANSFERRED: "the day it happened",
    Anchor.TRANSFER: "that day",
    Anchor.NOTIFIED: "the day it was given",
    Anchor.TOLD: "the day somebody was told",
    Anchor.AGREED: "the day it was agreed",
    Anchor.ENDED: "the day it ended",
    Anchor.DECISION_SENT: "the day it was sent",
    Anchor.CERTIFICATE_ISSUED: "the day it was issued",
    Anchor.ORDER_MADE: "the day it was made",
    Anchor.NOTICE_RECEIVED: "the day it was received",
    Anchor.NOTICE_GIVEN: "the day it was given",
    Anchor.FIRST_DAY: "that day",
    Anchor.BORN: "the day they were born",
    Anchor.HEARD: "the day it was held",
    Anchor.HAPPENED: "the day it happened",
    Anchor.STARTS: "the day it starts",
    Anchor.KEPT: "that day",
    Anchor.ADMITTED: "the day it happened",
    Anchor.ENTERED: "the day it was entered",
    Anchor.PAID: "the day it was paid",
    Anchor.PUBLISHED: "the day it came out",
    Anchor.MEDIATION: "the day it is held",
    Anchor.DUE: "that day",
}

_PHRASES = {
    Counted.OF: "Within {period} of {day}",
    Counted.FROM: "Within {period} from {day}",
    Counted.AFTER: "Within {period} after {day}",
    Counted.BEGINNING_WITH: "{period}, beginning with {day}",
    Counted.AT_LEAST_BEGINNING_WITH: "At least {period}, beginning with {day}",
    Counted.STARTING_WITH: "Within {period} starting with {day}",
    Counted.BEFORE: "Before {period} of {day}",
    Counted.AT_LEAST_BEFORE: "At least {period} before {day}",
    Counted.BACK_FROM: "{period} back from {day}",
    Counted.ON: "{period} on {day}",
}

_TWO = "Strict count, which we work to: the day itself is day 1. Ordinary count: the next day is day 1."
_ONE = "The day itself is day 1. Both counts agree."
_READINGS = {
    Counted.OF: _TWO,
    Counted.FROM: _TWO,
    Counted.AFTER: _TWO,
    Counted.BEGINNING_WITH: _ONE,
    Counted.STARTING_WITH: _ONE,
    Counted.AT_LEAST_BEGINNING_WITH: "A window that must stay open at least so long. The day itself is day 1, on both "
    "counts, and nothing further happens before the day after the last.",
    Counted.BEFORE: "By the end of the day before. Both counts agree.",
    Counted.AT_LEAST_BEFORE: "Counted back. Strict count, which we work to: so much time lies clear between the two "
    "days. Ordinary count: a day less.",
    Counted.BACK_FROM: "Counted back. Both counts agree.",
    Counted.ON: "That very day. Both counts agree.",
}

_MONTHS_END = "the same day of a later month, or that month’s last day where it has no such day"
_TO_THE_DAY_BEFORE = f"Ends the day before {_MONTHS_END}. Both counts agree."
_MONTHS = {
    Counted.OF: f"Ordinary count: {_MONTHS_END}. Strict count, which we work to: a day earlier.",
    Counted.FROM: f"Ends on {_MONTHS_END}. Both counts agree.",
    Counted.AFTER: f"Ends on {_MONTHS_END}. Both counts agree.",
    Counted.STARTING_WITH: _TO_THE_DAY_BEFORE,
    Counted.BEGINNING_WITH: _TO_THE_DAY_BEFORE,
}

_WORKING = "Monday to Friday without bank holidays. Days on which the council itself closes do count."
_CALENDARS = {
    Calendar.CIVIL: "Every day counts: weekends, bank holidays and school holidays. A last day on a weekend or bank "
    "holiday stays there, and we act by the working day before.",
    Calendar.WORKING: f"Only working days count: {_WORKING}",
    Calendar.SCHOOL: "Only days on which that school is open to its pupils count, so that school’s own calendar is "
    "needed.",
    Calendar.SCHOOL_OR_WORKING: "School days count. Where the school’s calendar is not known, working days are counted "
    "instead, which can only end sooner.",
    Calendar.TRIBUNAL_LODGE: "Every day counts. An end in August moves to the first working day of September, and one "
    "from 25 December to 1 January to the next working day (rule 12).",
    Calendar.TRIBUNAL_OTHER: "Days in August, and from 25 December to 1 January, do not count, and an end on a day "
    "that is not a working day moves to the next (rule 12).",
}
