"""When something said is not kept, and what somebody wishes for a meeting. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time

from people.words import Mode
from talking.words import LONGEST, PER_HOUR, Suits, Way, Why

MIDDAY = time(12)
AFTER_SCHOOL = time(15, 30)


@dataclass(frozen=True)
class Saying:
    """Something as somebody would put it into a conversation."""

    words: str
    said_on: date
    today: date
    hidden: bool = False
    """Whether it holds an address that the other may not be told."""
    lately: int = 0
    """How many messages the same reader sent within the hour."""


def against_saying(saying: Saying) -> list[Why]:
    """Everything that is wrong at once."""
    wrong = (
        (not saying.words.strip(), Why.NO_WORDS),
        (len(saying.words) > LONGEST, Why.TOO_LONG),
        (saying.said_on > saying.today, Why.NOT_YET),
        (saying.hidden, Why.HIDDEN),
        (saying.lately >= PER_HOUR, Why.TOO_MANY),
    )
    return [why for is_so, why in wrong if is_so]


@dataclass(frozen=True)
class Wishes:
    """How somebody likes to be reached and met, said once."""

    way: Way
    meets: Mode | None = None
    suits: tuple[Suits, ...] = ()
    """The times of day that suit them; every time, where none is named."""
    not_on: tuple[int, ...] = ()
    """The days of the week on which they cannot come, Monday 0."""
    helps: str = ""


def suited(suits: Collection[Suits], not_on: Collection[int], on: date, begins: time) -> bool:
    """Whether a day and a time are as somebody wishes."""
    return on.weekday() not in not_on and (not suits or part_of_day(begins) in suits)


def part_of_day(begins: time) -> Suits:
    """In which part of the day something begins."""
    if begins < MIDDAY:
        return Suits.MORNING
    return Suits.AFTERNOON if begins < AFTER_SCHOOL else Suits.LATE
