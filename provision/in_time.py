"""How a service keeps what it promised, month by month, and how much waits. Reads, and changes nothing."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from statistics import median
from uuid import UUID

from cases.models import Deadline
from cases.words import Ended
from core import clock
from core.words import _
from provision.models import Service, ServiceRequest
from provision.words import OPEN, Asked

MONTHS = 12


class Kept(StrEnum):
    """What became of the promise on one request."""

    IN_TIME = "in_time"
    LATE = "late"
    OWED = "owed"

    @property
    def words(self) -> str:
        return KEPT[self]


KEPT = {Kept.IN_TIME: _("Answered in time"), Kept.LATE: _("Late"), Kept.OWED: _("Still owed, in time")}


@dataclass(frozen=True)
class Month:
    """The requests that were passed on in one month, by what became of the promise."""

    first: date
    requests: dict[Kept, tuple[UUID, ...]] = field(default_factory=dict)

    def count(self, kept: Kept) -> int:
        """How many."""
        return len(self.requests.get(kept, ()))

    @property
    def counts(self) -> list[int]:
        """How many of each, in order."""
        return [self.count(kept) for kept in Kept]

    @property
    def share(self) -> int | None:
        """How many in a hundred of those that came to their last day, or were answered, were answered in time."""
        return share_of(self.count(Kept.IN_TIME), self.count(Kept.LATE))


@dataclass(frozen=True)
class Room:
    """How much waits for a service, for how long, and how much room it has."""

    waiting: int
    longest: int
    usual: int
    """The middle of the days that those taken on in the last twelve months had waited."""
    taken: int
    room: int

    @property
    def full(self) -> bool:
        """Whether it has no room left."""
        return self.taken >= self.room


def share_of(in_time: int, late: int) -> int | None:
    """In a hundred, rounded down: a promise of 90 is not kept by 89.6."""
    return in_time * 100 // (in_time + late) if in_time + late else None


def first_of_months(today: date) -> list[date]:
    """The first days of this month and the eleven before it, the newest first."""
    months, day = [], today.replace(day=1)
    for _month in range(MONTHS):
        months.append(day)
        day = (day - timedelta(days=1)).replace(day=1)
    return months


def months_of(service: Service, today: date) -> list[Month]:
    """The last twelve months, the newest first. A request is counted in the month in which it was first passed on; what
    was taken back is in no figure."""
    firsts = first_of_months(today)
    asked = dict(
        ServiceRequest.objects.filter(
            authority_id=service.authority_id, service=service, asked_on__gte=firsts[-1]
        ).values_list("pk", "asked_on")
    )
    promises = Deadline.objects.filter(authority_id=service.authority_id, about__in=asked, duty__startswith="SERVICE-")
    rows = promises.order_by("counted_from", "pk").values_list("about", "due_ordinary", "ended_on", "ended_as")
    became: dict[UUID, Kept | None] = {}
    for about, due, ended_on, ended_as in rows:
        found = _became(due, ended_on, ended_as, today)
        if became.get(about) != Kept.LATE:  # what was late once stays late; else the last promise says
            became[about] = found
    sorted_in: dict[date, dict[Kept, list[UUID]]] = defaultdict(lambda: defaultdict(list))
    for key, kept in became.items():
        if kept:
            sorted_in[asked[key].replace(day=1)][kept].append(key)
    return [Month(first, {kept: tuple(keys) for kept, keys in sorted_in[first].items()}) for first in firsts]


def _became(due: date, ended_on: date | None, ended_as: str, today: date) -> Kept | None:
    if ended_as and ended_as != Ended.MET:
        return None
    done = ended_on or today
    if done > due:
        return Kept.LATE
    return Kept.IN_TIME if ended_on else Kept.OWED


def room_of(service: Service) -> Room:
    """What waits and what is with the service today."""
    today = clock.today()
    here = ServiceRequest.objects.filter(authority_id=service.authority_id, service=service)
    waiting = list(here.filter(state__in=OPEN).values_list("asked_on", flat=True))
    since = first_of_months(today)[-1]
    waited = [
        (began - asked).days
        for asked, began in here.filter(began_on__gte=since).values_list("asked_on", "began_on")
    ]  # fmt: skip
    return Room(
        waiting=len(waiting),
        longest=max(((today - day).days for day in waiting), default=0),
        usual=int(median(waited)) if waited else 0,
        taken=here.filter(state=Asked.TAKEN).count(),
        room=service.room,
    )
