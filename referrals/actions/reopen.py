"""What the Bridge had said is taken back, or whoever asked no longer wants it."""

from uuid import UUID

from accounts.who import Who
from cases.leading import lead_of
from cases.words import Stage
from core.events import Event
from core.refusals import Refused
from ledger.models import Entry
from referrals import rules
from referrals.actions.answering import Answer, keep, opened
from referrals.actions.settle import names_of_child
from referrals.models import Referral
from referrals.words import AsksFor, Said, State, Why


def reopen(referral_key: UUID, because: str, *, by: Who, named: UUID | None = None) -> tuple[Referral, Entry, State]:
    """The request waits again, and its target counts from today. Gives how it had stood as well. Raises Refused."""
    with opened(referral_key, Event.REFERRAL_REOPENED, by=by, named=named) as act:
        why = rules.against_reason(because, names_of_child(act.case))
        was = State(act.subject.state)
        if was == State.WAITING:
            why.append(Why.NOT_ANSWERED)
        if was == State.ACCEPTED and lead_of(act.case):
            why.append(Why.HAS_A_LEAD)
        if why:
            raise Refused(*why)
        act.subject.reopen()
        keep(act, Said.REOPEN, Answer(because), by=by)
        act.case.stage = Stage.INTAKE
        act.case.save()
        act.telling = {"reason": because.strip()}
    return act.subject, act.entry, was


def withdraw(referral_key: UUID, because: str, *, by: Who, named: UUID | None = None) -> tuple[Referral, Entry, State]:
    """Whoever asked no longer wants it, or no longer agrees to sharing. Nothing is deleted. Raises Refused."""
    with opened(referral_key, Event.REFERRAL_WITHDRAWN, by=by, named=named) as act:
        why = rules.against_reason(because, names_of_child(act.case))
        was = State(act.subject.state)
        if act.subject.facts.stands_as == AsksFor.ASSESSMENT:
            why.append(Why.NOT_ENDED_HERE)
        if was == State.ACCEPTED and lead_of(act.case):
            why.append(Why.HAS_A_LEAD)
        if why:
            raise Refused(*why)
        act.subject.withdraw()
        keep(act, Said.WITHDRAWN, Answer(because), by=by)
        act.case.stage = Stage.CLOSED
        act.case.save()
        act.telling = {"reason": because.strip()}
    return act.subject, act.entry, was
