"""A request for an EHC needs assessment, who was told of it, the evidence, the decision, and the notice of it."""

from ehcp.models.advice import Advice, AdvicePoint
from ehcp.models.contacts import NoticeContacts
from ehcp.models.decision import AssessmentDecision
from ehcp.models.evidence import Evidence, Telling
from ehcp.models.request import AssessmentRequest

__all__ = ["Advice", "AdvicePoint", "AssessmentDecision", "AssessmentRequest", "Evidence", "NoticeContacts", "Telling"]
