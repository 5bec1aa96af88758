"""What happened on the records of one child, as a page shows it: cut by kind, by organisation and by time, by month."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from urllib.parse import urlencode
from uuid import UUID

from accounts.models import Authority
from accounts.selectors import names_of
from accounts.whence import FAMILYS, MACHINES, whence
from cases.words import Part
from core import clock
from door.words import long_date, long_moment, plain_date, written
from ledger.chronology import PAGE, Cut, Open, Present, present, read
from ledger.kinds import Kind
from ledger.selectors import Told

LATELY = {"30": "The last 30 days", "92": "The last 3 months", "365": "The last 12 months"}


@dataclass(frozen=True)
class Line:
    """One thing that happened."""

    told: Told
    by: str
    of_day: date | None
    """The day it counts for, where it was written down on another."""


@dataclass(frozen=True)
class Month:
    first: date
    lines: list[Line]


@dataclass(frozen=True)
class Chronology:
    """One page of it, and what there is to choose from."""

    months: list[Month]
    filters: list[dict]
    is_cut: bool
    chosen: str
    """What was asked for, as an address carries it."""
    said: str
    """The same in words; empty where everything was asked for."""
    after: str
    """The address of what is older; empty where there is nothing."""
    is_older: bool
    """Whether this is not the newest page."""


def chronology(authority: Authority, keys: Iterable[UUID], parts: frozenset[Part], asked, *, most=PAGE) -> Chronology:
    """``asked``: what stands in the address. What nobody offers there is as if it did not stand there."""
    open_ = Open(tuple(keys), frozenset(parts))
    there = present(open_)
    sent_by = whence(authority, there.actors)
    filters = [_kinds(there, asked), _agencies(sent_by, asked), _times(there, asked)]
    kind, by, when = (each["value"] for each in filters)
    since, until = _span(when)
    actors = frozenset(ref for ref, (key, _name) in sent_by.items() if key == by) if by else None
    before = asked.get("before", "")
    told, more = read(open_, Cut(Kind(kind) if kind else None, actors, since, until), before=before, most=most)
    chosen = {each["name"]: each["value"] for each in filters if each["value"]}
    return Chronology(
        months=_by_month(told, sent_by),
        filters=filters,
        is_cut=bool(chosen),
        chosen=urlencode(chosen),
        said="; ".join(dict(each["options"])[each["value"]] for each in filters if each["value"]),
        after=f"?{urlencode({**chosen, 'before': more})}" if more else "",
        is_older=bool(before),
    )


def _kinds(there: Present, asked) -> dict:
    options = [(kind.value, str(kind.words)) for kind in Kind if kind in there.kinds]
    return _choice("kind", "What kind", [("", "Everything"), *options], asked)


def _agencies(sent_by: dict[str, tuple[str, str]], asked) -> dict:
    options = sorted(set(sent_by.values()), key=lambda each: each[1])
    return _choice("by", "By whom", [("", "Everybody"), *options], asked)


def _times(there: Present, asked) -> dict:
    today = clock.today()
    first = clock.london_day(there.first).year if there.first else today.year
    years = [(str(year), str(year)) for year in range(today.year, first - 1, -1)]
    return _choice("when", "When", [("", "At any time"), *LATELY.items(), *years], asked)


def _choice(name: str, label: str, options: list[tuple[str, str]], asked) -> dict:
    value = asked.get(name, "")
    return {"name": name, "label": label, "options": options, "value": value if value in dict(options) else ""}


def _span(when: str) -> tuple[datetime | None, datetime | None]:
    if when in LATELY:
        return _midnight(clock.today() - timedelta(days=int(when))), None
    return (_midnight(date(int(when), 1, 1)), _midnight(date(int(when) + 1, 1, 1))) if when else (None, None)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), clock.LONDON)


def _by_month(told: list[Told], sent_by: dict[str, tuple[str, str]]) -> list[Month]:
    names = names_of({entry.actor_ref for entry in told})

    def line(entry: Told) -> Line:
        name, (key, agency) = names[entry.actor_ref], sent_by.get(entry.actor_ref, ("", ""))
        is_staff = key not in {"", FAMILYS, MACHINES}
        other = entry.effective_on != clock.london_day(entry.recorded_at)
        return Line(entry, f"{name}, {agency}" if is_staff else name, entry.effective_on if other else None)

    months = groupby(map(line, told), key=lambda each: clock.london_day(each.told.recorded_at).replace(day=1))
    return [Month(first, list(lines)) for first, lines in months]


def drawn_up(history: Chronology, child: str, reference: str, reader: str, references: dict[UUID, str]) -> dict:
    """One page of it as a file says it: for whom it was drawn up, and what of it. ``references``: what to call each
    record, where the child has several."""
    today = clock.today()
    about = [f"Drawn up {long_date(today)} for {reader}, who may read what stands here. The newest first."]
    if history.said:
        about.append(f"Of everything that happened, this is: {history.said}.")
    if history.is_older:
        about.append("What is newer stands in another file.")
    if history.after:
        about.append("There is more than one file can hold. Choose a time to see what is older.")
    if not history.months:
        about.append("Nothing happened then." if history.is_cut else "Nothing has happened yet.")
    return {
        "title": f"{child}: everything that happened",
        "author": "SENDPath",
        "foot": f"{reference}. Drawn up {plain_date(today)} for {reader}",
        "about": about,
        "months": [
            {"name": written(month.first, "F Y"), "lines": [_drawn(line, references) for line in month.lines]}
            for month in history.months
        ],
    }


def _drawn(line: Line, references: dict[UUID, str]) -> dict[str, str]:
    told = line.told
    counts = f". It counts from {plain_date(line.of_day)}" if line.of_day else ""
    record = f", {references[told.case_ref]}" if told.case_ref in references else ""
    return {
        "sentence": str(told.sentence),
        "when": f"{long_moment(told.recorded_at)}{counts}",
        "by": f"{line.by}{record}",
    }
