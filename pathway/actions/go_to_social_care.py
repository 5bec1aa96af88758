"""The fork: a safeguarding need goes straight to social care, from any state of a case; and the way back."""

from uuid import UUID

from django.db import transaction

from accounts.who import Who
from cases.actions.concern import end_concern, raise_concern
from cases.actions.tasks import drop_tasks, finish, set_task
from cases.concerns import open_concern
from cases.leading import is_social_worker, lead_of
from cases.models import Case, Concern, Task
from cases.task_kinds import Outcome, TaskKind
from core import clock
from core.refusals import Refused
from ehcp.selectors_advice import asked_by_task
from ehcp.words import Why as WhyOfAdvice
from pathway.actions.family_assessment import against_ticking_off
from referrals.models import Referral
from referrals.words import State
from statute.calendar import add_working_days


@transaction.atomic
def go_to_social_care(case_key: UUID, words: str, *, by: Who) -> Concern:
    """Social care is asked for its assessment instead of a Family Assessment. One that was done is kept. Where somebody
    other than a social worker leads, the manager is asked to look again. Raises Refused, NotAllowed."""
    concern, entry = raise_concern(case_key, words, by=by)
    drop_tasks(case_key, [TaskKind.FAMILY_ASSESSMENT], by=by, because=entry)
    soon = add_working_days(clock.today(), 1)
    set_task(case_key, TaskKind.CAFA, by=by, because=entry, due_on=soon)
    case = Case.objects.get(pk=case_key)
    lead = lead_of(case)
    if lead and not is_social_worker(lead.pk, case.authority_id):
        set_task(case_key, TaskKind.LOOK_AT_LEAD, by=by, because=entry, due_on=soon)
    return concern


@transaction.atomic
def finish_task(
    task_key: UUID, *, by: Who, reference: str = "", outcome: str = "", note: str = "", named: UUID | None = None
) -> Task:
    """A task is done, and what it was done for goes on: once social care has answered, the concern ends, and where it
    does nothing further a Family Assessment is asked for after all. A Family Assessment that is written here ends its
    task itself, as advice does; one made elsewhere is said where. Raises Refused, NotAllowed."""
    task, entry = finish(task_key, by=by, reference=reference, outcome=outcome, note=note, named=named)
    if task.kind == TaskKind.FAMILY_ASSESSMENT and (why := against_ticking_off(task.case_id, note)):
        raise Refused(why)
    if task.kind == TaskKind.ACTION and asked_by_task(task.pk):
        raise Refused(WhyOfAdvice.IS_GIVEN_ELSEWHERE)
    if task.kind == TaskKind.CAFA:
        concern = open_concern(task.case)
        if concern:
            _, ended = end_concern(concern.pk, Outcome(outcome), note, by=by, after=entry)
            drop_tasks(task.case_id, [TaskKind.LOOK_AT_LEAD], by=by, because=ended)
            if outcome == Outcome.NOTHING_FURTHER and _was_accepted(task.case_id):
                set_task(task.case_id, TaskKind.FAMILY_ASSESSMENT, by=by, because=ended)
    return task


def _was_accepted(case_key: UUID) -> bool:
    return Referral.objects.filter(case=case_key, state=State.ACCEPTED).exists()
