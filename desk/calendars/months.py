"""A school year month by month: what each day is, in a word, so that nothing hangs on colour."""

from calendar import Calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from statute.calendar import SATURDAY, is_working_day
from statute.school_days import Kind, Span, sessions

SCHOOL, INSET, CLOSED, BANK, NONE = "school", "inset", "closed", "bank", "none"
WORDS = {SCHOOL: "", INSET: "INSET", CLOSED: "closed", BANK: "bank", NONE: ""}
"""The word under the number. A school day has a frame and no word; a day without school has neither."""


@dataclass(frozen=True)
class Day:
    number: int
    what: str

    @property
    def word(self) -> str:
        return WORDS[self.what]


@dataclass(frozen=True)
class Month:
    first: date
    weeks: list[list[Day | None]]
    count: int
    """School days in it."""


def months(spans: Sequence[Span]) -> list[Month]:
    """Every month from the first term to the last."""
    terms = [span for span in spans if span.kind is Kind.TERM]
    if not terms:
        return []
    first, last = min(term.first for term in terms), max(term.last for term in terms)
    what = _meanings(spans)
    found = []
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        found.append(_month(year, month, what))
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return found


def _meanings(spans: Sequence[Span]) -> dict[date, str]:
    school = dict.fromkeys(sessions(spans), SCHOOL)
    out = {}
    for kind, word in ((Kind.INSET, INSET), (Kind.CLOSURE, CLOSED)):
        for span in spans:
            if span.kind is kind:
                out.update({day: word for day in span.days() if is_working_day(day)})
    return out | school


def _month(year: int, month: int, what: dict[date, str]) -> Month:
    weeks = []
    for week in Calendar().monthdatescalendar(year, month):
        weeks.append([Day(day.day, what.get(day) or _otherwise(day)) if day.month == month else None for day in week])
    count = sum(1 for day, word in what.items() if word == SCHOOL and (day.year, day.month) == (year, month))
    return Month(date(year, month, 1), weeks, count)


def _otherwise(day: date) -> str:
    return BANK if day.weekday() < SATURDAY and not is_working_day(day) else NONE
