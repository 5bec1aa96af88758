"""The sender withdraws a request for help themselves, before it is answered."""

from uuid import UUID

from accounts.who import Who
from cases.words import Stage
from core.events import Event
from core.refusals import NotAllowed, Refused
from referrals import rules
from referrals.actions.answering import Answer, keep, opened
from referrals.models import Referral
from referrals.words import Said, State


def unwant(referral_key: UUID, because: str, *, by: Who, named: UUID | None = None) -> Referral:
    """Nothing more happens with it, and nothing is deleted. The reason, which need not be given, is in their own words:
    it goes into no letter. Raises Refused, NotAllowed."""
    with opened(referral_key, Event.REFERRAL_UNWANTED, by=by, named=named) as act:
        if by.person_id is None or act.subject.sender.person_id != by.person_id:
            raise NotAllowed("not the sender")
        if why := rules.against_withdrawing(act.subject.facts.stands_as, State(act.subject.state)):
            raise Refused(why)
        act.subject.withdraw()
        keep(act, Said.WITHDRAWN, Answer(because), by=by)
        act.case.stage = Stage.CLOSED
        act.case.save()
    return act.subject
