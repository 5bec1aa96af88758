"""Naming the one person who answers for a case's deadlines, or giving them back to the team."""

from enum import StrEnum
from uuid import UUID

from accounts.away import colleagues
from accounts.who import Who
from cases.action import action
from cases.models import Case, Involvement
from cases.words import Capacity
from core import clock
from core.events import Event
from core.refusals import Refused
from core.words import _
from ledger.models import Entry


class Why(StrEnum):
    """Why somebody cannot be named."""

    NOT_HERE = _("That person does not work on cases here today.")


def name_owner(case_key: UUID, person_key: UUID | None, *, by: Who, because: Entry | None = None) -> Case:
    """The person answers from today; None gives the case back to its team. Raises Refused, NotAllowed."""
    with action(Event.OWNER_NAMED, by=by, because=because, subject=lambda: Case.objects.get(pk=case_key)) as act:
        owners = Involvement.objects.filter(case=act.case, capacity=Capacity.OWNER, until=None)
        before = list(owners)
        if [row.person_id for row in before] == ([person_key] if person_key else []):
            act.abandon()
            return act.case
        today = clock.today()
        if person_key and not colleagues(by.authority_id, today).filter(pk=person_key).exists():
            raise Refused(Why.NOT_HERE)
        for row in before:
            row.end_before(today)
        if person_key:
            Involvement(
                authority_id=act.case.authority_id,
                case=act.case,
                person_id=person_key,
                capacity=Capacity.OWNER,
                since=today,
            ).save()
        act.facts = {"taken": "yes" if person_key else "no", "who": f"person:{person_key}" if person_key else ""}
    return act.case
