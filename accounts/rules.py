"""When leave or a mailbox cannot be as it was asked for, and who answers for somebody who is away. Pure."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from core.words import _

STEPS = 3
"""How far cover of cover is followed before we say that nobody answers."""

A_YEAR = timedelta(days=366)
"""A first day further off than this is a slip of the finger."""


class Why(StrEnum):
    """Why something cannot be entered so, in words for the person who tried."""

    OVER = _("The last day away must be today or later")
    FAR_OFF = _("The first day away must be within a year of today")
    ENDS_FIRST = _("The last day away must be the same as or after the first")
    THEMSELVES = _("Nobody can cover for themselves")
    ELSEWHERE = _("Choose a colleague who works on cases here")
    OVERLAPS = _("Some of these days are in another absence already. Change that one instead")
    IN_A_CIRCLE = _("This would go round in a circle: each would cover for the other on the same days")
    BEGUN = _("This has begun, so it cannot be taken out. It can be ended")
    ONES_OWN = _("This is somebody’s own address. Enter one that the team shares")
    NOT_BEGUN = _("This has not begun, so it cannot be ended. It can be changed or taken out")


@dataclass(frozen=True)
class Away:
    """One absence, as far as the rules go. ``until`` is the last day; None while nobody knows."""

    person: UUID
    since: date
    until: date | None = None
    cover: UUID | None = None

    def days_with(self, other: "Away") -> "tuple[date, date | None] | None":
        """The days that two absences share, or None. The end is None while neither has one."""
        first = max(self.since, other.since)
        ends = [end for end in (self.until, other.until) if end is not None]
        last = min(ends, default=None)
        return None if last is not None and last < first else (first, last)


@dataclass(frozen=True)
class Gap:
    """Days of an absence on which its cover is away too, and who covers for the cover."""

    first: date
    last: date | None
    then: UUID | None


def against_absence(wanted: Away, others: Iterable[Away], *, colleagues: Collection[UUID], today: date) -> list[Why]:
    """Why ``wanted`` cannot stand beside the ``others`` of its authority, itself not among them. ``colleagues`` may
    cover: they work on cases at this authority."""
    others = list(others)
    if wanted.until is not None and wanted.until < wanted.since:
        return [Why.ENDS_FIRST]
    why = []
    if wanted.until is not None and wanted.until < today:
        why.append(Why.OVER)
    if abs(wanted.since - today) > A_YEAR:
        why.append(Why.FAR_OFF)
    if any(other.person == wanted.person and wanted.days_with(other) for other in others):
        why.append(Why.OVERLAPS)
    if wanted.cover is None:
        return why
    if wanted.cover == wanted.person:
        why.append(Why.THEMSELVES)
    elif wanted.cover not in colleagues:
        why.append(Why.ELSEWHERE)
    elif _comes_back(wanted, others):
        why.append(Why.IN_A_CIRCLE)
    return why


def _comes_back(wanted: Away, others: list[Away]) -> bool:
    """Whether following cover from ``wanted`` leads back to the person on a day they all share."""

    def leads_back(link: Away, seen: frozenset[UUID]) -> bool:
        for other in others:
            if other.person != link.cover or other.person in seen or (shared := link.days_with(other)) is None:
                continue
            if other.cover == wanted.person:
                return True
            if leads_back(Away(other.person, *shared, other.cover), seen | {other.person}):
                return True
        return False

    return leads_back(wanted, frozenset())


def against_taking_out(absence: Away, today: date) -> list[Why]:
    """Why an absence cannot be taken out as if it had never been entered."""
    return [Why.BEGUN] if absence.since <= today else []


def against_ending(absence: Away, today: date) -> list[Why]:
    """Why an absence cannot be ended because somebody is back."""
    return [Why.NOT_BEGUN] if absence.since > today else []


def cover_away(wanted: Away, others: Iterable[Away]) -> list[Gap]:
    """The days of ``wanted`` on which its cover is away too, earliest first. A warning, not a refusal: the cover's own
    cover answers then."""
    shared = ((wanted.days_with(other), other.cover) for other in others if other.person == wanted.cover)
    return sorted((Gap(*days, then) for days, then in shared if days), key=lambda gap: gap.first)


def answering(person: UUID, covers: Mapping[UUID, UUID | None], here: Collection[UUID]) -> UUID | None:
    """Who answers for ``person`` on a day when everybody in ``covers`` is away: the first in the chain who is not,
    and who may work on cases ``here``. None where there is nobody, or the chain is a circle or too long."""
    asked = {person}
    for _step in range(STEPS):
        cover = covers.get(person)
        if cover is None or cover in asked or cover not in here:
            return None
        if cover not in covers:
            return cover
        asked.add(cover)
        person = cover
    return None


def against_mailbox(address: str, of_people: Collection[str]) -> list[Why]:
    """Why a team cannot share this address: its letters would stop with the person whose own it is."""
    return [Why.ONES_OWN] if address.casefold() in {own.casefold() for own in of_people} else []
