"""What a service's answer to a request leads to: one that is not for them goes back to the Bridge, never to nobody."""

from uuid import UUID

from django.db import transaction

from accounts.who import Who
from cases.models import Case
from core.refusals import Refused
from provision.actions.answer import Written, say_of_request
from provision.models import ServiceRequest
from provision.words import ServiceSaid
from referrals import rules
from referrals.actions.come_back import come_back
from referrals.actions.settle import names_of_child


@transaction.atomic
def answer_for_service(
    key: UUID, said: ServiceSaid, written: Written, *, by: Who, named: UUID | None = None
) -> ServiceRequest:
    """Says it, in words that name no child. Raises Refused, NotAllowed."""
    row = ServiceRequest.objects.get(pk=key)
    names = names_of_child(Case.objects.get(pk=row.case_id))
    texts = [text for text in (written.because, written.instead) if text]
    why = [reason for text in texts for reason in rules.against_reason(text, names)]
    if why:
        raise Refused(*dict.fromkeys(why))
    answered, entry = say_of_request(key, said, written, by=by, named=named)
    if said == ServiceSaid.NOT_US and answered.referral_ref:
        come_back(answered.referral_ref, by=by, because=entry)
    return answered
