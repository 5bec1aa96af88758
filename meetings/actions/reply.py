"""Somebody says whether they can come; and somebody of the family says what they think of the notes."""

from uuid import UUID

from accounts.who import Who
from cases import sight
from cases.action import action
from cases.words import Part
from core import clock
from core.events import Event
from core.refusals import Refused
from meetings.actions.call import file_under_case, open_meeting
from meetings.models import FamilyAnswer, Invitee, Meeting
from meetings.words import MeetingState, Reply, Why

MOST = 4000


def reply(invitee_key: UUID, answer: Reply, words: str, *, by: Who, named: UUID | None = None) -> Invitee:
    """Whether somebody can come, and what they say to it; the latest counts. ``by`` is a visitor who holds the link we
    posted, or a colleague on the case who was told. Raises Refused, NotAllowed,
    Invitee.DoesNotExist."""
    asked = Invitee.objects.select_related("case").get(pk=invitee_key, taken_out_at=None)
    if by.person_id is not None:
        sight.require_part(by, asked.case, Part.TOGETHER)
    meeting = asked.meeting_id
    with open_meeting(Event.INVITATION_ANSWERED, meeting, by, named) as act:
        row = Invitee.objects.get(pk=invitee_key, taken_out_at=None)
        row.reply, row.reply_words, row.replied_at = answer.value, words.strip()[:MOST], clock.now()
        row.save()
        act.facts["reply"] = answer.value
    return row


def answer_notes(
    meeting_key: UUID, agrees: bool, words: str, *, by: Who, name: str, taken_down: bool = False,
    named: UUID | None = None,
) -> FamilyAnswer:  # fmt: skip
    """Somebody of the family agrees to the notes or does not, in their own words; or a colleague writes it down for
    them. Earlier answers stay. Raises Refused, NotAllowed, Meeting.DoesNotExist."""

    def the_meeting() -> Meeting:
        return Meeting.objects.get(pk=meeting_key)

    with action(Event.NOTES_ANSWERED, by=by, subject=the_meeting, named=named, part=Part.TOGETHER) as act:
        if act.subject.state != MeetingState.HELD:
            raise Refused(Why.NOT_CLOSED)
        if not agrees and not words.strip():
            raise Refused(Why.NO_REASON)
        file_under_case(act)
        row = FamilyAnswer(
            authority_id=act.case.authority_id, case=act.case, meeting=act.subject, agrees=agrees,
            name=name, words=words.strip()[:MOST], said_at=clock.now(),
            person_id=None if taken_down else by.person_id, taken_down_by=by.ref if taken_down else "",
        )  # fmt: skip
        row.save()
        act.facts["agrees"] = "yes" if agrees else "no"
    return row
