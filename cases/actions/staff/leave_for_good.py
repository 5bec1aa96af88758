"""Somebody leaves: what they are here ends at once, their cases pass on, and nothing they had lets them in."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from accounts import credentials
from accounts.models import Absence, Membership, Person, Team
from accounts.people import person_called, standing_left, stands_anywhere
from accounts.photos import take_down
from accounts.roles import Role
from accounts.who import Who, machine
from cases.action import action
from cases.carried import carried, grants, involvements
from cases.models import Case, Involvement, Task
from cases.office import office_act
from cases.powers import may_give
from cases.task_kinds import TaskState
from cases.words import Capacity
from core import clock
from core.events import Event
from core.refusals import NotAllowed, Refused
from core.words import _
from ledger.models import Entry


class Why(StrEnum):
    """Why somebody cannot be closed, or their cases not go to whoever was chosen."""

    ONESELF = _("You cannot do this to yourself. Ask another administrator")
    GONE = _("This person does not work here any more: somebody else may have closed them a moment ago")
    NO_HEIR = _("Choose a colleague who works on cases here today, or the team")


@dataclass(frozen=True)
class Closed:
    """What was done."""

    cases: int
    everywhere: bool
    """Whether the account itself is closed: there is nothing left that they are, anywhere."""


@transaction.atomic
def leave_for_good(key: UUID, heir: UUID | None, *, by: Who) -> Closed:
    """Ends everything somebody is here. Their cases go to ``heir``, or to their team. Raises Refused, NotAllowed."""
    today = clock.today()
    with office_act(Event.COLLEAGUE_LEFT, by=by, subject=lambda: _standing(key, by, today)) as act:
        person = act.subject.person
        held = list(standing_left(by.authority_id, key, today))
        require_power_over(held, key, by)
        passes = carried(by.authority_id, key, today)
        if heir and heir not in {one.pk for one in passes.heirs}:
            raise Refused(Why.NO_HEIR)
        act.about = key
        act.facts = {"to": f"person:{heir}" if heir else f"team:{passes.team.pk}", "cases": str(len(passes.cases))}
    for case in passes.cases:
        _hand_on(case, key, heir, passes.team, by, act.entry)
    grants(by.authority_id, key, today).update(revoked_on=today)
    for row in held:
        _end(row, last=today - timedelta(days=1))
    _end_absences(by.authority_id, key, today)
    take_down(by.authority_id, key)
    everywhere = not stands_anywhere(key, today)
    if everywhere:
        credentials.end_everything(person)
    else:
        credentials.end_here(person, by.authority_id)
    return Closed(len(passes.cases), everywhere)


def require_power_over(held: list[Membership], key: UUID, by: Who) -> None:
    """Nobody acts on themselves, or on somebody whose role they could not have given."""
    if key == by.person_id:
        raise Refused(Why.ONESELF)
    if not {Role(row.role) for row in held} <= may_give(by):
        raise NotAllowed("Your role does not let you change somebody of that role.", seen=True)


def _standing(key: UUID, by: Who, today: date) -> Membership:
    """One of their standings here, with the person locked: two administrators may press at once."""
    Person.objects.select_for_update(no_key=True).get(pk=person_called(by, key).pk)
    row = standing_left(by.authority_id, key, today).select_related("person").order_by("since", "pk").first()
    if row is None:
        raise Refused(Why.GONE)
    return row


def _end(row: Membership, last: date) -> None:
    if row.since > last:
        row.delete()
    else:
        row.until = last
        row.save(update_fields=["until"])


def _end_absences(authority_id: str, key: UUID, today: date) -> None:
    """Their own leave is over. That of others whom they cover stays as it was entered: their pages say that nobody
    covers any more."""
    own = Absence.objects.filter(Q(until=None) | Q(until__gte=today), authority_id=authority_id, person=key)
    own.filter(since__gte=today).delete()
    own.update(until=today - timedelta(days=1))


def _hand_on(case: UUID, person: UUID, heir: UUID | None, team: Team, by: Who, because: Entry) -> None:
    """One case, through its own doorway. SENDPath does it, because an administrator closed the leaver: an
    administrator opens no case."""
    own = machine("leavers", by.authority_id)
    with action(
        Event.CASE_HANDED_ON, by=own, subject=lambda: Case.objects.get(pk=case), because=because
    ) as act:  # fmt: skip
        today = clock.today()
        rows = list(involvements(by.authority_id, person, today).filter(case=act.case))
        for row in rows:
            row.end_before(today)
            _take_up(act.case, Capacity(row.capacity), heir, team, today)
        for task in Task.objects.filter(case=act.case, person=person, state=TaskState.OPEN):
            task.person_id, task.team, task.taken_by, task.taken_at = heir, None if heir else team, "", None
            task.save()
        if not rows:
            act.abandon()
        act.facts = {"to": "person" if heir else "team", "who": f"person:{heir}" if heir else f"team:{team.pk}"}


def _take_up(case: Case, capacity: Capacity, heir: UUID | None, team: Team, today: date) -> None:
    """Nobody is named twice, and a team needs no naming for deadlines: it answers where nobody is named."""
    if capacity == Capacity.FORMER_LEAD or heir is None and capacity == Capacity.OWNER:
        return
    party = {"person_id": heir} if heir else {"team": team}
    if not Involvement.objects.filter(case=case, capacity=capacity, until=None, **party).exists():
        Involvement(authority_id=case.authority_id, case=case, capacity=capacity, since=today, **party).save()
