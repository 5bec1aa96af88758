"""What an officer's reading of a request leads to."""

from uuid import UUID

from django.db import transaction

from accounts.who import Who
from ehcp.actions.request_assessment import request_assessment
from ehcp.words import Found
from referrals.actions.settle import settle
from referrals.models import Referral
from referrals.words import AsksFor


@transaction.atomic
def settle_request(referral_key: UUID, answer: AsksFor, reason: str, *, by: Who, named: UUID | None = None) -> Referral:
    """Settles a request as help or as an assessment; an assessment's clocks count from receipt, however late
    it is found. Raises Refused, NotAllowed."""
    referral, entry = settle(referral_key, answer, reason, by=by, named=named)
    if answer == AsksFor.ASSESSMENT:
        request_assessment(
            referral.sender_id,
            received_on=referral.received_on,
            found=Found.ON_READING,
            by=by,
            because=entry,
            reason=reason,
        )
    return referral
