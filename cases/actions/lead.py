"""A case waits for an engagement lead, and the operational manager says who it is."""

from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from django.db import transaction

from accounts.away import colleagues, cover_for
from accounts.who import Who
from cases import concerns
from cases.action import action
from cases.actions.name_owner import name_owner
from cases.actions.tasks import drop_tasks, hand_on
from cases.leading import is_social_worker, lead_of
from cases.models import Case, Involvement
from cases.standing_by import named_owner
from cases.task_kinds import TaskKind
from cases.words import Capacity, Stage
from core import clock
from core.events import Event
from core.refusals import Refused
from core.words import _
from ledger.models import Entry


class Why(StrEnum):
    """Why somebody cannot be named."""

    NOT_HERE = _("That person does not work on cases here today, or has left. Choose somebody from the list.")
    AWAY = _("That person is away today. Choose somebody else, or wait until they are back.")
    NO_REASON = _("Say why this person: the reason is kept with the decision.")
    SAME = _("That person is the engagement lead already.")
    NOT_SOCIAL_WORKER = _(
        "There is a safeguarding concern, so the social worker usually leads. Say why somebody else should."
    )
    NOT_SOUGHT = _("This case does not wait for an engagement lead: its request has not been accepted.")


def seek_lead(case_key: UUID, *, by: Who, because: Entry | None = None) -> Case:
    """The case goes to the next allocation meeting, and our target for naming a lead begins."""
    with action(Event.LEAD_SOUGHT, by=by, because=because, subject=lambda: Case.objects.get(pk=case_key)) as act:
        act.case.stage = Stage.ALLOCATION
    return act.case


def seek_no_longer(case_key: UUID, *, by: Who, because: Entry | None = None) -> Case:
    """What it waited for was taken back. The act before it said where the case stands now."""
    with action(
        Event.LEAD_NO_LONGER_SOUGHT, by=by, because=because, subject=lambda: Case.objects.get(pk=case_key)
    ) as act:
        pass
    return act.case


@transaction.atomic
def name_lead(
    case_key: UUID, person_key: UUID, because: str, *, by: Who, after: Entry | None = None, instead: str = ""
) -> Case:
    """The person is the engagement lead from today and answers for the deadlines, unless somebody named already does.
    Whoever led before ends, and what they had still to do on the case passes on. Where a safeguarding concern stands,
    ``instead`` says why somebody other than a social worker. Raises Refused, NotAllowed."""
    with action(Event.LEAD_NAMED, by=by, because=after, subject=lambda: Case.objects.get(pk=case_key)) as act:
        before = lead_of(act.case)
        concern = concerns.stands(act.case)
        other = concern is not None and not is_social_worker(person_key, act.case.authority_id)
        why = _against(act.case, before, person_key, because)
        if other and not instead.strip():
            why.append(Why.NOT_SOCIAL_WORKER)
        if why:
            raise Refused(*why)
        if other and concern:
            concern.other_lead_because = instead.strip()
            concern.save()
        today = clock.today()
        _end_those_who_led(act.case, today)
        Involvement(
            authority_id=act.case.authority_id, case=act.case, person_id=person_key, capacity=Capacity.LEAD,
            since=today, because=because.strip(),
        ).save()  # fmt: skip
        act.case.stage = Stage.SUPPORT
        act.facts = {"again": "yes" if before else "no", "who": f"person:{person_key}"}
        act.telling = {"because": because.strip()}
    drop_tasks(case_key, [TaskKind.LOOK_AT_LEAD], by=by, because=act.entry)
    if before:
        hand_on(case_key, before.pk, person_key, by=by, because=act.entry)
    owner = named_owner(act.case.authority_id, case_key)
    if owner is None or (before and owner == before.pk):
        name_owner(case_key, person_key, by=by, because=act.entry)
    return act.case


def _against(case: Case, before, person_key: UUID, because: str) -> list[Why]:
    today = clock.today()
    why = []
    if before is None and case.stage != Stage.ALLOCATION:
        why.append(Why.NOT_SOUGHT)
    if before and before.pk == person_key:
        why.append(Why.SAME)
    elif not colleagues(case.authority_id, today).filter(pk=person_key).exists():
        why.append(Why.NOT_HERE)
    elif cover_for([person_key], case.authority_id, today):
        why.append(Why.AWAY)
    if not because.strip():
        why.append(Why.NO_REASON)
    return why


READS_ON = timedelta(days=28)
"""How long somebody who led may still read the case, so that nothing is lost in handing over."""


def _end_those_who_led(case: Case, today: date) -> None:
    for row in Involvement.objects.filter(case=case, capacity=Capacity.LEAD, until=None):
        row.end_before(today)
        Involvement(
            authority_id=case.authority_id, case=case, person_id=row.person_id, capacity=Capacity.FORMER_LEAD,
            since=today, until=today + READS_ON,
        ).save()  # fmt: skip
