"""What follows when the council decides whether to assess, in one transaction."""

from datetime import date
from uuid import UUID

from django.db import transaction

from accounts.away import case_staff
from accounts.who import Who
from cases.actions.results import note_result
from cases.actions.tasks import agree_action
from cases.leading import lead_of
from cases.models import Case, CaseResult
from cases.result_words import Result
from core import clock
from core.words import _
from door.words import long_date
from ehcp.actions.decide import make
from ehcp.models import AssessmentDecision, AssessmentRequest
from ehcp.readers import family_of
from ehcp.rules import AfterARefusal, against_closing
from ehcp.selectors import refused_last
from meetings.models import Meeting
from meetings.words import MeetingKind, MeetingState
from people.models import Around
from statute.calendar import add_working_days
from support.models import SupportCycle
from support.words import CycleState

TELL = _("Tell the health board, social care and the setting what was decided (SEND Regulations 2014, reg 5(2))")
POST = _("Post the notice that we do not assess: somebody of the family does not sign in here")
ADVICE = _("Ask for advice from everybody whom the regulations name (SEND Regulations 2014, reg 6)")
WAY_FORWARD = _("Hold a way-forward meeting with the family by {day}, and agree a support plan")
SOON = 2
"""Working days for what is to be done at once. Our own, not a day in law."""


@transaction.atomic
def decide_assessment(request_key: UUID, *, by: Who, named: UUID | None = None) -> AssessmentDecision:
    """A second person makes the decision; whoever wrote it tells those whom the law names; a yes is counted and advice
    is asked for; a no has somebody who looks for a way forward with the family. Raises Refused, NotAllowed."""
    decision, _entry = make(request_key, by=by, named=named)
    author = _here_still(UUID(decision.proposed_by.removeprefix("person:")), by)
    soon = add_working_days(clock.today(), SOON)
    agree_action(decision.case_id, str(TELL), author, soon, by=by)
    if decision.assess:
        agree_action(decision.case_id, str(ADVICE), author, soon, by=by)
        counted = CaseResult.objects.filter(
            case=decision.case_id, kind=Result.ASSESSMENT, came_on=clock.today(), mistaken_at=None
        )
        if not counted.exists():
            note_result(decision.case_id, Result.ASSESSMENT, clock.today(), "", by=by)
        return decision
    if decision.contact_id and decision.meet_by:
        what = str(WAY_FORWARD).format(day=long_date(decision.meet_by))
        agree_action(decision.case_id, what, decision.contact_id, decision.meet_by, by=by)
    if not _all_read_here(decision.request_id):
        agree_action(decision.case_id, str(POST), author, _next_working_day(), by=by)
    return decision


def _here_still(author: UUID, by: Who) -> UUID:
    """Whoever wrote it; or whoever decides, where the author works here no more."""
    works = case_staff(by.authority_id, clock.today()).filter(pk=author).exists()
    return author if works or by.person_id is None else by.person_id


def _next_working_day() -> date:
    return add_working_days(clock.today(), 1)


def _all_read_here(request: UUID) -> bool:
    """Whether everybody of the family who is told signs in here, and so reads the notice on their page."""
    row = AssessmentRequest.objects.select_related("asked_by", "case").get(pk=request)
    for carer in family_of(row, row.case):
        followed = Around.objects.filter(carer=carer, person__isnull=False, mistaken_at=None)
        if not carer.person_id and not followed.exists():
            return False
    return True


def against_ending(case: Case, *, meeting: Meeting | None = None) -> list[str]:
    """Why a case may not be closed: after a refusal to assess only once there was a way-forward meeting (the one that
    is being closed counts), a support plan and somebody to ask."""
    decision = refused_last(case.pk)
    if decision is None or decision.made_on is None:
        return []
    held = Meeting.objects.filter(
        case=case, kind=MeetingKind.WAY_FORWARD, state=MeetingState.HELD, held_on__gte=decision.made_on
    )
    now = meeting is not None and meeting.kind == MeetingKind.WAY_FORWARD and meeting.held_on >= decision.made_on
    agreed = SupportCycle.objects.filter(case=case, agreed_on__gte=decision.made_on).exclude(state=CycleState.WRITING)
    after = AfterARefusal(met=now or held.exists(), supported=agreed.exists(), led=lead_of(case) is not None)
    return [str(why) for why in against_closing(after)]
