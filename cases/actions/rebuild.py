"""Works a case's deadlines out again from its history, after a rule was put right. History says that it was done."""

from uuid import UUID

from accounts.who import machine
from cases import deadlines
from cases.action import action
from cases.models import Case
from core.events import Event


def rebuild(case_key: UUID, authority_id: str) -> int:
    """How many deadlines changed. One that no entry starts any more goes, unless an excuse is kept with it."""
    with action(
        Event.DEADLINES_REBUILT, by=machine("rebuild", authority_id), subject=lambda: Case.objects.get(pk=case_key)
    ) as act:
        changed = deadlines.put_right(act.case)
        if not changed:
            act.abandon()
        act.facts = {"changed": str(changed)}
    return changed
