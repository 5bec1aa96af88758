"""What was read: the rows that can be taken, those that are wrong, and those passed over, each with its line."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from accounts.words import Source
from statute.school_days import CalendarFault, Kind, OutsideTheYear, Span, called, faults, sessions

LONGEST_NOTE = 80
MOST_TERMS = 40
"""More than a form can hold."""


@dataclass(frozen=True)
class Taken:
    """A row that says something a school year can hold."""

    line: int
    span: Span


@dataclass(frozen=True)
class Left:
    """A row that is not taken, and why."""

    line: int
    text: str
    why: str


@dataclass
class Reading:
    """A file as it was understood. Nothing has been kept."""

    source: Source
    taken: list[Taken] = field(default_factory=list)
    wrong: list[Left] = field(default_factory=list)
    """Somebody should look at these."""
    passed: list[Left] = field(default_factory=list)
    """These do not matter here: another year, a bank holiday we know of, a sports day."""
    refused: str = ""
    """Why the file cannot be read at all."""

    @property
    def spans(self) -> list[Span]:
        return [row.span for row in self.taken]


def note_of(text: str) -> str:
    """A note short enough to keep, on one line."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:LONGEST_NOTE]


def settled(reading: Reading, year: int) -> Reading:
    """The reading as it fits one school year: what does not fit is moved to where it is explained."""
    _drop_twins(reading)
    while found := [fault for fault in faults(year, reading.spans) if fault.span]:
        _move(reading, found)
    held = {day for span in reading.spans if span.kind is Kind.TERM for day in sessions([span])}
    for row in list(reading.taken):
        if row.span.kind is Kind.CLOSURE and not held.intersection(row.span.days()):
            reading.taken.remove(row)
            reading.passed.append(_left(row, "No school day falls in it, so there is nothing to take out."))
    reading.taken.sort(key=lambda row: (row.span.first, row.span.kind, row.line))
    reading.wrong.sort(key=lambda row: row.line)
    reading.passed.sort(key=lambda row: row.line)
    if len([span for span in reading.spans if span.kind is Kind.TERM]) > MOST_TERMS:
        reading.refused = (
            f"It has more than {MOST_TERMS} terms for {called(year)}. Is it a list of weeks or of lessons?"
        )
    if not reading.refused and not sessions(reading.spans):
        reading.refused = f"There are no terms in it for {called(year)} that we could read."
    return reading


def _drop_twins(reading: Reading) -> None:
    seen: dict[tuple, int] = {}
    for row in list(reading.taken):
        what = (row.span.kind, row.span.first, row.span.last)
        if what in seen:
            reading.taken.remove(row)
            reading.passed.append(_left(row, f"The same days as line {seen[what]}."))
        seen.setdefault(what, row.line)


def _move(reading: Reading, found: Iterable[CalendarFault]) -> None:
    """Takes the faulty rows out. Another year's rows are passed over; the rest are wrong."""
    for fault in found:
        for row in [row for row in reading.taken if row.span is fault.span]:
            reading.taken.remove(row)
            aside = reading.passed if isinstance(fault, OutsideTheYear) else reading.wrong
            aside.append(_left(row, f"{fault}."))


def _left(row: Taken, why: str) -> Left:
    kind = {Kind.TERM: "Term", Kind.INSET: "INSET", Kind.CLOSURE: "Closed"}[row.span.kind]
    return Left(row.line, f"{kind}, {row.span.said}{f', {row.span.note}' if row.span.note else ''}", why)
