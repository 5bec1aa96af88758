"""What a Family Assessment leads to: the CAF team's task, and what those who are asked for a part have to do."""

from datetime import date
from uuid import UUID

from django.db import transaction

from accounts.away import case_staff
from accounts.who import Who
from assessments.actions import send, write
from assessments.models import AssessmentPart, FamilyAssessment
from assessments.words import AssessmentState, Chapter
from cases.actions.tasks import agree_action, drop_task, finish, set_task
from cases.concerns import open_concern
from cases.models import Case, Task
from cases.task_kinds import TaskKind, TaskState, Why
from core import clock
from core.words import _
from ledger.models import Entry
from pathway.known import first_words

TITLES = {
    Chapter.LEARNING: _("Write the nursery, school or college part of the Family Assessment"),
    Chapter.HEALTH: _("Write the health part of the Family Assessment"),
    Chapter.CARE: _("Write the early help and social care part of the Family Assessment"),
    Chapter.OTHER: _("Write your service’s part of the Family Assessment"),
}


@transaction.atomic
def begin_assessment(case_key: UUID, *, by: Who) -> FamilyAssessment:
    """Begins a Family Assessment, or a review, with what is known already; the CAF team waits for it. While social
    care looks into whether the child is safe, its own assessment goes first. Raises Refused, NotAllowed."""
    case = Case.objects.select_related("child").get(pk=case_key)
    begun, entry = write.begin(case_key, first_words(case), by=by)
    if open_concern(case) is None:
        set_task(case_key, TaskKind.FAMILY_ASSESSMENT, by=by, because=entry)
    return begun


@transaction.atomic
def ask_for_part(
    key: UUID, chapter: Chapter, person: UUID, due_on: date, *, by: Who, named: UUID | None = None
) -> AssessmentPart:
    """Somebody is asked to write a part by a day: it is theirs to do, and they see the case. Whoever was asked before
    is told that it is not needed of them any more. Raises Refused, NotAllowed."""
    part, entry = write.ask(key, chapter, person, due_on, by=by, named=named)
    if part.task:
        drop_task(part.task, by=by, because=entry)
    part.task = agree_action(entry.case_ref, str(TITLES[chapter]), person, due_on, by=by).pk
    part.save()
    return part


@transaction.atomic
def finish_part(
    key: UUID, chapter: Chapter, *, by: Who, again: bool = False, named: UUID | None = None
) -> AssessmentPart:
    """A part is finished, and with it what somebody was given to do; or it is opened again, and is theirs to do once
    more. Raises Refused, NotAllowed, AssessmentPart.DoesNotExist."""
    part, entry = write.finish_part(key, chapter, by=by, again=again, named=named)
    if again and part.asked_id and case_staff(part.authority_id, clock.today()).filter(pk=part.asked_id).exists():
        due_on = max(part.due_on or clock.today(), clock.today())
        part.task = agree_action(entry.case_ref, str(TITLES[chapter]), part.asked_id, due_on, by=by).pk
        part.due_on = due_on
        part.save()
    if part.task and not again and Task.objects.filter(pk=part.task, state=TaskState.OPEN).exists():
        finish(part.task, by=by, because=entry)
    return part


@transaction.atomic
def send_assessment(key: UUID, wanted: send.Wanted, *, by: Who, named: UUID | None = None) -> FamilyAssessment:
    """It stands from now on. The CAF team has it to take, and nobody has a part to write any more. Raises Refused,
    NotAllowed."""
    sent, entry = send.send(key, wanted, by=by, named=named)
    set_task(sent.case_id, TaskKind.FAMILY_ASSESSMENT, by=by, because=entry)
    _nobody_writes(sent, by, entry)
    return sent


@transaction.atomic
def stop_assessment(key: UUID, because: str, *, by: Who, named: UUID | None = None) -> FamilyAssessment:
    """It is not carried on, and nobody has a part to write any more. Raises Refused, NotAllowed."""
    stopped, entry = send.stop(key, because, by=by, named=named)
    _nobody_writes(stopped, by, entry)
    return stopped


def _nobody_writes(found: FamilyAssessment, by: Who, because: Entry) -> None:
    for task in AssessmentPart.objects.filter(assessment=found, task__isnull=False).values_list("task", flat=True):
        drop_task(task, by=by, because=because)


@transaction.atomic
def take_assessment(key: UUID, *, by: Who, named: UUID | None = None) -> FamilyAssessment:
    """The CAF team has it, and its task is done, unless a review is being written already: then it waits for that.
    Raises Refused, NotAllowed."""
    taken, entry = send.take(key, by=by, named=named)
    if FamilyAssessment.objects.filter(case=taken.case_id, state=AssessmentState.WRITING).exists():
        return taken
    for task in Task.objects.filter(case=taken.case_id, kind=TaskKind.FAMILY_ASSESSMENT, state=TaskState.OPEN):
        finish(task.pk, by=by, because=entry)
    return taken


def against_ticking_off(case_key: UUID, note: str) -> Why | None:
    """Why the task of completing one cannot be ticked off by hand: one is being written here, or none is on record and
    nobody says where it is kept."""
    states = set(FamilyAssessment.objects.filter(case=case_key).values_list("state", flat=True))
    if states & {AssessmentState.WRITING, AssessmentState.SENT}:
        return Why.IS_WRITTEN_HERE
    return None if AssessmentState.TAKEN in states or note.strip() else Why.WHERE_IT_IS
