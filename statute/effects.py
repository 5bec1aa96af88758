"""What an event does to the clock: which duties it starts, meets and withdraws."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from core.events import Event
from statute.counting import dates_of
from statute.dates import Dates
from statute.duty import Anchor, Duty
from statute.timetable import codes, duty


@dataclass(frozen=True, slots=True)
class Start:
    """A duty begins, and is due by these dates."""

    code: str
    dates: Dates
    version: str


@dataclass(frozen=True, slots=True)
class Meet:
    """A duty is done."""

    code: str


@dataclass(frozen=True, slots=True)
class Withdraw:
    """A duty falls away."""

    code: str


Effect = Start | Meet | Withdraw


def effects(event: Event, facts: Mapping[str, object], on: date) -> list[Effect]:
    """Everything this event does, in the order of the rule book. ``on`` is its effective date, the anchor.

    What an event ends comes before what it begins anew: a review meets this year's duty and starts the next.

    A duty that counts from a second day as well finds it in ``facts`` under the anchor's name, as an ISO date.
    """
    found: list[Effect] = []
    for code in _HEARD.get(event, ()):
        found += _effects_on(duty(code, on), event, facts, on)
    return found


def _effects_on(each: Duty, event: Event, facts: Mapping[str, object], on: date) -> list[Effect]:
    found: list[Effect] = []
    if any(when.fits(event, facts) for when in each.met_by):
        found.append(Meet(each.code))
    if any(when.fits(event, facts) for when in each.withdrawn_by):
        found.append(Withdraw(each.code))
    if any(when.fits(event, facts) for when in each.starts):
        found.append(Start(each.code, dates_of(each, _anchors(each, facts, on)), each.version))
    return found


def _anchors(each: Duty, facts: Mapping[str, object], on: date) -> dict[Anchor, date]:
    others = {limit.anchor: str(facts[limit.anchor]) for limit in each.limits[1:] if limit.anchor in facts}
    anchors = {anchor: date.fromisoformat(day) for anchor, day in others.items()}
    if each.anchor:
        anchors[each.anchor] = on
    return anchors


def _by_event() -> dict[Event, tuple[str, ...]]:
    heard: dict[Event, list[str]] = defaultdict(list)
    for code in codes():
        each = duty(code)
        for event in dict.fromkeys(when.event for when in (*each.starts, *each.met_by, *each.withdrawn_by)):
            heard[event].append(code)
    return {event: tuple(listening) for event, listening in heard.items()}


_HEARD = _by_event()
