"""What a locality and a team must be, and what a request from outside a locality's days is warned of. Pure."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from core.words import _

DISTRICT = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?")


class Why(StrEnum):
    """Why a locality or a team cannot be so, for the person who typed it."""

    NAME_TAKEN = _("There is one of this name already")
    ENDS_FIRST = _("The last day must be the same as or after the first")
    NOT_DISTRICTS = _("Enter postcode districts, like M5 or SW1A, with spaces or commas between them")
    NOWHERE = _("Enter the postcode districts or the wards that belong to it")
    SHARED = _("Some of these postcode districts belong to another locality on the same days")
    THE_BRIDGE = _(
        "Every council has one Bridge, which takes what comes in. It cannot be ended, and there is no second"
    )
    HAS_CASES = _("This team still has cases. A manager hands them to another team first")
    IN_PAST = _("The last day must be today or later")
    OVER = _("This team has ended")
    ITSELF = _("Choose another team")


@dataclass(frozen=True)
class Area:
    """A locality, as far as the rules go."""

    name: str
    since: date
    until: date | None
    districts: frozenset[str]
    wards: frozenset[str] = frozenset()
    key: UUID | None = None

    def takes_on(self, day: date) -> bool:
        """Whether a request that came on this day is taken here."""
        return self.since <= day and (self.until is None or day <= self.until)

    def meets(self, other: "Area") -> bool:
        """Whether there is a day on which both take requests."""
        return (self.until is None or other.since <= self.until) and (other.until is None or self.since <= other.until)


def districts_in(typed: str) -> tuple[frozenset[str], bool]:
    """The districts somebody typed, in capitals; and whether every word was one."""
    words = re.split(r"[\s,;]+", typed.upper().strip())
    found = [word for word in words if word]
    return frozenset(found), all(DISTRICT.fullmatch(word) for word in found)


def district_of(postcode: str) -> str:
    """M5 of M5 4WT. Nothing where there is no postcode."""
    plain = "".join(postcode.upper().split())
    return plain[:-3] if len(plain) > 4 else ""


def against_area(wanted: Area, others: Iterable[Area]) -> dict[str, Why]:
    """Why a locality cannot be so beside the others of its authority: the field, and the reason."""
    why: dict[str, Why] = {}
    others = [other for other in others if wanted.key is None or other.key != wanted.key]
    if any(other.name.casefold() == wanted.name.casefold() for other in others):
        why["name"] = Why.NAME_TAKEN
    if wanted.until and wanted.until < wanted.since:
        why["until"] = Why.ENDS_FIRST
    if not wanted.districts and not wanted.wards:
        why["districts"] = Why.NOWHERE
    elif "until" not in why and any(other.districts & wanted.districts and other.meets(wanted) for other in others):
        why["districts"] = Why.SHARED
    return why


@dataclass(frozen=True)
class Outside:
    """A request from a locality that does not take requests on the day it came. It is warned of, never refused."""

    name: str
    since: date
    until: date | None
    too_soon: bool


def outside(postcode: str, came_on: date, areas: Collection[Area]) -> Outside | None:
    """The locality of a postcode when it took no requests on a day. None where it did, and where we cannot tell."""
    here = [area for area in areas if district_of(postcode) in area.districts]
    if not here or any(area.takes_on(came_on) for area in here):
        return None
    nearest = min(here, key=lambda area: (area.since > came_on, abs((area.until or area.since) - came_on)))
    return Outside(nearest.name, nearest.since, nearest.until, too_soon=nearest.since > came_on)
