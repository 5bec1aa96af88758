"""Something is to be done on a case: given, taken on, done, ticked off by mistake, no longer needed, handed on."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID

from accounts.away import case_staff, colleagues
from accounts.selectors import names_of
from accounts.who import Who
from cases import sight
from cases.act import Act
from cases.action import action
from cases.models import Case, Involvement, Task
from cases.task_kinds import WITH_REFERENCE, Outcome, TaskKind, TaskState, Why
from cases.task_teams import team_for
from cases.tasks_seen import may_ask_after, may_change, part_of
from cases.words import Capacity, Part
from core import clock
from core.events import Event
from core.refusals import NotAllowed, Refused
from core.words import _
from ledger.models import Entry

NOT_THEIRS = _("This is somebody else’s to do. Ask them, or whoever manages the case.")
AS_WHAT = {TaskKind.CAFA: Capacity.SOCIAL_CARE}
"""As what a team stands to the case through what it is given; otherwise as one that has something to do."""


def set_task(
    case_key: UUID, kind: TaskKind, *, by: Who, because: Entry | None = None, due_on: date | None = None
) -> Task | None:
    """Gives the team whose work this is something to do, and lets it see the case. Nothing where it is open already.

    ``due_on`` is its last day where no rule of the clock says one. Raises NotAllowed.
    """
    with _new(case_key, kind, by, because) as act:
        if Task.objects.filter(case=act.case, kind=kind, state=TaskState.OPEN).exists():
            act.abandon()
            return None
        act.subject.team = team_for(kind, act.case)
        act.subject.due_on = due_on
        let_see(act.case, AS_WHAT.get(kind, Capacity.TASKED), team=act.subject.team)
    return act.subject


def agree_action(
    case_key: UUID, title: str, person: UUID, due_on: date, *, by: Who, meeting: UUID | None = None
) -> Task:
    """One person agreed to do something by a day, at a ``meeting`` or otherwise. They see the case from now on: an
    adviser as one who works with the child, and no more of it than that. Raises Refused, NotAllowed."""
    with _new(case_key, TaskKind.ACTION, by, None) as act:
        today, why = clock.today(), []
        if not title.strip():
            why.append(Why.NO_TITLE)
        if due_on < today:
            why.append(Why.NO_DAY)
        if not case_staff(act.case.authority_id, today).filter(pk=person).exists():
            why.append(Why.NOT_HERE)
        if why:
            raise Refused(*why)
        act.subject.title, act.subject.person_id, act.subject.due_on = title.strip(), person, due_on
        act.subject.meeting_ref = meeting
        act.facts["due"] = due_on.isoformat()
        carries = colleagues(act.case.authority_id, today).filter(pk=person).exists()
        let_see(act.case, Capacity.TASKED if carries else Capacity.ADVISER, person=person)
    return act.subject


def take_on(task_key: UUID, *, by: Who, until: date | None = None, named: UUID | None = None) -> Task:
    """Somebody says that they have it; for social care's assessment, by when it will be made. Raises Refused,
    NotAllowed."""
    with _open(Event.TASK_TAKEN_ON, task_key, by, named) as act:
        if act.subject.taken_at or act.subject.state != TaskState.OPEN:
            raise Refused(Why.TAKEN_ON)
        if act.subject.kind == TaskKind.CAFA:
            if until is None or until < clock.today():
                raise Refused(Why.NO_DAY)
            act.subject.due_on = until
        act.subject.taken_by, act.subject.taken_at = by.ref, clock.now()
    return act.subject


def finish(
    task_key: UUID, *, by: Who, reference: str = "", outcome: str = "", note: str = "", named: UUID | None = None,
    because: Entry | None = None,
) -> tuple[Task, Entry]:  # fmt: skip
    """It is done; ``because`` of another act, whoever’s it was. What follows from it is an act of ``pathway``. Raises
    Refused, NotAllowed."""
    with _open(Event.TASK_DONE, task_key, by, named, because=because, any_of_them=because is not None) as act:
        task = act.subject
        if task.kind in WITH_REFERENCE and not reference.strip():
            raise Refused(Why.NO_REFERENCE)
        if task.kind == TaskKind.CAFA and outcome not in set(Outcome):
            raise Refused(Why.NO_OUTCOME)
        if task.kind == TaskKind.ESCALATION and not note.strip():
            raise Refused(Why.NO_ANSWER)
        task.finish()
        task.done_by, task.done_at = by.ref, clock.now()
        task.reference, task.outcome, task.note = reference.strip(), outcome, note.strip()
    return act.subject, act.entry


def ask_after(task_key: UUID, *, by: Who, named: UUID | None = None) -> Task:
    """Whoever leads, gave it or manages reminds whoever has it: once a day at most. Raises Refused, NotAllowed."""
    with _open(Event.TASK_ASKED_AFTER, task_key, by, named, any_of_them=True) as act:
        task = act.subject
        if part_of(TaskKind(task.kind)) not in sight.parts_open_to(by, act.case) or not may_ask_after(by, task_key):
            raise NotAllowed(NOT_THEIRS, seen=True)
        if task.state != TaskState.OPEN:
            raise Refused(Why.OVER)
        if task.chased_on == clock.today():
            raise Refused(Why.REMINDED)
        task.chased_on = clock.today()
        act.telling = {"colleague": names_of({by.ref}).get(by.ref, "")}
    return act.subject


def open_again(task_key: UUID, *, by: Who, named: UUID | None = None) -> Task:
    """It was ticked off by mistake. What was entered stays in view until it is done anew. Raises Refused."""
    with _open(Event.TASK_REOPENED, task_key, by, named) as act:
        same = Task.objects.filter(case=act.case, kind=act.subject.kind, state=TaskState.OPEN)
        if act.subject.kind != TaskKind.ACTION and same.exists():
            raise Refused(Why.STILL_ASKED)
        act.subject.reopen()
        act.subject.done_by, act.subject.done_at = "", None
    return act.subject


def drop_tasks(case_key: UUID, kinds: Iterable[TaskKind], *, by: Who, because: Entry) -> None:
    """What these were for was taken back. A team that nobody there had taken it on sees the case no longer."""
    rows = Task.objects.filter(case=case_key, kind__in=list(kinds), state=TaskState.OPEN).order_by("pk")
    for key, kind in rows.values_list("pk", "kind"):
        with _open(Event.TASK_DROPPED, key, by, None, because=because, kind=TaskKind(kind), any_of_them=True) as act:
            act.subject.drop()
            if act.subject.team_id and not act.subject.taken_at:
                _look_no_longer(act.case, act.subject)


def drop_task(task_key: UUID, *, by: Who, because: Entry) -> None:
    """What one was asked for is not waited for any more. Nothing where it is done or dropped already."""
    if not Task.objects.filter(pk=task_key, state=TaskState.OPEN).exists():
        return
    with _open(Event.TASK_DROPPED, task_key, by, None, because=because, any_of_them=True) as act:
        act.subject.drop()


def hand_on(case_key: UUID, old: UUID, new: UUID, *, by: Who, because: Entry) -> int:
    """What one person had still to do on a case is another's from now on. How many."""
    rows = list(Task.objects.filter(case=case_key, person=old, state=TaskState.OPEN).order_by("pk"))
    for row in rows:
        with _open(
            Event.TASK_HANDED_ON, row.pk, by, None, because=because, kind=TaskKind(row.kind), any_of_them=True
        ) as act:
            act.subject.person_id, act.subject.taken_by, act.subject.taken_at = new, "", None
            for seen in Involvement.objects.filter(case=act.case, person=old, capacity=Capacity.TASKED, until=None):
                seen.end_before(clock.today())
            act.facts["who"] = f"person:{new}"
    return len(rows)


