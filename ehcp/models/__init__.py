"""A request for an EHC needs assessment, who was told of it, the evidence, the decision, and the notice of it."""

from ehcp.models.contacts import NoticeContacts
from ehcp.models.decision import AssessmentDecision
from ehcp.models.evidence import Evidence, Telling
from ehcp.models.request import AssessmentRequest

__all__ = ["AssessmentDecision", "AssessmentRequest", "Evidence", "NoticeContacts", "Telling"]
