"""A case worries somebody who works on it: a manager is asked to look and to answer by a day. Unanswered, it climbs."""

from uuid import UUID

from accounts.away import holders_of
from accounts.models import Person
from accounts.roles import Role
from accounts.who import Who, machine
from cases.action import action
from cases.actions.tasks import let_see
from cases.models import Case, Task
from cases.powers import OVERSEERS
from cases.task_kinds import TaskKind, TaskState, Why
from cases.words import Capacity, Part
from core import clock
from core.events import Event
from core.refusals import Refused
from statute.calendar import add_working_days

REPLY_WITHIN = (0, 2, 5)
"""Working days within which whoever asks may want an answer: our own choice, and no law."""
USUAL = 2
HIGHEST = frozenset({Role.HEAD_OF_SERVICE})


def managers(case: Case, *, but: UUID | None = None) -> list[Person]:
    """Who may be asked to look at a case today: those who oversee every case and are not away, by name."""
    found = holders_of(case.authority_id, clock.today(), OVERSEERS)
    return list(found.exclude(pk=but) if but else found)


def escalate(case_key: UUID, person: UUID, because: str, within: int, *, by: Who) -> Task:
    """Asks one manager to look, and says by when. One at a time on a case. ``within``: working days, 0 for today.
    Raises Refused, NotAllowed."""
    case = Case.objects.get(pk=case_key)

    def a_task() -> Task:
        return Task(
            authority_id=case.authority_id, case=case, kind=TaskKind.ESCALATION, set_by=by.ref, set_at=clock.now()
        )

    with action(Event.TASK_SET, by=by, subject=a_task, part=Part.CORE) as act:
        why, today = [], clock.today()
        if not because.strip():
            why.append(Why.NO_WORRY)
        if person not in {one.pk for one in managers(act.case, but=by.person_id)}:
            why.append(Why.NOT_A_MANAGER)
        if within not in REPLY_WITHIN:
            why.append(Why.NO_DAY)
        if Task.objects.filter(case=act.case, kind=TaskKind.ESCALATION, state=TaskState.OPEN).exists():
            why.append(Why.WORRIED_ALREADY)
        if why:
            raise Refused(*why)
        task = act.subject
        task.person_id, task.because = person, because.strip()
        task.due_on = add_working_days(today, within) if within else today
        let_see(act.case, Capacity.TASKED, person=person)
        act.facts = {"kind": TaskKind.ESCALATION.value, "due": task.due_on.isoformat()}
    return act.subject


def climb(task_key: UUID, authority_id: str) -> bool:
    """Nobody answered by the day: a head of service is asked instead, and whoever asked is told. Says whether: not
    where it was answered meanwhile, or nobody stands higher than who has it."""
    with action(
        Event.TASK_CLIMBED, by=machine("watch", authority_id), subject=lambda: Task.objects.get(pk=task_key),
        part=Part.CORE,
    ) as act:  # fmt: skip
        task, today = act.subject, clock.today()
        heads = list(holders_of(authority_id, today, HIGHEST))
        late = task.state == TaskState.OPEN and task.due_on is not None and task.due_on < today
        if not late or not heads or task.person_id in {one.pk for one in heads}:
            act.abandon()
        else:
            task.person_id, task.taken_by, task.taken_at = heads[0].pk, "", None
            task.due_on, task.chased_on = add_working_days(today, USUAL), None
            let_see(act.case, Capacity.TASKED, person=heads[0].pk)
            act.facts = {
                "kind": TaskKind.ESCALATION.value, "who": f"person:{heads[0].pk}", "due": task.due_on.isoformat()
            }  # fmt: skip
    return act.entry is not None
