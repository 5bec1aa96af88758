"""Reading requests for assessment."""

from uuid import UUID

from ehcp.models import AssessmentRequest
from ehcp.words import RequestState, Source


def to_check_about_asking(case: UUID) -> str:
    """What must be found out about the right to ask, on a case fetched for its reader; empty when nothing."""
    source = AssessmentRequest.objects.filter(case=case).values_list("source", flat=True).first()
    return Source(source).to_check if source else ""


def is_asked_for(case: UUID) -> bool:
    """Whether an assessment is asked for on a case and not answered yet."""
    return AssessmentRequest.objects.filter(case=case, state=RequestState.RECEIVED).exists()
