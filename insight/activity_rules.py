"""Which times and figures the page of activity has, and what somebody outside the team may be shown of it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from accounts.setting_words import EIGHT
from cases.need_words import PathwayNeed
from cases.result_words import Result
from core.words import _
from insight.suppression import protect_row
from referrals.words import MainReason
from statute.school_days import called

ANOTHER = "another"
"""Every kind of setting that is not one of the eight."""
UNKNOWN = "-"
"""In an address, what has no code: not known, or not asked."""
ALL = "all"

ORDER: dict[str, tuple[str, ...]] = {
    "type": (*EIGHT, ANOTHER, ""),
    "need": tuple(PathwayNeed),
    "reason": (*MainReason, ""),
    "result": tuple(Result),
}
"""The lines of each table."""


@dataclass(frozen=True)
class Period:
    """A school year from 1 September, or all time."""

    code: str
    words: str
    since: date
    until: date

    @property
    def before(self) -> int | None:
        """The school year before it, by the year that begins in. None of all time."""
        return None if self.code == ALL else int(self.code) - 1


def year_of(day: date) -> int:
    """The school year that activity of a day counts in, by the year it begins in: from 1 September."""
    return day.year if day.month >= 9 else day.year - 1


def periods(first: date | None, today: date, *, whole: bool) -> list[Period]:
    """This school year and every one before it back to the first record; and all time, for whoever may add them up."""
    this = year_of(today)
    years = range(this, min(this, year_of(first) if first else this) - 1, -1)
    found = [
        Period(str(year), str(_("School year {year}")).replace("{year}", called(year)), date(year, 9, 1),
               date(year + 1, 8, 31))
        for year in years
    ]  # fmt: skip
    if whole:
        found.append(Period(ALL, _("All time"), date(1900, 1, 1), date(2999, 12, 31)))
    return found


@dataclass(frozen=True)
class Line:
    """One figure of a table. None is hidden."""

    of: str
    code: str
    count: int | None

    @property
    def key(self) -> str:
        """As an address says it."""
        return self.code or UNKNOWN


@dataclass(frozen=True)
class Table:
    """Figures of one kind, with their sum."""

    lines: tuple[Line, ...]
    total: int | None


Found = Mapping[str, Mapping[str, int]]
"""Counts as they are, by kind and code."""


def table(of: str, found: Found, *, hides: bool) -> Table:
    """The lines of one table, as its reader may see them."""
    counts = [found[of].get(code, 0) for code in ORDER[of]]
    shown: tuple[int | None, ...] = tuple(counts)
    total: int | None = sum(counts)
    if hides:
        shown, total = protect_row(counts)
    lines = [Line(of, code, count) for code, count in zip(ORDER[of], shown, strict=True)]
    return Table(tuple(line for line in lines if line.count != 0 or line.code in always(of)), total)


def results(found: Found, children: int, *, hides: bool) -> tuple[Line, ...]:
    """Of how many children each result was noted. Each stands beside the rest of the children, whom it must not give
    away either: who is in none of them is a number too."""
    lines = []
    for code in ORDER["result"]:
        count: int | None = found["result"].get(code, 0)
        if hides and count:
            (count, _rest), _total = protect_row([count, children - count])
        lines.append(Line("result", code, count))
    return tuple(lines)


def always(of: str) -> frozenset[str]:
    """The lines that stand there though nobody is counted in them."""
    return frozenset({"type": EIGHT, "need": tuple(PathwayNeed), "reason": ()}[of])
