"""The places in a meeting's notes as the page writes them: each a small form with its version."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from meetings.selectors import JottingSeen, MeetingPage
from meetings.words import FIELDS, TEXTS, Section

LABELS = {
    (Section.NEED, "need"): "What the child needs",
    (Section.NEED, "outcome"): "What should be different",
    (Section.NEED, "measure"): "How we will know",
    (Section.NEED, "baseline"): "How it is now",
    (Section.NEED, "target"): "What we want, and by when",
    (Section.OPTION, "option"): "What could help. What can we do?",
    (Section.OPTION, "proposed_by"): "Who proposed it",
    (Section.OPTION, "family_view"): "What the family says to it",
    (Section.OPTION, "result"): "What was decided about it",
    (Section.ACTION, "what"): "What is to be done",
    (Section.ACTION, "who"): "Who does it",
    (Section.ACTION, "by_day"): "By when",
}
KINDS = {"who": "choice", "by_day": "day", "proposed_by": "line", "what": "line"}
ADDS = {
    Section.NEED: "Add a need and what should be different",
    Section.OPTION: "Add something that could help",
    Section.ACTION: "Add an action",
}


@dataclass(frozen=True)
class Field:
    """One thing to write in a place."""

    name: str
    label: str
    kind: str
    """line, long, choice or day."""
    value: str
    id: str


@dataclass(frozen=True)
class Place:
    """One place in the notes."""

    section: Section
    key: UUID | None
    """None for a row that is not there yet."""
    version: int
    fields: list[Field]
    written_by: str
    written_at: datetime | None
    number: int


@dataclass(frozen=True)
class Typed:
    """Words that could not be kept, with the version their writer had read: not a later one, over which they would then
    be kept unread."""

    section: Section
    key: str
    said: dict[str, str]
    version: int


@dataclass(frozen=True)
class Part:
    """One section of the notes with its places."""

    section: Section
    title: str
    places: list[Place]
    add: str
    """What adding another row is called; empty where the section is one text."""


def label_of(section: Section, name: str) -> str:
    """What a field of the notes is called."""
    return LABELS.get((section, name), str(section.words))


def parts_of(page: MeetingPage, called: str, typed: Typed | None = None) -> list[Part]:
    """The sections of the notes in order. ``typed``: words that could not be kept, put where they were typed."""
    found = []
    for section in Section:
        rows: list[JottingSeen | None] = list(page.rows(section))
        if section in TEXTS:
            rows = rows or [None]
        else:
            rows.append(None)
        title = f"What {called} says" if section == Section.VIEWS else str(section.words)
        places = [_place(section, row, number, title, typed) for number, row in enumerate(rows, start=1)]
        found.append(Part(section, title, places, ADDS.get(section, "")))
    return found


def _place(section: Section, row: JottingSeen | None, number: int, title: str, typed: Typed | None) -> Place:
    key = str(row.key) if row else ""
    said, version = (row.said, row.version) if row else ({}, 0)
    if typed and (typed.section, typed.key) == (section, key):
        said, version = typed.said, typed.version
    return Place(
        section=section,
        key=row.key if row else None,
        version=version,
        fields=[
            Field(
                name, LABELS.get((section, name), title), KINDS.get(name, "long"), said.get(name, ""),
                f"{section}-{number}-{name}",
            )
            for name in FIELDS[section]
        ],
        written_by=row.written_by if row else "",
        written_at=row.written_at if row else None,
        number=number,
    )  # fmt: skip


def actions_of(rows: Iterable[JottingSeen], names: dict[str, str]) -> list[tuple[str, str, date | None]]:
    """What is to be done, by whom by name, by when."""
    return [(row.said.get("what", ""), names.get(row.said.get("who", ""), ""), _day(row.said)) for row in rows]


def _day(said: dict[str, str]) -> date | None:
    try:
        return date.fromisoformat(said.get("by_day", ""))
    except ValueError:
        return None
