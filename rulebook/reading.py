"""One rule read out for a page: every part of it in plain words."""

from dataclasses import dataclass
from datetime import date

from rulebook.words import with_codes
from statute.ambiguities import REGISTER, OpenQuestion
from statute.contents import NOTICES, Notice
from statute.duty import NOT_YET, UNDATED, Duty
from statute.examples import Example, example
from statute.exceptions import NOT_EXCUSES, Ground, NotAnExcuse
from statute.plain import SECOND_TRIGGERS, calendar_in_words, how_long, limit_in_words, owed, reading
from statute.words import long


@dataclass(frozen=True)
class Counting:
    """One period of the rule: what it is and how it is counted."""

    what: str
    starts: str
    how: str


@dataclass(frozen=True)
class ReadOut:
    """Everything a page says of a rule besides the rule's own words."""

    owed: str
    how_long: str
    countings: list[Counting]
    calendar: str
    in_force: str
    in_force_now: bool
    excuses: list[str]
    not_excuses: tuple[NotAnExcuse, ...]
    notice: Notice | None
    questions: list[tuple[str, OpenQuestion]]
    next_step: list[tuple[str, str]]
    note: list[tuple[str, str]]
    example: Example | None


def read_out(rule: Duty, today: date) -> ReadOut:
    """The rule as a page tells it."""
    return ReadOut(
        owed=owed(rule),
        how_long=how_long(rule),
        countings=_countings(rule),
        calendar=calendar_in_words(rule.calendar) if rule.limits else "",
        in_force=_in_force(rule),
        in_force_now=rule.in_force(today),
        excuses=[ground.words for ground in Ground if ground in rule.excused_by],
        not_excuses=NOT_EXCUSES if rule.excused_by else (),
        notice=NOTICES.get(rule.notice),
        questions=[(name, REGISTER[name]) for name in rule.open_questions],
        next_step=with_codes(rule.next_step),
        note=with_codes(rule.note),
        example=example(rule, today),
    )


def _countings(rule: Duty) -> list[Counting]:
    found = []
    for place, limit in enumerate(rule.limits):
        starts = SECOND_TRIGGERS[limit.anchor] if place else rule.trigger
        found.append(Counting(limit_in_words(limit), starts, reading(limit)))
    return found


def _in_force(rule: Duty) -> str:
    if rule.in_force_from == NOT_YET:
        return "Enacted, and not in force. No day is appointed."
    since = "The rule book gives no day from which it applies" if rule.in_force_from == UNDATED else (
        f"In force from {long(rule.in_force_from)}"
    )  # fmt: skip
    return f"{since}, to {long(rule.in_force_to)}." if rule.in_force_to else f"{since}, with no end."
