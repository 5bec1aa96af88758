"""A lead at the first council asks the manager to look at a case."""

from cases.actions.escalate import escalate
from cases.models import Involvement, Task
from cases.task_kinds import TaskKind
from cases.words import Capacity
from demo.front_door import _who
from demo.services import FIRST

WORRY = (
    "Two services each say that the other should pay for the transport to the group, and the family has missed three "
    "sessions. I have written to both twice."
)


def worry() -> None:
    """Once."""
    if Task.objects.filter(authority_id=FIRST, kind=TaskKind.ESCALATION).exists():
        return
    led = Involvement.objects.filter(authority_id=FIRST, capacity=Capacity.LEAD, until=None).order_by("since", "pk")
    row = led.select_related("person").first()
    manager = _who("Anita Rowe").person_id
    if row is not None and row.person is not None and manager is not None:
        escalate(row.case_id, manager, WORRY, 2, by=_who(row.person.name))