def let_see(case: Case, capacity: Capacity, **whom) -> None:
    """A team or a person sees the case in this capacity from today, if they do not already. The door must be open."""
    if not Involvement.objects.filter(case=case, capacity=capacity, until=None, **whom).exists():
        if "person" in whom:
            whom = {"person_id": whom["person"]}
        Involvement(authority_id=case.authority_id, case=case, capacity=capacity, since=clock.today(), **whom).save()


@contextmanager
def _new(case_key: UUID, kind: TaskKind, by: Who, because: Entry | None) -> Iterator[Act]:
    """The doorway for a task that is not there yet."""
    case = Case.objects.get(pk=case_key)

    def a_task() -> Task:
        return Task(authority_id=case.authority_id, case=case, kind=kind, set_by=by.ref, set_at=clock.now())

    with action(Event.TASK_SET, by=by, because=because, subject=a_task, part=part_of(kind)) as act:
        act.facts = {"kind": kind.value}
        yield act


@contextmanager
def _open(
    event: Event, key: UUID, by: Who, named: UUID | None, *, because: Entry | None = None,
    kind: TaskKind | None = None, any_of_them: bool = False,
) -> Iterator[Act]:  # fmt: skip
    """The doorway for a task that is there. Only whose it is, and those who manage, may change it."""
    kind = kind or TaskKind(Task.objects.values_list("kind", flat=True).get(pk=key))
    with action(
        event, by=by, because=because, subject=lambda: Task.objects.get(pk=key), named=named, part=part_of(kind)
    ) as act:
        if kind.hidden and not any_of_them:
            sight.require_part(by, act.case, Part.SAFEGUARDING)
        if not any_of_them and not may_change(by, act.subject):
            raise NotAllowed(NOT_THEIRS, seen=True)
        act.facts = {"kind": kind.value}
        yield act


def _look_no_longer(case: Case, task: Task) -> None:
    others = Task.objects.filter(case=case, team=task.team_id).exclude(pk=task.pk).exclude(state=TaskState.DROPPED)
    if not others.exists():
        for row in Involvement.objects.filter(case=case, team=task.team_id, capacity=Capacity.TASKED, until=None):
            row.end_before(clock.today())
