"""Reading requests for assessment."""

from uuid import UUID

from ehcp.models import AssessmentRequest
from ehcp.words import Source


def to_check_about_asking(case: UUID) -> str:
    """What must be found out about the right to ask, on a case fetched for its reader; empty when nothing."""
    source = AssessmentRequest.objects.filter(case=case).values_list("source", flat=True).first()
    return Source(source).to_check if source else ""
