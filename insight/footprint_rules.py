"""How children are counted for planning services, and what may be shown of it. Pure."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from accounts.setting_words import EIGHT
from core.words import _
from insight.suppression import protect_row

BANDS = (
    (0, 4, _("0 to 4")), (5, 10, _("5 to 10")), (11, 15, _("11 to 15")), (16, 18, _("16 to 18")),
    (19, 25, _("19 to 25")), (26, 200, _("26 or over")),
)  # fmt: skip
ANOTHER = "another"
"""Every kind of setting that is not one of the eight."""
TYPES = (*EIGHT, ANOTHER, None)


def band_of(age: int) -> int:
    """Which of ``BANDS`` an age is in, by its place."""
    return next(place for place, (_first, last, _words) in enumerate(BANDS) if age <= last)


def type_of(kind: str | None) -> str | None:
    """As what a kind of setting is counted. None where it is not known, or may not be told."""
    return kind if kind is None or kind in EIGHT else ANOTHER


@dataclass(frozen=True)
class Shown:
    """A list of counts as it may be shown, with its total. None is hidden."""

    counts: tuple[int | None, ...]
    total: int | None


def shown(found: Counter, order: Iterable[Hashable]) -> Shown:
    """The counts in this order, small ones hidden and others with them."""
    return Shown(*protect_row([found[one] for one in order]))


@dataclass(frozen=True)
class Sum:
    """Several councils' counts of one thing together: worked out from what is shown of each and from nothing else, so
    that it cannot give away what is hidden."""

    number: int
    whole: bool
    """Nothing of it is hidden; otherwise there are more than ``number``."""


def together(counts: Sequence[int | None]) -> Sum:
    """What is shown, added up."""
    return Sum(sum(count or 0 for count in counts), None not in counts)
