"""What was agreed for a day that has passed is asked for again. Once, however often and by however many it is looked
for."""

from uuid import UUID

from accounts.who import machine
from cases.action import action
from cases.actions.escalate import climb
from cases.leading import lead_of
from cases.models import Task
from cases.task_kinds import TaskKind, TaskState
from cases.tasks_seen import part_of
from core import clock
from core.events import Event
from statute.calendar import add_working_days

AGAIN = 5
"""Working days until somebody is reminded of the same thing once more."""


def chase(task_key: UUID, authority_id: str) -> bool:
    """Reminds whoever has a late task, and tells whoever leads, unless the task would tell of a concern they may not
    know of. Says whether it did: not where it was done, moved or chased meanwhile."""
    kind = TaskKind(Task.objects.values_list("kind", flat=True).get(pk=task_key))
    if kind == TaskKind.ESCALATION and climb(task_key, authority_id):
        return True
    with action(
        Event.TASK_CHASED, by=machine("watch", authority_id), subject=lambda: Task.objects.get(pk=task_key),
        part=part_of(kind),
    ) as act:  # fmt: skip
        task, today = act.subject, clock.today()
        if not is_late(task):
            act.abandon()
        task.chased_on = today
        lead = lead_of(act.case)
        told = lead is not None and lead.pk != task.person_id and not kind.hidden
        act.facts = {"kind": kind.value, "lead": "told" if told else "not_told"}
    return act.entry is not None


def is_late(task: Task) -> bool:
    """Whether its day has passed, it is still to be done, and nobody was reminded of it these days."""
    today = clock.today()
    if task.state != TaskState.OPEN or task.due_on is None or task.due_on >= today:
        return False
    chased = task.chased_on  # a reminder before its day had passed does not count
    return chased is None or chased <= max(task.due_on, add_working_days(today, -AGAIN))
