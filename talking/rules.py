"""When something said is not kept. Pure."""

from dataclasses import dataclass
from datetime import date

from talking.words import LONGEST, PER_HOUR, Why


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
