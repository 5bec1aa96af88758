"""What somebody may not be told of, for the one page that shows it. Only the keys of records whose part
``Part.SECRET`` is open to the reader may be given."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from accounts.selectors import names_of
from accounts.who import Who
from cases import powers, sight
from cases.child_seen import AddressSeen, LearningSeen, PersonSeen, addresses, learning, people
from cases.models import Case
from cases.selectors import records_of
from cases.words import Part
from core.events import Event
from people.models import HOLDS, Address, Bar, Earlier
from people.words import BarState

PAGE = "what is secret"
"""How history of looking calls it."""


@dataclass(frozen=True)
class BarSeen:
    """Somebody who may not be told, for those who carry the case."""

    key: UUID
    reference: str
    name: str
    addresses: tuple[str, ...]
    """The postcodes; empty when it is every address."""
    state: str
    words: str
    reason: str
    put_by: str
    put_at: datetime
    answered_by: str
    answered_at: datetime | None
    lift_reason: str
    lift_asked_by: str
    lifted_by: str
    holds: bool
    waits: bool
    own: bool
    """What waits was put by the reader, who cannot answer it."""


@dataclass(frozen=True)
class Secrets:
    """The page."""

    home: Case
    addresses: list[AddressSeen]
    learning: list[LearningSeen]
    people: list[PersonSeen]
    bars: list[BarSeen]
    earlier: bool
    """Something that was secret stood otherwise before."""


def records_with_secrets(who: Who, case: Case) -> list[Case]:
    """The records of the child whose secret part is open to ``who``. Raises NotAllowed where this one’s is not."""
    sight.require_part(who, case, Part.SECRET)
    return [record for record in records_of(who, case) if Part.SECRET in sight.parts_open_to(who, record)]


def secrets(who: Who, case: Case) -> Secrets:
    """What somebody may not be told of. Raises NotAllowed."""
    records = records_with_secrets(who, case)
    references = {record.pk: record.reference for record in records}
    return Secrets(
        home=records[0],
        addresses=addresses(references, secret=True),
        learning=learning(references, secret=True),
        people=people(who, references, contact=True, secret=True),
        bars=bars(who, references),
        earlier=Earlier.objects.filter(case_ref__in=references, secret=True).exists(),
    )


def bars(who: Who, references: dict[UUID, str]) -> list[BarSeen]:
    """Who may not be told, newest first, those that hold before those that do not."""
    rows = list(Bar.objects.filter(case_ref__in=references).select_related("who").order_by("-put_at", "-pk"))
    names = names_of(
        {ref for row in rows for ref in (row.put_by, row.answered_by, row.lift_asked_by, row.lifted_by) if ref}
    )
    wanted = {UUID(key) for row in rows for key in row.addresses}
    postcodes = dict(Address.objects.filter(pk__in=wanted).values_list("pk", "postcode"))
    seen = [
        BarSeen(
            key=row.pk,
            reference=references[row.case_ref],
            name=row.who.name,
            addresses=tuple(sorted(postcodes[UUID(key)] for key in row.addresses if UUID(key) in postcodes)),
            state=row.state,
            words=BarState(row.state).words,
            reason=row.reason,
            put_by=names.get(row.put_by, ""),
            put_at=row.put_at,
            answered_by=names.get(row.answered_by, ""),
            answered_at=row.answered_at,
            lift_reason=row.lift_reason,
            lift_asked_by=names.get(row.lift_asked_by, ""),
            lifted_by=names.get(row.lifted_by, ""),
            holds=row.state in HOLDS,
            waits=row.state in {BarState.PUT, BarState.LIFT_ASKED},
            own=(row.lift_asked_by if row.state == BarState.LIFT_ASKED else row.put_by) == who.ref,
        )
        for row in rows
    ]
    return sorted(seen, key=lambda bar: not bar.holds)


def bar_called(who: Who, case: Case, key: UUID) -> BarSeen:
    """One bar of a case whose secret part was found open to ``who``. Raises Bar.DoesNotExist."""
    for bar in bars(who, {case.pk: case.reference}):
        if bar.key == key:
            return bar
    raise Bar.DoesNotExist


@dataclass(frozen=True)
class Waiting:
    """A bar that waits for a second person."""

    key: UUID
    reference: str
    lifting: bool
    put_at: datetime


def bars_waiting(who: Who, most: int = 20) -> list[Waiting]:
    """What waits for the reader’s answer, oldest first: on cases they may see, and not their own."""
    if not powers.may_do(who, Event.BAR_ANSWERED):
        return []
    here = Bar.objects.filter(authority_id=who.authority_id).filter(
        Q(state=BarState.PUT) & ~Q(put_by=who.ref) | Q(state=BarState.LIFT_ASKED) & ~Q(lift_asked_by=who.ref)
    )
    rows = list(here.filter(case_ref__in=sight.open_in(who, Part.SECRET).values("pk")).order_by("put_at")[:most])
    references = dict(Case.objects.filter(pk__in=[row.case_ref for row in rows]).values_list("pk", "reference"))
    return [
        Waiting(row.pk, references[row.case_ref], row.state == BarState.LIFT_ASKED, row.lift_asked_at or row.put_at)
        for row in rows
    ]
