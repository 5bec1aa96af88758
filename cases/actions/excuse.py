"""Recording why a date could not be kept: one officer puts the ground, a manager who is not that officer answers."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from accounts.who import Who
from cases import deadlines, excusing
from cases.action import action
from cases.models import Deadline, Excuse
from cases.powers import APPROVERS
from cases.words import ExcuseState, Part
from core import clock
from core.events import Event
from core.keys import new_key
from core.refusals import Invalid, Refused
from core.words import _
from statute.timetable import duty


class Why(StrEnum):
    """Why an excuse cannot be put or answered."""

    NOT_OWED = _("This is no longer owed, so nothing needs excusing.")
    ONE_STANDS = _("A reason is recorded for this date already. Take that one back first.")
    YOUR_OWN = _("You put this reason yourself. Another manager must answer it.")
    SAY_WHY = _("Say why. Whoever put the reason will read it.")
    WHY_BACK = _("Say why it is taken back. It stays on record.")
    NOT_YOURS = _("Only whoever put this reason can take it back. A manager answers it instead.")
    A_MANAGERS = _("This reason was agreed. Only a manager can end it.")


@dataclass(frozen=True)
class Given:
    """What an officer enters."""

    ground: str
    from_on: date | None
    until_on: date | None
    asked_on: date | None
    account: str
    evidence: str
    evidence_file: UUID | None
    recover_by: date | None


def check(deadline: Deadline, given: Given, *, has_file: bool) -> None:
    """Raises Invalid when the ground fails its test, or something is missing."""
    rule = duty(deadline.duty, deadline.counted_from)
    facts = excusing.ExcuseFacts(
        ground=given.ground,
        may_excuse=rule.excused_by,
        started=deadline.counted_from,
        due=deadline.due_ordinary,
        today=clock.today(),
        from_on=given.from_on,
        until_on=given.until_on,
        asked_on=given.asked_on,
        account=given.account,
        evidence=given.evidence,
        has_file=has_file,
        recover_by=given.recover_by,
    )
    if wrong := excusing.against_excusing(facts):
        raise Invalid(wrong)


def propose(deadline_key: UUID, given: Given, *, by: Who, named: UUID | None = None) -> Excuse:
    """Puts a ground to a manager. It excuses nothing until one agrees. Raises Invalid, Refused, NotAllowed."""
    key = new_key()

    def a_new_excuse() -> Excuse:
        of = Deadline.objects.get(pk=deadline_key, authority_id=by.authority_id)
        return Excuse(
            pk=key,
            authority_id=of.authority_id,
            case_id=of.case_id,
            deadline=of,
            ground=given.ground,
            from_on=given.from_on,
            until_on=given.until_on,
            asked_on=given.asked_on,
            account=given.account.strip(),
            evidence=given.evidence.strip(),
            evidence_file=given.evidence_file,
            recover_by=given.recover_by,
            proposed_by=by.ref,
            proposed_at=clock.now(),
        )

    with action(Event.EXCUSE_PROPOSED, by=by, subject=a_new_excuse, named=named, part=Part.EXCUSES) as act:
        of = Deadline.objects.get(pk=deadline_key)
        if of.ended_on:
            raise Refused(Why.NOT_OWED)
        if Excuse.objects.filter(deadline=of, state__in=[ExcuseState.PROPOSED, ExcuseState.APPROVED]).exists():
            raise Refused(Why.ONE_STANDS)
        check(of, given, has_file=given.evidence_file is not None)
        act.facts = deadlines.names(of) | {"ground": given.ground}
    return act.subject


def answer(excuse_key: UUID, agreed: bool, words: str, *, by: Who, named: UUID | None = None) -> Excuse:
    """A manager agrees, or does not and says why. Raises Refused, NotAllowed."""
    event = Event.EXCUSE_APPROVED if agreed else Event.EXCUSE_TURNED_DOWN
    with action(event, by=by, subject=lambda: _excuse(excuse_key), named=named, part=_part(event)) as act:
        of = act.subject.deadline
        if act.subject.proposed_by == by.ref:
            raise Refused(Why.YOUR_OWN)
        if not agreed and not words.strip():
            raise Refused(Why.SAY_WHY)
        if agreed and of.ended_on:
            raise Refused(Why.NOT_OWED)
        change = act.subject.approve if agreed else act.subject.turn_down
        change(by.ref, clock.now(), words.strip())
        act.facts = deadlines.names(of)
        if agreed:
            act.facts |= {"recover_by": act.subject.recover_by.isoformat()}
    return act.subject


def withdraw(excuse_key: UUID, words: str, *, by: Who, named: UUID | None = None) -> Excuse:
    """Its author takes back what no manager has answered; a manager ends what was agreed. Each says why.

    Raises Refused, NotAllowed."""
    with action(
        Event.EXCUSE_WITHDRAWN, by=by, subject=lambda: _excuse(excuse_key), named=named, part=Part.EXCUSES
    ) as act:
        stood = act.subject.state == ExcuseState.APPROVED
        if stood and not by.roles & APPROVERS:
            raise Refused(Why.A_MANAGERS)
        if act.subject.state == ExcuseState.PROPOSED and act.subject.proposed_by != by.ref:
            raise Refused(Why.NOT_YOURS)
        if not words.strip():
            raise Refused(Why.WHY_BACK)
        act.subject.withdraw(by.ref, clock.now(), words.strip())
        act.facts = deadlines.names(act.subject.deadline) | {"had_stood": "yes" if stood else "no"}
    return act.subject


def _excuse(key: UUID) -> Excuse:
    return Excuse.objects.select_related("deadline").get(pk=key)


def _part(event: Event) -> Part:
    """That a date is excused is no secret of the case; the ground stays with those who may read excuses."""
    return Part.CORE if event == Event.EXCUSE_APPROVED else Part.EXCUSES
