"""INSET days and closures typed one a line: a day, or a first and a last day, and what for."""

import re

from accounts.termdates.days import WRITTEN, Unreadable, read_day
from accounts.termdates.reading import note_of
from statute.school_days import Kind, Span

MOST_LINES = 60
_LINE = re.compile(
    rf"(?P<first>{WRITTEN})(?:\s*(?:\bto\b|\buntil\b|–|—|-)\s*(?P<last>{WRITTEN}))?(?P<note>.*)", re.ASCII
)


def read_lines(text: str, kind: Kind) -> tuple[list[Span], list[str]]:
    """The spans, and what is wrong with the lines that are none."""
    spans, wrong = [], []
    lines = [(number, " ".join(line.split())) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    if len(lines) > MOST_LINES:
        return [], [f"write {MOST_LINES} lines or fewer (now {len(lines)})"]
    for number, line in lines:
        found = _LINE.fullmatch(line)
        if not found:
            wrong.append(f"line {number}: begin with a date like 2/11/2026 or 2 November 2026")
            continue
        try:
            first = read_day(found["first"])
            last = read_day(found["last"]) if found["last"] else first
        except Unreadable as why:
            wrong.append(f"line {number}: {why}")
            continue
        spans.append(Span(kind, first, last, note_of(found["note"].lstrip(" ,;:.–—-"))))
    return spans, wrong


def as_lines(spans: list[Span]) -> str:
    """The same, as somebody would type it."""
    return "\n".join(_as_line(span) for span in spans)


def _as_line(span: Span) -> str:
    days = as_typed(span.first) if span.first == span.last else f"{as_typed(span.first)} to {as_typed(span.last)}"
    return f"{days}, {span.note}" if span.note else days


def as_typed(day) -> str:
    """3/9/2026."""
    return f"{day.day}/{day.month}/{day.year}"
