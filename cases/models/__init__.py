from cases.models.case import Case
from cases.models.caseload import Caseload
from cases.models.deadline import Deadline
from cases.models.draft import Draft, DraftFile
from cases.models.grant import CaseGrant
from cases.models.involvement import Involvement

__all__ = ["Case", "CaseGrant", "Caseload", "Deadline", "Draft", "DraftFile", "Involvement"]
