"""How answers about meetings are added up, so that nothing that is shown tells of one person. Pure.

Answers to one question, from one group and one locality, are taken in the order in which they came, ``SMALL`` at a
time. Such a handful is counted whole or not at all, and never changes afterwards. Every figure is a sum of whole
handfuls: so no difference between two figures, nor between today's page and yesterday's, holds fewer than ``SMALL``
answers. The last few wait until there are enough of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from insight.suppression import SMALL


@dataclass(frozen=True)
class Scored:
    """One answer: from which group and locality, when it came, and the numbers given."""

    group: str
    place: str
    """Empty where no locality is known, or where it may not be told."""
    on: date
    scores: Mapping[str, float]


@dataclass(frozen=True)
class Handful:
    """``SMALL`` answers to one question, from one group and one locality."""

    group: str
    place: str
    question: str
    on: date
    """The day on which the last of them came."""
    total: Decimal


@dataclass(frozen=True)
class Figure:
    """What is shown of some handfuls."""

    count: int
    mean: Decimal | None
    """To one decimal. None where there is nothing to show."""

    @property
    def length(self) -> int:
        """How long it is drawn, of a hundred: 5 is all of it, and nought nothing."""
        return int((self.mean or Decimal()) * 20)


def handfuls(answers: Iterable[Scored]) -> list[Handful]:
    """The whole handfuls. ``answers`` stand in the order in which they came."""
    waiting: dict[tuple[str, str, str], list[float]] = defaultdict(list)
    found = []
    for one in answers:
        for question, number in one.scores.items():
            held = waiting[one.group, one.place, question]
            held.append(number)
            if len(held) == SMALL:
                total = sum((Decimal(str(each)) for each in held), Decimal())
                found.append(Handful(one.group, one.place, question, one.on, total))
                held.clear()
    return found


def figure(held: Sequence[Handful]) -> Figure:
    """The mean of some handfuls, and of how many answers it is."""
    count = SMALL * len(held)
    if not held:
        return Figure(0, None)
    mean = sum((one.total for one in held), Decimal()) / count
    return Figure(count, mean.quantize(Decimal("0.1"), ROUND_HALF_UP))


def quarter_of(day: date) -> tuple[int, int]:
    """The year and the quarter of a day."""
    return day.year, (day.month + 2) // 3


def month_of(day: date) -> tuple[int, int]:
    """The year and the month of a day."""
    return day.year, day.month


def last(times: int, day: date, *, by_month: bool) -> list[tuple[int, int]]:
    """The last so many months or quarters, up to the one of a day."""
    parts = 12 if by_month else 4
    year, part = (month_of if by_month else quarter_of)(day)
    place = year * parts + part - 1
    return [(one // parts, one % parts + 1) for one in range(place - times + 1, place + 1)]


def share(part: int | None, whole: int | None) -> str:
    """How many answered of those asked, in whole per cent; empty where either is hidden or nobody was asked."""
    return f"{round(100 * part / whole)}%" if whole and part is not None else ""


def unless_small(count: int) -> int | None:
    """A count, or None where it could tell of somebody. Nought is shown."""
    return None if 0 < count < SMALL else count
