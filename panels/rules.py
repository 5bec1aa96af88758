"""When an act of a panel is refused. Pure: no database, no framework."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from panels.words import Came, SittingState, Why


@dataclass(frozen=True)
class SittingFacts:
    """What the rules need to know of a sitting."""

    state: SittingState
    held_on: date
    came: Collection[Came] = ()


def against_planning(held_on: date, today: date) -> list[Why]:
    """A sitting is planned for today or later."""
    return [Why.IN_THE_PAST] if held_on < today else []


def against_opening(facts: SittingFacts, today: date) -> list[Why]:
    """It begins on its own day, so that minutes never carry another."""
    return [Why.NOT_TODAY] if facts.held_on != today else []


def against_deciding(facts: SittingFacts) -> list[Why]:
    """Something is decided while a sitting goes on and somebody is there."""
    if facts.state != SittingState.OPEN:
        return [Why.NOT_OPEN]
    return [] if Came.HERE in facts.came else [Why.NOBODY_HERE]
