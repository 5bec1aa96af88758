"""A named person says that two records which look alike are two children, and may take it back. The history of both
records says so."""

from uuid import UUID

from django.db import transaction

from accounts.who import Who
from cases import apart, sight
from cases.action import action
from cases.models import Case, KeptApart
from cases.rules import Why
from core import clock
from core.events import Event
from core.refusals import NotAllowed, Refused


@transaction.atomic
def keep_apart(case_key: UUID, other_key: UUID, *, by: Who) -> KeptApart:
    """Says that these are two children. Raises Refused, and NotAllowed for a record not theirs to see."""
    first, second = _both(case_key, other_key, by)

    def pair() -> KeptApart:
        return KeptApart(
            authority_id=first.authority_id, case=first, other=second, said_by=by.ref, said_on=clock.today()
        )

    with action(Event.CASE_KEPT_APART, by=by, subject=pair) as act:
        if {first.merged_into_id, second.merged_into_id} & {first.pk, second.pk}:
            raise Refused(Why.ONE_CHILD)
        if apart.between(first.pk, [second.pk]).exists():
            raise Refused(Why.KEPT_ALREADY)
        act.facts = {"from": str(second.pk)}
    _note_on(second, Event.CASE_KEPT_APART, first, by, act.entry)
    return act.subject


@transaction.atomic
def undo(case_key: UUID, other_key: UUID, *, by: Who) -> None:
    """Takes it back: the two may be offered as one child again."""
    first, second = _both(case_key, other_key, by)
    row = apart.between(first.pk, [second.pk]).first()
    if row is None:
        raise Refused(Why.NOT_KEPT)
    with action(Event.CASE_LIKENED, by=by, subject=lambda: KeptApart.objects.get(pk=row.pk)) as act:
        if act.subject.undone_on:
            raise Refused(Why.NOT_KEPT)
        act.subject.undone_on = clock.today()
        act.facts = {"from": str(second.pk)}
    _note_on(second, Event.CASE_LIKENED, first, by, act.entry)


def _both(one: UUID, other: UUID, by: Who) -> tuple[Case, Case]:
    """The two records, the smaller key first: whoever says it from the other side locks them in the same order."""
    if one == other:
        raise Refused(Why.ITSELF)
    first, second = (Case.objects.get(pk=key) for key in sorted((one, other)))
    if not (sight.may_see(by, first) and sight.may_see(by, second)):
        raise NotAllowed("one of the two is not theirs to see")
    return first, second


def _note_on(case: Case, event: Event, other: Case, by: Who, because) -> None:
    with action(event, by=by, subject=lambda: Case.objects.get(pk=case.pk), because=because) as act:
        act.facts = {"from": str(other.pk)}
