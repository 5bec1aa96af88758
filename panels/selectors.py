"""Reading panels. The first argument is always who asks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from accounts.models import Person
from accounts.selectors import names_of
from accounts.who import Who
from cases import powers
from cases.models import Case, Deadline
from cases.words import Stage
from core import clock
from core.refusals import NotAllowed
from door.words import distance, urgency
from panels.models import AgendaItem, Attendance, Decision, Sitting
from panels.words import Came, ItemState, SittingState
from people.models import Child
from people.rules import age_on

PAGE = 20


@dataclass(frozen=True)
class SittingSeen:
    """A sitting, for a list or the head of its page."""

    key: UUID
    held_on: date
    begins_at: time | None
    place: str
    state: SittingState
    items: int
    decided: int

    @property
    def is_planned(self) -> bool:
        """Whether it is still to begin."""
        return self.state == SittingState.PLANNED

    @property
    def is_open(self) -> bool:
        """Whether it goes on now."""
        return self.state == SittingState.OPEN


@dataclass(frozen=True)
class ItemSeen:
    """A case on an agenda, or one that would stand on it."""

    key: UUID | None
    """The item's; none for a case that only waits."""
    reference: str
    child: str
    age: int
    received_on: date
    due_on: date | None
    last_on: date | None
    state: ItemState
    lead: str
    because: str
    decided_by: str
    decided_at: datetime | None
    still_waits: bool
    """Whether nobody leads on it yet."""

    @property
    def far(self) -> str:
        """How far off the day to name a lead is."""
        return distance(self.due_on, clock.today(), self.last_on) if self.due_on else ""

    @property
    def urgency(self) -> str:
        """Its colour, the second signal."""
        return urgency(self.due_on, clock.today(), self.last_on) if self.due_on else "quiet"

    @property
    def is_waiting(self) -> bool:
        """Whether the sitting has still to decide on it."""
        return self.state == ItemState.WAITING


@dataclass(frozen=True)
class CameSeen:
    """Somebody at a sitting."""

    person: UUID
    name: str
    came: Came


@dataclass(frozen=True)
class SittingPage:
    """Everything on the page of one sitting, and in its minutes."""

    sitting: SittingSeen
    items: list[ItemSeen]
    newcomers: int
    """How many cases wait that are not on its agenda."""
    came: list[CameSeen]
    opened_by: str
    opened_at: datetime | None
    closed_by: str
    closed_at: datetime | None
    minutes: str


def sittings(who: Who, *, page: int = 1) -> tuple[list[SittingSeen], bool]:
    """The sittings of the asker's authority, the next ones and then the latest first; and whether there are more."""
    _require_reader(who)
    rows = list(
        Sitting.objects.filter(authority_id=who.authority_id).order_by("-held_on", "-pk")[
            PAGE * (page - 1) : PAGE * page + 1
        ]
    )
    shown = rows[:PAGE]
    kept = _counts(shown)
    return [_head(row, kept.get(row.pk, [])) for row in shown], len(rows) > PAGE


def waiting(who: Who) -> list[ItemSeen]:
    """Every case that waits for a lead, the longest waiting first: what stands on the next agenda."""
    _require_reader(who)
    cases = Case.objects.filter(authority_id=who.authority_id, stage=Stage.ALLOCATION).order_by("received_on", "pk")
    return _items(who, [(case, None) for case in cases])


def sitting_called(who: Who, key: UUID) -> Sitting:
    """The sitting of this key at the asker's authority. Raises NotAllowed where there is none they may read."""
    _require_reader(who)
    row = Sitting.objects.filter(authority_id=who.authority_id, pk=key).first()
    if row is None:
        raise NotAllowed("no such sitting")
    return row


def sitting_page(who: Who, key: UUID) -> SittingPage:
    """One sitting of the asker's authority. Raises NotAllowed where there is none they may read."""
    row = sitting_called(who, key)
    items = list(AgendaItem.objects.filter(sitting=row).select_related("case").order_by("position", "pk"))
    waits = waiting(who) if row.state in {SittingState.PLANNED, SittingState.OPEN} else []
    on_it = {item.case.reference for item in items}
    names = names_of({row.opened_by, row.closed_by} - {""}) if row.opened_by else {}
    seen = _items(who, [(item.case, item) for item in items])
    return SittingPage(
        sitting=_head(row, [item.state for item in items]),
        items=waits if row.state == SittingState.PLANNED else seen,
        newcomers=sum(one.reference not in on_it for one in waits),
        came=[
            CameSeen(one.person_id, one.person.name, Came(one.came))
            for one in Attendance.objects.filter(sitting=row).select_related("person").order_by("came", "person__name")
        ],
        opened_by=names.get(row.opened_by, ""), opened_at=row.opened_at,
        closed_by=names.get(row.closed_by, ""), closed_at=row.closed_at, minutes=row.minutes,
    )  # fmt: skip


def item_called(who: Who, sitting: UUID, key: UUID) -> tuple[SittingSeen, ItemSeen]:
    """One item of a sitting's agenda. Raises NotAllowed where there is none the asker may read."""
    page = sitting_page(who, sitting)
    found = next((one for one in page.items if one.key == key), None)
    if found is None:
        raise NotAllowed("no such item")
    return page.sitting, found


def _require_reader(who: Who) -> None:
    if not who.roles & powers.READS_SITTINGS:
        raise NotAllowed("reads no agendas")


def _counts(rows: Iterable[Sitting]) -> dict[UUID, list[str]]:
    kept: dict[UUID, list[str]] = {}
    for sitting, state in AgendaItem.objects.filter(sitting__in=list(rows)).values_list("sitting_id", "state"):
        kept.setdefault(sitting, []).append(state)
    return kept


def _head(row: Sitting, states: list[str]) -> SittingSeen:
    return SittingSeen(
        row.pk, row.held_on, row.begins_at, row.place, SittingState(row.state), len(states),
        sum(state == ItemState.DECIDED for state in states),
    )  # fmt: skip


def _items(who: Who, pairs: list[tuple[Case, AgendaItem | None]]) -> list[ItemSeen]:
    keys = [case.pk for case, _item in pairs]
    here = {"authority_id": who.authority_id}
    children = {child.case_ref: child for child in Child.objects.filter(**here, case_ref__in=keys)}
    owed = {
        row.case_id: row
        for row in Deadline.objects.filter(**here, case__in=keys, duty="LEAD-LOCAL").order_by("counted_from", "pk")
    }
    decisions = {row.item_id: row for row in Decision.objects.filter(item__in=[one.pk for _c, one in pairs if one])}
    leads = dict(Person.objects.filter(pk__in={row.lead_id for row in decisions.values()}).values_list("pk", "name"))
    names = names_of({row.decided_by for row in decisions.values()}) if decisions else {}
    found = []
    for case, item in pairs:
        child, due, said = children[case.pk], owed.get(case.pk), decisions.get(item.pk) if item else None
        found.append(
            ItemSeen(
                key=item.pk if item else None,
                reference=case.reference,
                child=child.full_name,
                age=age_on(child.born_on, clock.today()),
                received_on=case.received_on,
                due_on=due.plan_for if due else None,
                last_on=due.due_ordinary if due else None,
                state=ItemState(item.state) if item else ItemState.WAITING,
                lead=leads.get(said.lead_id, "") if said and said.lead_id else "",
                because=said.because if said else "",
                decided_by=names.get(said.decided_by, "") if said else "",
                decided_at=said.decided_at if said else None,
                still_waits=case.stage == Stage.ALLOCATION,
            )
        )
    return found
