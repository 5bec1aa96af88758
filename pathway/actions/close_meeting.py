"""Every way a meeting may end, in one place and one transaction: what it leads to leads on by itself."""

from datetime import date
from uuid import UUID

from django.db import transaction

from accounts.away import case_staff
from accounts.who import Who
from cases.actions.tasks import agree_action, set_task
from cases.leading import lead_of
from cases.models import Case
from cases.task_kinds import TaskKind
from core import clock
from core.words import _
from ehcp.actions.request_assessment import request_assessment
from ehcp.selectors import is_under_assessment
from ehcp.words import Found
from feedback.actions.ask import ask_for_feedback
from ledger.models import Entry
from meetings.actions.close import Ending, close, notes_of
from meetings.models import Invitee, Meeting
from meetings.words import Outcome, Section
from pathway.actions.decide_assessment import against_ending

LOOK_AGAIN = {
    Outcome.MEET_AGAIN: _("Hold the next meeting"),
    Outcome.SUPPORT: _("Look again at how the support goes"),
    Outcome.CLOSE: _("Ask the family how things are, now that the case is closed"),
}
OF_OTHERS = _("Ask how it goes with what the family, and others without an account, agreed to do at the meeting")
"""What they agreed to do stands in the notes alone: those who were not there do not read it in a list."""


@transaction.atomic
def close_meeting(
    meeting_key: UUID, ending: Ending, *, by: Who, asked_by: UUID | None = None, named: UUID | None = None
) -> Meeting:
    """Closes a meeting and starts what it leads to: what each agreed is theirs to do by its day, a Family Assessment
    is asked for, an EHC needs assessment counts from the meeting's day, and somebody looks again on the day that was
    set. ``asked_by``: who of those known on the case asks for the assessment. A meeting that was held before it was
    entered leads to nothing by itself: what followed has happened. Raises Refused, NotAllowed, Carer.DoesNotExist."""
    found = Meeting.objects.select_related("case").get(pk=meeting_key)
    closes = Outcome.CLOSE in ending.outcomes
    meeting, entry = close(
        meeting_key, ending, by=by, named=named, asked_by=asked_by, under_assessment=is_under_assessment(found.case_id),
        against_ending=against_ending(found.case, meeting=found) if closes else (),
    )  # fmt: skip
    if meeting.late_because:
        return meeting
    ask_for_feedback(meeting, by=by, because=entry)
    _give_out(meeting, by)
    if Outcome.FAMILY_ASSESSMENT in ending.outcomes:
        set_task(meeting.case_id, TaskKind.FAMILY_ASSESSMENT, by=by, because=entry)
    if Outcome.ASSESSMENT in ending.outcomes and asked_by:
        request_assessment(
            asked_by, received_on=meeting.held_on, found=Found.IN_TERMS, by=by, because=entry, reason=ending.because
        )
    if ending.review_on:
        _look_again(meeting, ending, ending.review_on, entry, by)
    return meeting


def _give_out(meeting: Meeting, by: Who) -> None:
    """What a colleague agreed to do is a task of theirs; what the family or somebody from outside did stands in the
    notes, and whoever leads asks how it goes by the earliest day."""
    asked = Invitee.objects.filter(meeting=meeting, person__isnull=False, taken_out_at=None)
    works = case_staff(meeting.authority_id, clock.today())
    colleagues = {str(row): person for row, person in asked.filter(person__in=works).values_list("pk", "person_id")}
    of_others: list[date] = []
    for row in notes_of(meeting):
        if row.section != Section.ACTION:
            continue
        person, day = colleagues.get(row.said["who"]), date.fromisoformat(row.said["by_day"])
        if person:
            agree_action(meeting.case_id, row.said["what"], person, day, by=by, meeting=meeting.pk)
        else:
            of_others.append(day)
    watches = _watches(meeting, by)
    if of_others and watches:
        agree_action(meeting.case_id, str(OF_OTHERS), watches, min(of_others), by=by, meeting=meeting.pk)


def _watches(meeting: Meeting, by: Who) -> UUID | None:
    """Who sees that things happen: whoever leads, or else whoever closed the meeting."""
    lead = lead_of(Case.objects.get(pk=meeting.case_id))
    return lead.pk if lead else by.person_id


def _look_again(meeting: Meeting, ending: Ending, on: date, entry: Entry, by: Who) -> None:
    """Whoever leads, or else whoever closed the meeting, looks again on that day."""
    person = _watches(meeting, by)
    what = next((words for outcome, words in LOOK_AGAIN.items() if outcome in ending.outcomes), None)
    if person:
        agree_action(meeting.case_id, str(what or LOOK_AGAIN[Outcome.SUPPORT]), person, on, by=by, meeting=meeting.pk)
