"""The watch notes that a duty's last day passed. Once, however often and by however many it is looked for."""

from uuid import UUID

from accounts.who import machine
from cases import deadlines
from cases.action import action
from cases.models import Case, Deadline
from core import clock
from core.events import Event


def note_missed(deadline_key: UUID, authority_id: str) -> bool:
    """Writes it into history, unless it was done, noted or excused meanwhile. Says whether it did."""
    with action(
        Event.DEADLINE_MISSED,
        by=machine("watch", authority_id),
        subject=lambda: Case.objects.get(deadlines=deadline_key),
    ) as act:
        deadline = Deadline.objects.get(pk=deadline_key)
        if deadline.ended_on or deadline.missed_by or deadline.excused_by or deadline.due_ordinary >= clock.today():
            act.abandon()
        act.about, act.facts = deadline.pk, deadlines.names(deadline)
    return act.entry is not None
