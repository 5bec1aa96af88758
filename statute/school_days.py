"""The school days of one setting: a day on which there is a session at that school (Education Act 1996, s.579(1)).

A school year is told as spans. Terms hold the days; an INSET day or a closure takes days out of a term; a holiday is
simply the space between two terms. What is left, Monday to Friday and not a bank holiday, are the school days.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from statute.calendar import caution, is_working_day
from statute.words import long

FEWEST, MOST = 170, 200
"""Outside these a year's count is odd enough to be looked at again. Most schools have 190."""


class Kind(StrEnum):
    """What a span of days is."""

    TERM = "term"
    INSET = "inset"
    """The staff are there and the children are not: no session, and not closed either."""
    CLOSURE = "closure"


@dataclass(frozen=True, slots=True)
class Span:
    """Some days together, both ends included."""

    kind: Kind
    first: date
    last: date
    note: str = ""

    def days(self) -> Iterator[date]:
        """Every day of it, weekends too."""
        return (self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))

    def touches(self, other: "Span") -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    @property
    def said(self) -> str:
        """Its days in words."""
        return long(self.first) if self.first == self.last else f"{long(self.first)} to {long(self.last)}"


class CalendarFault(ValueError):
    """These spans cannot be a school year, and why. ``span`` is the one to mend, if it is one."""

    def __init__(self, why: str, span: Span | None = None) -> None:
        super().__init__(why)
        self.span = span


class EndsBeforeItBegins(CalendarFault):
    """The last day comes before the first."""


class OutsideTheYear(CalendarFault):
    """Days of another school year."""


class TermsOverlap(CalendarFault):
    """Two terms share a day."""


class InsetOutsideTerms(CalendarFault):
    """An INSET day when there is no term to take it out of."""


class NoSchoolDays(CalendarFault):
    """Nothing is left to count."""


def school_year(day: date) -> int:
    """The school year of a day, by the year it begins in. A school's year begins with its first term after July."""
    return day.year if day.month >= 8 else day.year - 1


def called(year: int) -> str:
    """2026/27."""
    return f"{year}/{(year + 1) % 100:02}"


def faults(year: int, spans: Iterable[Span]) -> list[CalendarFault]:
    """Everything that keeps these spans from being that school year, each with the span to mend."""
    spans = list(spans)
    found: list[CalendarFault] = []
    whole = []
    for span in spans:
        if span.last < span.first:
            found.append(EndsBeforeItBegins(f"{long(span.first)} comes after {long(span.last)}", span))
        elif school_year(span.first) != year or span.last > date(year + 1, 8, 31):
            found.append(OutsideTheYear(f"{span.said} is not in the school year {called(year)}", span))
        else:
            whole.append(span)
    terms = sorted((span for span in whole if span.kind is Kind.TERM), key=lambda term: term.first)
    for before, after in zip(terms, terms[1:], strict=False):
        if before.touches(after):
            found.append(TermsOverlap(f"Two terms share days: {before.said}, and {after.said}", after))
    for span in whole:
        if span.kind is Kind.INSET and not any(span.touches(term) for term in terms):
            found.append(InsetOutsideTerms(f"INSET on {span.said} falls outside every term", span))
    if not found and not sessions(spans):
        found.append(NoSchoolDays("These dates leave no school days" if terms else "There is no term yet"))
    return found


def school_days(year: int, spans: Iterable[Span]) -> list[date]:
    """The school days of a year, in order. Raises the first of ``faults``."""
    spans = list(spans)
    for fault in faults(year, spans):
        raise fault
    return sessions(spans)


def sessions(spans: Iterable[Span]) -> list[date]:
    """The days with a session, from spans without a fault."""
    spans = list(spans)
    out = _days_of(spans, Kind.INSET, Kind.CLOSURE)
    return sorted(day for day in _days_of(spans, Kind.TERM) - out if is_working_day(day))


def cautions(year: int, spans: Sequence[Span]) -> list[str]:
    """What may be a slip in a year without faults. Somebody should look; nothing is refused."""
    days = sessions(spans)
    found = []
    if not FEWEST <= len(days) <= MOST:
        found.append(
            f"{len(days)} school days is {'more' if len(days) > MOST else 'fewer'} than usual. Most schools have 190."
        )
    terms = _days_of(spans, Kind.TERM)
    for span in spans:
        if span.kind is not Kind.TERM and not any(day in terms and is_working_day(day) for day in span.days()):
            what = "INSET" if span.kind is Kind.INSET else "Closed"
            found.append(f"{what} on {span.said} takes out no school day: there would be none.")
    if days and (unsure := caution(days[-1])):
        found.append(unsure)
    return found


def _days_of(spans: Iterable[Span], *kinds: Kind) -> set[date]:
    return {day for span in spans if span.kind in kinds for day in span.days()}
