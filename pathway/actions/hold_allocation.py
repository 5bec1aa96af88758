"""The allocation meeting: its agenda is every case that waits for a lead; what it decides is carried out at once."""

from uuid import UUID

from django.db import transaction

from accounts.who import Who
from cases.actions.lead import name_lead
from cases.models import Case
from cases.words import Stage
from panels.actions.items import decide, leave_waiting, list_case
from panels.actions.sittings import close_sitting, open_sitting
from panels.models import AgendaItem, Sitting
from panels.words import ItemState


@transaction.atomic
def begin(sitting_key: UUID, *, by: Who) -> int:
    """Opens the sitting with every case that waits on its agenda, the longest waiting first. How many. Raises
    Refused, NotAllowed."""
    return _list_all(open_sitting(sitting_key, by=by), by)


@transaction.atomic
def add_newcomers(sitting: Sitting, *, by: Who) -> int:
    """Puts what was accepted since the sitting opened at the end of its agenda. How many. Raises NotAllowed."""
    return _list_all(sitting, by)


@transaction.atomic
def name_lead_at(
    item_key: UUID, person: UUID, because: str, *, by: Who, instead: str = "", named: UUID | None = None
) -> Case:
    """The meeting decides, and whoever it chose leads from today: the family and every service are told the same day.
    Whole or not at all. Raises Refused, NotAllowed."""
    entry = decide(item_key, person, because, by=by, named=named)
    return name_lead(entry.case_ref, person, because, by=by, after=entry, instead=instead)


@transaction.atomic
def end(sitting_key: UUID, minutes: str, *, by: Who) -> Sitting:
    """Closes the sitting; what it did not reach comes back at the next one. Raises Refused, NotAllowed."""
    sitting = close_sitting(sitting_key, minutes, by=by)
    leave_waiting(sitting, by=by)
    return sitting


def _list_all(sitting: Sitting, by: Who) -> int:
    on_it = AgendaItem.objects.filter(authority_id=by.authority_id)
    listed = on_it.filter(sitting=sitting).count()
    waiting = (
        Case.objects.filter(authority_id=by.authority_id, stage=Stage.ALLOCATION)
        .exclude(pk__in=on_it.filter(state=ItemState.WAITING).values("case"))
        .exclude(pk__in=on_it.filter(sitting=sitting).values("case"))
        .order_by("received_on", "pk")
    )
    places = {key: listed + number for number, key in enumerate(waiting.values_list("pk", flat=True), start=1)}
    for key in sorted(places):  # cases are locked in the order of their keys
        list_case(sitting, key, places[key], by=by)
    return len(places)
