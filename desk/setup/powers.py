"""What each role may do, read from the tables that decide it. Nothing is written here a second time."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, get_resolver

from accounts.roles import CASE_STAFF, FAMILY, STAFF, Role
from cases.powers import MAY, OVERSEERS
from cases.sight import SEES
from cases.words import Capacity, Part
from core.events import Event
from ledger.words import SAY


@dataclass(frozen=True)
class Power:
    """One role: what it brings about, which cases and parts it sees, and which pages it opens."""

    role: Role
    does: tuple[str, ...]
    cases: str
    sees: tuple[str, ...]
    pages: tuple[str, ...]


@dataclass(frozen=True)
class PartSeen:
    """One part of a case, and as what somebody must stand to the case to read it."""

    part: str
    open_to: tuple[str, ...]


def powers() -> list[Power]:
    """Every role that people hold, staff first, as they are named in the order of the journey."""
    pages = list(_pages())
    return [
        Power(
            role=role,
            does=tuple(_said(event) for event in Event if role in MAY[event]),
            cases=_cases(role),
            sees=tuple(part.words for part in Part if role in OVERSEERS and Capacity.OVERSIGHT in SEES[part]),
            pages=tuple(dict.fromkeys(words for words, roles in pages if role in roles)),
        )
        for role in Role
        if role in STAFF | FAMILY
    ]


def parts() -> list[PartSeen]:
    """Which parts of a case are open to whom."""
    return [
        PartSeen(part.words, tuple(capacity.words for capacity in Capacity if capacity in open_to))
        for part, open_to in SEES.items()
        if open_to
    ]


def _cases(role: Role) -> str:
    if role in OVERSEERS:
        return "Every case of the council"
    if role in CASE_STAFF:
        return "The cases they, their team, or a colleague they cover for are on"
    return "Their own request" if role in FAMILY else "No child’s case"


def _said(event: Event) -> str:
    """What happened, as history says it: without what is filled in there."""
    told = SAY[event]
    sentences = [told] if isinstance(told, str) else list(told[1].values())
    return "; ".join(dict.fromkeys(sentence.partition("{")[0].rstrip(": ") for sentence in sentences))


def _pages() -> Iterator[tuple[str, frozenset[str]]]:
    """Each page of the desk in its own first words, and the roles it opens to."""

    def walk(found) -> Iterator[URLPattern]:
        for one in found:
            yield from walk(one.url_patterns) if hasattr(one, "url_patterns") else [one]

    for pattern in walk(get_resolver("sendpath.urls_desk").url_patterns):
        mark = getattr(pattern.callback, "mark", None)
        if mark and mark.roles:
            yield (pattern.callback.__doc__ or "").strip().partition("\n")[0].rstrip("."), mark.roles
