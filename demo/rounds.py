"""Support without an EHC plan for the first child with a lead at the first council: agreed, and being done."""

from decimal import Decimal

from cases.models import Involvement
from cases.words import Capacity
from core import clock
from core.past import hold
from demo.front_door import _at, _who
from demo.services import FIRST
from support.actions.begin import Aim, PlannedHelp, add_help, add_outcome, begin, write_known
from support.actions.go_on import agree, note
from support.models import SupportCycle
from support.rules import Known

KNOWN = Known(
    strengths="Builds anything out of cardboard, and is kind to smaller children.",
    needs="Getting from one lesson to the next, and reading aloud.",
    family_view="Mornings are better since somebody meets us at the gate.",
    child_view="I like it when I know who is there.",
)
AIM = Aim(
    need="Getting from one lesson to the next", outcome="Goes to the next lesson without an adult.",
    measure="Lessons a week without an adult", baseline="2 of 25", target="15 of 25",
)  # fmt: skip
HELP = (
    PlannedHelp("Somebody at the gate", "Every morning", 15, "A teaching assistant", 60, 1, Decimal("1.25"),
                Decimal("15.50")),
    PlannedHelp("Paired reading", "Twice a week", 30, "A teaching assistant", 24, 2, Decimal("1"), Decimal("15.50")),
)  # fmt: skip


def support() -> None:
    """Once: a round is written with the family, agreed, and begun."""
    if SupportCycle.objects.filter(authority_id=FIRST).exists():
        return
    led = Involvement.objects.filter(authority_id=FIRST, capacity=Capacity.LEAD, until=None).order_by("since", "pk")
    row = led.select_related("person").first()
    if row is None or row.person is None:
        return
    by = _who(row.person.name)
    with hold(_at(1, 14)):
        cycle = begin(row.case_id, by=by)
        write_known(cycle.pk, KNOWN, cycle.version, by=by)
        add_outcome(cycle.pk, AIM, by=by)
        for one in HELP:
            add_help(cycle.pk, one, by=by)
        cycle = agree(cycle.pk, SupportCycle.objects.get(pk=cycle.pk).version, by=by)
        line = cycle.lines.order_by("added_at", "pk").first()
        note(cycle.pk, line.pk, clock.today(), 1, "A calm start. One wobble at the door.", by=by)
