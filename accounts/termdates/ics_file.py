"""Term dates from a calendar file, as councils publish them (RFC 5545)."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from icalendar import Component, Event

from accounts.termdates.ics_words import Meaning, meaning, name_of_term
from accounts.termdates.reading import Left, Reading, Taken, note_of
from accounts.words import Source
from core.clock import LONDON
from statute.calendar import ONE_DAY, is_working_day
from statute.school_days import Kind, Span

MOST_EVENTS = 2000
LONGEST_BREAK = timedelta(days=16)
"""A half-term longer than this is half of a term, not the break in it."""
REPEATS = "It repeats, and repeating events are not read. Type these days in, or put each in the file by itself."


class _Wrong(ValueError):
    """An event that cannot be understood."""


def read_ics(text: str) -> Reading:
    """Every event of a calendar file. One that is broken does not spoil the others."""
    reading = Reading(Source.ICALENDAR)
    edges: list[tuple[Meaning, Taken]] = []
    count = 0
    for line, lines in _events(text):
        count += 1
        if count > MOST_EVENTS:
            reading.refused = f"It has more than {MOST_EVENTS} events. Ask for a calendar of term dates alone."
            return reading
        title = ""
        try:
            event = Event.from_ical("\r\n".join(lines) + "\r\n")
            title = note_of(str(event.get("SUMMARY", "")))
            _understand(reading, edges, line, title, event)
        except _Wrong as why:
            reading.wrong.append(Left(line, title, str(why)))
        except (ValueError, KeyError, TypeError, AttributeError, IndexError):
            reading.wrong.append(Left(line, title, "This event is broken and could not be read."))
    _pair(reading, edges)
    if not count:
        reading.refused = "It has no events."
    return reading


def _events(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each event's lines, with the number of its first."""
    held: list[str] | None = None
    began = 0
    for number, line in enumerate(text.splitlines(), 1):
        mark = line.strip().upper()
        if mark == "BEGIN:VEVENT":
            held, began = [], number
        if held is not None:
            held.append(line)
        if mark == "END:VEVENT" and held is not None:
            yield began, held
            held = None
    if held is not None:
        yield began, held


def _understand(reading: Reading, edges: list, line: int, title: str, event: Component) -> None:
    means = meaning(title)
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        reading.passed.append(Left(line, title, "It was cancelled."))
        return
    if means is Meaning.NOTHING:
        reading.passed.append(Left(line, title or "(no title)", "Its title says nothing of terms, INSET or closing."))
        return
    if any(event.get(name) for name in ("RRULE", "RDATE", "EXRULE", "RECURRENCE-ID")):
        raise _Wrong(REPEATS)
    first, last = _days(event)
    if means is Meaning.BANK:
        if all(not is_working_day(day) for day in Span(Kind.CLOSURE, first, last).days()):
            reading.passed.append(Left(line, title, "A bank holiday we know of already."))
            return
        means = Meaning.CLOSED
    if means is Meaning.HALF_TERM_EDGE:
        raise _Wrong("It gives one end of a half-term alone. Type in the half-term’s first and last day.")
    if means is Meaning.HALF_TERM:
        means = Meaning.TERM if last - first > LONGEST_BREAK else Meaning.CLOSED
    if means in (Meaning.STARTS, Meaning.ENDS) and last - first < timedelta(days=4):
        edges.append((means, Taken(line, Span(Kind.TERM, first, first, title))))
        return
    if means is Meaning.TERM and last - first < timedelta(days=4):
        raise _Wrong("It is too short for a term, and does not say whether it starts or ends one.")
    kind = {Meaning.INSET: Kind.INSET, Meaning.CLOSED: Kind.CLOSURE}.get(means, Kind.TERM)
    reading.taken.append(Taken(line, Span(kind, first, last, title)))


def _days(event: Component) -> tuple[date, date]:
    """The first and the last day. DTEND is the moment it is over: for whole days, the day after the last."""
    start, end = _when(event, "DTSTART"), _when(event, "DTEND")
    if start is None:
        raise _Wrong("It has no first day.")
    if end is None:
        lasts = event.get("DURATION")
        end = start + lasts.dt if lasts is not None else None
    if end is None:
        return _day(start), _day(start)
    if isinstance(start, datetime) != isinstance(end, datetime):
        raise _Wrong("One end is a whole day and the other a time.")
    first, last = _day(start), _day(end)
    at_midnight = not isinstance(end, datetime) or _local(end).time() == time(0)
    if at_midnight and last > first:
        last -= ONE_DAY
    if last < first:
        raise _Wrong("It ends before it begins.")
    return first, last


def _when(event: Component, name: str) -> date | None:
    held = event.get(name)
    if isinstance(held, list):
        raise _Wrong(f"It has more than one {name}.")
    return held.dt if held is not None else None


def _local(moment: datetime) -> datetime:
    return moment.astimezone(LONDON) if moment.tzinfo else moment


def _day(moment: date) -> date:
    return _local(moment).date() if isinstance(moment, datetime) else moment


def _pair(reading: Reading, edges: list[tuple[Meaning, Taken]]) -> None:
    """First days and last days that stand by themselves make terms, each first day with the last day after it."""
    terms = [row.span for row in reading.taken if row.span.kind is Kind.TERM]
    opened: Taken | None = None
    for means, row in sorted(edges, key=lambda edge: (edge[1].span.first, edge[0] is Meaning.ENDS)):
        if any(row.span.touches(term) for term in terms):
            reading.passed.append(Left(row.line, row.span.note, "A term in the file says so already."))
        elif means is Meaning.STARTS:
            if opened:
                reading.wrong.append(_alone(opened, "last"))
            opened = row
        elif opened is None:
            reading.wrong.append(_alone(row, "first"))
        else:
            span = Span(Kind.TERM, opened.span.first, row.span.first, name_of_term(opened.span.note))
            reading.taken.append(Taken(opened.line, span))
            opened = None
    if opened:
        reading.wrong.append(_alone(opened, "last"))


def _alone(row: Taken, missing: str) -> Left:
    return Left(row.line, f"{row.span.note}, {row.span.said}", f"The file does not give the term’s {missing} day.")
