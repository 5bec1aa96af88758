"""A service ends its work with a child, in words that name no child: the family reads them, and letters hold some."""

from uuid import UUID

from django.db import transaction

from accounts.who import Who
from cases.models import Case
from core.refusals import Refused
from provision.actions.end_work import Ending, end_work
from provision.models import ServiceRequest
from referrals import rules
from referrals.actions.settle import names_of_child


@transaction.atomic
def end_service_work(key: UUID, ending: Ending, *, by: Who, named: UUID | None = None) -> ServiceRequest:
    """Says so. Raises Refused, NotAllowed, ServiceRequest.DoesNotExist."""
    names = names_of_child(Case.objects.get(pk=ServiceRequest.objects.get(pk=key).case_id))
    texts = [ending.because, *(one.words for one in ending.outcomes)]
    why = [reason for text in texts if text for reason in rules.against_reason(text, names)]
    if why:
        raise Refused(*dict.fromkeys(why))
    return end_work(key, ending, by=by, named=named)
