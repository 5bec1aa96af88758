"""A request for an EHC needs assessment begins to count."""

from datetime import date
from uuid import UUID

from accounts.who import Who
from cases.action import action
from core.events import Event
from core.refusals import Refused
from ehcp.models import AssessmentRequest
from ehcp.rules import source_of
from ehcp.selectors import LIVE
from ehcp.words import Found, Why
from ledger.models import Entry
from people.models import Carer
from people.words import Relationship, Responsible


def request_assessment(
    carer_key: UUID,
    *,
    received_on: date,
    found: Found,
    by: Who,
    because: Entry,
    reason: str = "",
) -> AssessmentRequest:
    """Starts the clocks from the day of receipt (SEND Regulations 2014 regs 5(1), 10(1), 13(2)), whenever an officer
    came to read it. Raises Refused when one is open already."""

    def a_new_request() -> AssessmentRequest:
        carer = Carer.objects.select_related("child").get(pk=carer_key)
        return AssessmentRequest(
            authority_id=carer.authority_id,
            case_id=carer.case_ref,
            asked_by=carer,
            source=source_of(
                Relationship(carer.relationship),
                Responsible(carer.says_responsible),
                carer.cares_for,
                carer.child.born_on,
                received_on,
                for_school=carer.for_school,
            ),
            found=found,
            received_on=received_on,
        )

    with action(
        Event.ASSESSMENT_REQUESTED, by=by, subject=a_new_request, because=because, effective_on=received_on
    ) as act:
        if AssessmentRequest.objects.filter(case=act.case, state__in=LIVE).exists():
            raise Refused(Why.ALREADY_OPEN)
        act.facts = {"found": found.value, "source": act.subject.source}
        act.telling = {"reason": reason, "asker": act.subject.asked_by}
    return act.subject
