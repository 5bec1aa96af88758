"""Advice for an assessment: whoever is asked has it to do, and has it no more once it is given or not waited for."""

from datetime import date
from uuid import UUID

from django.db import transaction

from accounts.who import Who
from cases.actions.tasks import agree_action, drop_task, finish
from cases.models import Task
from cases.task_kinds import TaskState
from core import clock
from core.refusals import Refused
from core.words import _
from ehcp.actions.advice import Asked, against_asking, ask, end, give
from ehcp.actions.withdraw import withdraw
from ehcp.models import Advice, AssessmentRequest
from ehcp.words import AdviceState, Adviser
from statute.counting import dates_of
from statute.duty import Anchor
from statute.timetable import duty

TITLES = {
    Adviser.EDUCATION: _("Give educational advice for the EHC needs assessment"),
    Adviser.MEDICAL: _("Give medical advice for the EHC needs assessment"),
    Adviser.PSYCHOLOGY: _("Give psychological advice for the EHC needs assessment"),
    Adviser.SOCIAL_CARE: _("Give social care advice for the EHC needs assessment"),
    Adviser.ADULTHOOD: _("Give advice on preparing for adulthood for the EHC needs assessment"),
}
WITHDRAWN = _("The request for the assessment was withdrawn")
OF_OTHERS = _("Give advice for the EHC needs assessment")


@transaction.atomic
def ask_for_advice(request_key: UUID, asked: Asked, *, by: Who, named: UUID | None = None) -> Advice:
    """Asks somebody. A colleague has it to do by the last working day of the six weeks, sees the case, and has a
    letter. Raises Refused, NotAllowed."""
    request = AssessmentRequest.objects.get(pk=request_key)
    if why := against_asking(request, asked):
        raise Refused(*why)
    task = None
    if asked.person:
        title = str(TITLES.get(asked.adviser, OF_OTHERS))
        task = agree_action(request.case_id, title, asked.person, _due(asked), by=by).pk
    advice, _entry = ask(request_key, asked, by=by, task=task, named=named)
    return advice


def _due(asked: Asked) -> date:
    code = "ADV-RESP" if asked.binds else "ADV-RESP-OTHER"
    dates = dates_of(duty(code, asked.received_on), {Anchor.RECEIVED: asked.received_on})
    return max(dates.plan_for, clock.today())


@transaction.atomic
def give_advice(key: UUID, *, by: Who, came_on: date | None = None, named: UUID | None = None) -> Advice:
    """It is given, and what its writer had to do is done. Raises Refused, NotAllowed."""
    advice, entry = give(key, by=by, came_on=came_on, named=named)
    if advice.task and Task.objects.filter(pk=advice.task, state=TaskState.OPEN).exists():
        finish(advice.task, by=by, because=entry)
    return advice


@transaction.atomic
def end_advice(key: UUID, because: str, *, declined: bool, by: Who, named: UUID | None = None) -> Advice:
    """It is not waited for, and nobody has it to do. Raises Refused, NotAllowed."""
    advice, entry = end(key, because, declined=declined, by=by, named=named)
    if advice.task:
        drop_task(advice.task, by=by, because=entry)
    return advice


@transaction.atomic
def withdraw_assessment(key: UUID, because: str, *, by: Who, named: UUID | None = None) -> AssessmentRequest:
    """The request is withdrawn, and nobody gives advice on it. Raises Refused, NotAllowed."""
    request, _entry = withdraw(key, because, by=by, named=named)
    for advice in Advice.objects.filter(request=request, state=AdviceState.ASKED).order_by("pk"):
        end_advice(advice.pk, str(WITHDRAWN), declined=False, by=by)
    return request
