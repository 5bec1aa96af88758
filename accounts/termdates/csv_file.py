"""Term dates from a table: what, from, to, note. As spreadsheets save it, whatever the order of the columns."""

import csv
import io

from accounts.termdates.days import Unreadable, read_day
from accounts.termdates.reading import Left, Reading, Taken, note_of
from accounts.words import Source
from statute.school_days import Kind, Span

MOST_ROWS = 1000
COLUMNS = {
    "kind": ("kind", "type", "what", "event"),
    "from": ("from", "start", "start date", "first", "first day", "begins", "date", "opens"),
    "to": ("to", "end", "end date", "last", "last day", "ends", "until", "closes"),
    "note": ("note", "notes", "reason", "name", "description", "comment", "title"),
}
PLAIN = ("kind", "from", "to", "note")
"""The order of the columns when the first line does not name them."""
KINDS = {
    Kind.TERM: ("term", "terms"),
    Kind.INSET: ("inset", "inset day", "inset days", "training", "training day", "staff training", "pd day"),
    Kind.CLOSURE: ("closure", "closed", "holiday", "half term", "half-term", "break", "close"),
}
UNKNOWN = "Say what it is in the first column: term, inset or closure."


def read_csv(text: str) -> Reading:
    """Every row of a table of term dates."""
    reading = Reading(Source.CSV)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    places: dict[str, int] | None = None
    count = 0
    try:
        for cells in rows:
            line = rows.line_num
            cells = [cell.strip() for cell in cells]
            if not any(cells):
                continue
            if places is None:
                places = _named(cells)
                if places:
                    continue
                places = {name: place for place, name in enumerate(PLAIN)}
            count += 1
            if count > MOST_ROWS:
                reading.refused = f"It has more than {MOST_ROWS} rows. One setting’s year has far fewer."
                break
            _take(reading, line, cells, places)
    except csv.Error:
        reading.wrong.append(Left(rows.line_num, "", "A quotation mark is not closed. Nothing after this was read."))
    if not count:
        reading.refused = "It has no rows."
    return reading


def _delimiter(text: str) -> str:
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(",;\t", key=first.count)


def _named(cells: list[str]) -> dict[str, int]:
    """Where each column stands, when this line names them: it must name what and from."""
    plain = [" ".join(cell.casefold().replace("_", " ").split()) for cell in cells]
    places = {}
    for name, others in COLUMNS.items():
        for place, cell in enumerate(plain):
            if cell in others and name not in places:
                places[name] = place
    return places if {"kind", "from"} <= places.keys() else {}


def _take(reading: Reading, line: int, cells: list[str], places: dict[str, int]) -> None:
    told = {name: cells[place] if place < len(cells) else "" for name, place in places.items()}
    shown = ", ".join(cell for cell in cells if cell)[:120]
    word = " ".join(told["kind"].casefold().split())
    kind = next((kind for kind, words in KINDS.items() if word in words), None)
    if kind is None:
        reading.wrong.append(Left(line, shown, UNKNOWN))
        return
    if not told["from"]:
        reading.wrong.append(Left(line, shown, "It has no first day."))
        return
    if kind is Kind.TERM and not told.get("to"):
        reading.wrong.append(Left(line, shown, "A term needs its last day."))
        return
    try:
        first = read_day(told["from"])
        last = read_day(told["to"]) if told.get("to") else first
    except Unreadable as why:
        reading.wrong.append(Left(line, shown, f"{why}."))
        return
    note = note_of(told.get("note", "") or (told["kind"] if word.startswith("half") else ""))
    reading.taken.append(Taken(line, Span(kind, first, last, note)))
