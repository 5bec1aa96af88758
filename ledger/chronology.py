"""Reading the whole history of a child's records: cut by kind, by who did it and by time, a page at a time.

Everything here looks at the parts open to the reader alone, and so do the choices offered: what a person may not see is
not a gap, a count or a choice.
"""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Case, Min, Q, QuerySet, Value, When

from core.events import Event
from ledger.kinds import Kind, events_of, kind_of
from ledger.models import Entry
from ledger.selectors import Told
from ledger.words import SAY, say

PAGE = 50
"""Entries of one page."""
BY_ITSELF = "system:pathway"
WHOLE = 5000
"""Entries of the page to print: more than any case has, and a bound all the same."""


@dataclass(frozen=True)
class Open:
    """What of whose history is open to its reader."""

    case_refs: tuple[UUID, ...]
    parts: frozenset[str]

    def entries(self) -> QuerySet[Entry]:
        """What they may see, each with ``by``: who did it, as far as that may be said to them."""
        return as_said_to(Entry.objects.filter(case_ref__in=self.case_refs, part__in=self.parts), self)


def as_said_to(entries: QuerySet[Entry], open_: "Open") -> QuerySet[Entry]:
    """What followed from something that its reader may not know of has nobody’s name to it: the name would tell. It
    follows by itself, so it stands as SENDPath’s."""
    unknown = Entry.objects.filter(case_ref__in=open_.case_refs).exclude(part__in=open_.parts)
    return entries.annotate(by=Case(When(because__in=unknown.values("pk"), then=Value(BY_ITSELF)), default="actor_ref"))


@dataclass(frozen=True)
class Cut:
    """What of it was asked for. ``actors`` None: everybody's."""

    kind: Kind | None = None
    actors: frozenset[str] | None = None
    since: datetime | None = None
    until: datetime | None = None

    def of(self, entries: QuerySet[Entry]) -> QuerySet[Entry]:
        if self.kind:
            entries = entries.filter(event__in=events_of(self.kind))
        if self.actors is not None:
            entries = entries.filter(by__in=self.actors)
        if self.since:
            entries = entries.filter(recorded_at__gte=self.since)
        return entries.filter(recorded_at__lt=self.until) if self.until else entries


@dataclass
class Present:
    """What there is to choose from."""

    kinds: set[Kind] = field(default_factory=set)
    actors: set[str] = field(default_factory=set)
    first: datetime | None = None


def present(open_: Open) -> Present:
    """The kinds and the actors of what the reader may see, and when it began."""
    found = Present()
    rows = open_.entries().order_by().values_list("event", "by").annotate(first=Min("recorded_at"))
    for event, actor, first in rows:
        found.kinds.add(kind_of(event))
        found.actors.add(actor)
        found.first = min(found.first or first, first)
    return found


def read(open_: Open, cut: Cut, *, before: str = "", most: int = PAGE) -> tuple[list[Told], str]:
    """One page of it, newest first, and where the next one begins; empty where there is none."""
    rows = cut.of(open_.entries()).filter(_older_than(before)).order_by("-recorded_at", "-pk")
    found = list(rows[: most + 1])
    more = f"{found[most - 1].recorded_at.isoformat()}~{found[most - 1].pk}" if len(found) > most else ""
    return [told for told in map(_told, found[:most]) if told.sentence], more


def _older_than(cursor: str) -> Q:
    """What is older than the last entry of a page. A cursor that somebody made up is no bound at all."""
    try:
        moment, key = cursor.split("~")
        at, pk = datetime.fromisoformat(moment), UUID(key)
    except ValueError:
        return Q()
    if at.tzinfo is None:
        return Q()
    return Q(recorded_at__lte=at) & (Q(recorded_at__lt=at) | Q(pk__lt=pk))


def _told(entry: Entry) -> Told:
    return Told(
        event=entry.event,
        sentence=say(Event(entry.event), entry.facts, entry.effective_on, SAY) or "",
        actor_ref=entry.by,
        effective_on=entry.effective_on,
        recorded_at=entry.recorded_at,
        about=entry.about,
        case_ref=entry.case_ref,
    )
