"""Somebody at the Bridge read what may tell of harm, and says why it is not for social care."""

from uuid import UUID

from accounts.who import Who
from cases import concerns
from cases.words import Part
from core import clock
from core.events import Event
from core.refusals import Refused
from referrals import rules
from referrals.actions.answering import opened
from referrals.models import Referral
from referrals.words import Why


def read_worry(referral_key: UUID, because: str, *, by: Who, named: UUID | None = None) -> Referral:
    """The request stands in the ordinary order of the queue from now on. What was written stays, and so does that the
    family is only written to once somebody made sure that it is safe. New words of that kind mark it anew. Raises
    Refused, NotAllowed."""
    with opened(referral_key, Event.WORRY_READ, by=by, named=named, part=Part.SAFEGUARDING) as act:
        why = []
        if not rules.read_first(act.subject.facts) or act.subject.worry_read_at:
            why.append(Why.NO_WORRY_TO_READ)
        elif concerns.stands(act.case):
            why.append(Why.WITH_SOCIAL_CARE)
        elif not because.strip():
            why.append(Why.NO_REASON_NOT_FOR_CARE)
        if why:
            raise Refused(*why)
        act.subject.worry_read = because.strip()
        act.subject.worry_read_by, act.subject.worry_read_at = by.ref, clock.now()
    return act.subject
