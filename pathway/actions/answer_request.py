"""What the Bridge's answer to a request for help leads to."""

from uuid import UUID

from django.db import transaction

from accounts.who import Who
from cases.actions.lead import seek_lead, seek_no_longer
from referrals.actions.answering import Answer, say
from referrals.actions.reopen import reopen, withdraw
from referrals.models import Referral
from referrals.words import Said, State


@transaction.atomic
def answer_request(referral_key: UUID, said: Said, answer: Answer, *, by: Who, named: UUID | None = None) -> Referral:
    """Answers a request; once accepted, the case waits for an engagement lead. Raises Refused, NotAllowed."""
    referral, entry = say(referral_key, said, answer, by=by, named=named)
    if said == Said.ACCEPT:
        seek_lead(referral.case_id, by=by, because=entry)
    return referral


@transaction.atomic
def take_back(referral_key: UUID, because: str, *, by: Who, named: UUID | None = None) -> Referral:
    """The request waits again, and no lead is sought for it. Raises Refused, NotAllowed."""
    referral, entry, was = reopen(referral_key, because, by=by, named=named)
    if was == State.ACCEPTED:
        seek_no_longer(referral.case_id, by=by, because=entry)
    return referral


@transaction.atomic
def withdraw_request(referral_key: UUID, because: str, *, by: Who, named: UUID | None = None) -> Referral:
    """Whoever asked no longer wants it, and no lead is sought for it. Raises Refused, NotAllowed."""
    referral, entry, was = withdraw(referral_key, because, by=by, named=named)
    if was == State.ACCEPTED:
        seek_no_longer(referral.case_id, by=by, because=entry)
    return referral
