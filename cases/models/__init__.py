from cases.models.case import Case
from cases.models.caseload import Caseload
from cases.models.commitment import Commitment, CommitmentVersion
from cases.models.concern import Concern
from cases.models.deadline import Deadline, Reminder, ReminderPlan
from cases.models.draft import Draft, DraftFile
from cases.models.excuse import Excuse
from cases.models.factor import CaseFactor
from cases.models.grant import CaseGrant
from cases.models.heartbeat import Heartbeat
from cases.models.involvement import Involvement
from cases.models.joining import Joining
from cases.models.kept_apart import KeptApart
from cases.models.marker import CaseMarker
from cases.models.need import CaseNeed
from cases.models.result import Baseline, CaseResult
from cases.models.task import Task

__all__ = [
    "Baseline",
    "Case",
    "CaseFactor",
    "CaseGrant",
    "CaseMarker",
    "CaseNeed",
    "CaseResult",
    "Caseload",
    "Commitment",
    "CommitmentVersion",
    "Concern",
    "Deadline",
    "Draft",
    "DraftFile",
    "Excuse",
    "Heartbeat",
    "Involvement",
    "Joining",
    "KeptApart",
    "Reminder",
    "ReminderPlan",
    "Task",
]
