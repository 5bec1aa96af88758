"""What is to be done on cases, as its reader may see it. The first argument is always who asks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from accounts.selectors import names_of
from accounts.who import Who
from cases import sight
from cases.leading import lead_of
from cases.models import Case, Deadline, Task
from cases.powers import BRIDGE, OVERSEERS
from cases.selectors import case_called
from cases.task_kinds import WITH_REFERENCE, Outcome, TaskKind, TaskState
from cases.words import Part
from core import clock
from core.refusals import NotAllowed
from door.words import distance, urgency

MOST = 50
"""How many a list of somebody's own shows: soonest first, and the rest when those are done."""


@dataclass(frozen=True)
class TaskSeen:
    """One thing to do, for a page."""

    key: UUID
    reference: str
    """The case's."""
    child: str
    kind: TaskKind
    what: str
    whose: str
    of_a_team: bool
    """It falls to a team, of whom somebody says that they have it."""
    state: TaskState
    due_on: date | None
    last_on: date | None
    set_by: str
    set_at: datetime
    taken_by: str
    taken_at: datetime | None
    done_by: str
    done_at: datetime | None
    record: str
    """What the other system calls it."""
    outcome: str
    because: str
    """What worries whoever asks a manager to look."""
    note: str
    may_change: bool
    chased_on: date | None
    """When whoever has it was last reminded."""
    meeting: UUID | None
    """Where it was agreed."""
    deadline: UUID | None
    """The date it is owed by, where our own rules give it one: it stands here, and in no list of dates besides."""

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.state == TaskState.OPEN

    @property
    def needs_reference(self) -> bool:
        """Whether it is done in another system, which gives it a number."""
        return self.kind in WITH_REFERENCE

    @property
    def far(self) -> str:
        """How far off its day is; empty where it has none."""
        return distance(self.due_on, clock.today(), self.last_on) if self.due_on else ""

    @property
    def urgency(self) -> str:
        """Its colour, the second signal."""
        return urgency(self.due_on, clock.today(), self.last_on) if self.due_on else "quiet"


def part_of(kind: TaskKind) -> Part:
    """In which part of a case a task of this kind is read."""
    return Part.SAFEGUARDING if kind.hidden else Part.CORE


def may_change(who: Who, task: Task) -> bool:
    """Whether a task is this person's to change: their own, their team's, or theirs as one who manages."""
    theirs = task.person_id == who.person_id if task.person_id else task.team_id in who.teams
    manages = OVERSEERS if task.kind in {TaskKind.CAFA, TaskKind.ESCALATION} else BRIDGE | OVERSEERS
    return theirs or bool(who.roles & manages)


def may_ask_after(who: Who, key: UUID) -> bool:
    """Whether this person may remind whoever has a task: who leads the case, who gave it, and who manages; never of
    what is with themselves."""
    task = Task.objects.select_related("case").get(pk=key)
    if task.person_id == who.person_id or task.team_id in who.teams:
        return False
    if task.set_by == who.ref or who.roles & (BRIDGE | OVERSEERS):
        return True
    lead = lead_of(task.case)
    return lead is not None and lead.pk == who.person_id


def tasks_of(who: Who, cases: Iterable[UUID], parts: frozenset[Part]) -> list[TaskSeen]:
    """Everything given to somebody on the records of one child, as far as the reader's ``parts`` go: to do first,
    soonest first."""
    rows = Task.objects.filter(case__in=list(cases)).select_related("case__child", "team", "person")
    rows = rows.order_by("set_at", "pk")
    seen = _seen(who, [row for row in rows if part_of(TaskKind(row.kind)) in parts])
    return sorted(seen, key=lambda one: (not one.is_open, one.due_on or date.max))


def tasks_for(who: Who) -> list[TaskSeen]:
    """What the reader and their teams have to do, soonest first."""
    if who.person_id is None:
        return []
    theirs = Q(person=who.person_id) | Q(team__in=who.teams)
    owed = Deadline.objects.filter(authority_id=who.authority_id, case=OuterRef("case"), about=OuterRef("pk"))
    day = Subquery(owed.order_by("-counted_from").values(work_to=Coalesce("recover_by", "plan_for"))[:1])
    rows = Task.objects.filter(theirs, authority_id=who.authority_id, state=TaskState.OPEN)
    soonest = rows.order_by(Coalesce(day, "due_on").asc(nulls_last=True), "pk").select_related(
        "case__child", "team", "person"
    )
    found = list(soonest[: MOST * 2])
    if not found:
        return []
    open_to = set(sight.visible_to(who).filter(pk__in={row.case_id for row in found}).values_list("pk", flat=True))
    seen = _seen(who, [row for row in found if row.case_id in open_to][:MOST])
    return sorted(seen, key=lambda one: (one.due_on or date.max, one.reference))


def task_called(who: Who, reference: str, key: UUID) -> tuple[Case, TaskSeen]:
    """A task by its case's reference and its own key. Raises NotAllowed where there is none the reader may know of."""
    case = case_called(who, reference)
    found = next((one for one in tasks_of(who, [case.pk], sight.parts_open_to(who, case)) if one.key == key), None)
    if found is None:
        raise NotAllowed("no such task")
    return case, found


def _seen(who: Who, rows: QuerySet[Task] | Iterable[Task]) -> list[TaskSeen]:
    rows = list(rows)
    if not rows:
        return []
    owed = {
        row.about: row
        for row in Deadline.objects.filter(
            authority_id=who.authority_id, case__in={row.case_id for row in rows}, about__in=[row.pk for row in rows]
        ).order_by("counted_from", "pk")
    }
    names = names_of({ref for row in rows for ref in (row.set_by, row.taken_by, row.done_by) if ref})
    return [_one(who, row, owed.get(row.pk), names) for row in rows]


def _one(who: Who, row: Task, owed: Deadline | None, names: dict[str, str]) -> TaskSeen:
    return TaskSeen(
        key=row.pk,
        reference=row.case.reference,
        child=row.case.child.full_name,
        kind=TaskKind(row.kind),
        what=row.title or str(TaskKind(row.kind).words),
        whose=row.person.name if row.person else row.team.name,
        of_a_team=row.person_id is None,
        state=TaskState(row.state),
        due_on=(owed.recover_by or owed.plan_for) if owed else row.due_on,
        last_on=(owed.recover_by or owed.due_ordinary) if owed else row.due_on,
        set_by=names.get(row.set_by, ""),
        set_at=row.set_at,
        taken_by=names.get(row.taken_by, ""),
        taken_at=row.taken_at,
        done_by=names.get(row.done_by, ""),
        done_at=row.done_at,
        record=row.reference,
        outcome=str(Outcome(row.outcome).words) if row.outcome else "",
        because=row.because,
        note=row.note,
        may_change=may_change(who, row),
        chased_on=row.chased_on,
        meeting=row.meeting_ref,
        deadline=owed.pk if owed else None,
    )
