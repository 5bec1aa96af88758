"""Records of involvement that are kept in other systems: which were asked for in a time, and under which number each
stands there. The first argument is always who asks."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from accounts.selectors import names_of
from accounts.who import Who
from cases import sight
from cases.models import Involvement, Task
from cases.task_kinds import WITH_REFERENCE, TaskKind, TaskState
from cases.words import Capacity
from core import clock

SYSTEMS = {TaskKind.CRM_RECORD: "CRM", TaskKind.EMS_RECORD: "EMS"}
"""What each other system is called."""

LONGEST = timedelta(days=366)
"""No file holds more than a year."""


@dataclass(frozen=True)
class Record:
    """One record of involvement: one row, however often it was ticked off and opened again."""

    key: UUID
    """The same in every file, so that whoever reads two of them knows the row again."""
    case_key: UUID
    system: str
    number: str
    """What the other system calls it; empty while nobody has made it."""
    reference: str
    child: str
    born_on: date
    lead: str
    lead_since: date | None
    asked_on: date
    made_on: date | None
    made_by: str


def records_asked_for(who: Who, kinds: frozenset[TaskKind], since: date, until: date) -> list[Record]:
    """Those asked for from the first day to the last, oldest first, among the cases that the asker may see. What was
    taken back is in no file."""
    rows = list(
        Task.objects.filter(
            authority_id=who.authority_id, kind__in=kinds & WITH_REFERENCE, case__in=sight.visible_to(who),
            set_at__gte=_begin(since), set_at__lt=_begin(until + timedelta(days=1)),
        )
        .exclude(state=TaskState.DROPPED)
        .select_related("case__child")
        .order_by("set_at", "pk")
    )  # fmt: skip
    leads = {
        row.case_id: row
        for row in Involvement.objects.filter(
            case__in={row.case_id for row in rows}, capacity=Capacity.LEAD, until=None
        ).select_related("person")
    }
    names = names_of({row.done_by for row in rows if row.done_by})
    return [_record(row, leads.get(row.case_id), names) for row in rows]


def _record(row: Task, lead: Involvement | None, names: dict[str, str]) -> Record:
    return Record(
        key=row.pk, case_key=row.case_id, system=SYSTEMS[TaskKind(row.kind)], number=row.reference,
        reference=row.case.reference, child=row.case.child.full_name, born_on=row.case.child.born_on,
        lead=lead.person.name if lead and lead.person else "", lead_since=lead.since if lead else None,
        asked_on=clock.london_day(row.set_at), made_on=clock.london_day(row.done_at) if row.done_at else None,
        made_by=names.get(row.done_by, ""),
    )  # fmt: skip


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), clock.LONDON)
