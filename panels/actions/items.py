"""What stands on an agenda: listed, decided, put off, or not reached. Each goes through the doorway of its case."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from accounts.who import Who
from cases.act import Act
from cases.action import action
from cases.models import Case
from cases.words import Stage
from core import clock
from core.events import Event
from core.refusals import Refused
from ledger.models import Entry
from panels import rules
from panels.actions.sittings import facts_of
from panels.models import AgendaItem, Decision, Sitting
from panels.words import ItemState, Why


def list_case(sitting: Sitting, case_key: UUID, position: int, *, by: Who) -> AgendaItem:
    """Puts a case on the agenda of a sitting. Raises NotAllowed."""
    case = Case.objects.get(pk=case_key)

    def an_item() -> AgendaItem:
        return AgendaItem(authority_id=case.authority_id, case=case, sitting=sitting, position=position)

    with action(Event.ITEM_LISTED, by=by, subject=an_item) as act:
        act.facts = {"sitting": str(sitting.pk)}
    return act.subject


def decide(item_key: UUID, lead: UUID, because: str, *, by: Who, named: UUID | None = None) -> Entry:
    """The meeting named who leads. Making them so is an act of ``pathway``. Raises Refused, NotAllowed."""
    with _open(Event.ITEM_DECIDED, item_key, because, by, named) as act:
        if act.case.stage != Stage.ALLOCATION:
            raise Refused(Why.NOT_WAITING)
        act.subject.decide()
        _write(act, because, by, lead=lead)
    return act.entry


def put_off(item_key: UUID, because: str, *, by: Who, named: UUID | None = None) -> Entry:
    """Not today. It comes back at the next sitting. Raises Refused, NotAllowed."""
    with _open(Event.ITEM_PUT_OFF, item_key, because, by, named) as act:
        act.subject.defer()
        _write(act, because, by)
    return act.entry


def leave_waiting(sitting: Sitting, *, by: Who) -> int:
    """The sitting is over: what was not reached comes back at the next one. How many."""
    keys = list(AgendaItem.objects.filter(sitting=sitting, state=ItemState.WAITING).order_by("case", "pk"))
    for row in keys:
        with action(Event.ITEM_NOT_REACHED, by=by, subject=_called(row.pk)) as act:
            act.subject.leave()
            act.facts = {"sitting": str(sitting.pk)}
    return len(keys)


@contextmanager
def _open(event: Event, key: UUID, because: str, by: Who, named: UUID | None) -> Iterator[Act]:
    with action(event, by=by, subject=_called(key), named=named) as act:
        sitting = act.subject.sitting
        why = rules.against_deciding(facts_of(sitting))
        if not because.strip():
            why.append(Why.NO_REASON)
        if why:
            raise Refused(*why)
        act.facts = {"sitting": str(sitting.pk)}
        yield act


def _called(key: UUID):
    return lambda: AgendaItem.objects.select_related("sitting").get(pk=key)


def _write(act: Act, because: str, by: Who, *, lead: UUID | None = None) -> None:
    Decision(
        authority_id=act.case.authority_id, case=act.case, item=act.subject, put_off=lead is None, lead_id=lead,
        because=because.strip(), decided_by=by.ref, decided_at=clock.now(),
    ).save()  # fmt: skip
