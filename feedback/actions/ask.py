"""Everybody who was at a meeting is asked what they made of it, each by a letter of their own."""

from datetime import timedelta

from django.conf import settings

from accounts.who import Who
from cases.action import action
from cases.words import Part
from core import clock
from core.events import Event
from feedback.groups import groups_of, locality_of
from feedback.links import FOR_DAYS, form_at
from feedback.models import Ask
from ledger.models import Entry
from meetings.actions.call import file_under_case
from meetings.company import hides_from
from meetings.models import Invitee, Meeting
from meetings.readers import address_of, ref_of
from meetings.words import Came, MeetingKind

ASKED_AFTER = frozenset({MeetingKind.MAM, MeetingKind.MAM_REVIEW})
"""The meetings the questions are about."""


def ask_for_feedback(meeting: Meeting, *, by: Who, because: Entry) -> list[Ask]:
    """Asks those who were there, where the meeting is of a kind that is asked after and was not entered long after it
    was held. Somebody without an address, or who is told in another way, is asked on paper. Raises NotAllowed."""
    there = _there(meeting)
    if meeting.late_because or meeting.kind not in ASKED_AFTER or not there:
        return []

    def the_meeting() -> Meeting:
        return Meeting.objects.get(pk=meeting.pk)

    with action(Event.FEEDBACK_ASKED, by=by, subject=the_meeting, because=because, part=Part.TOGETHER) as act:
        file_under_case(act)
        today, locality = clock.today(), locality_of(act.case)
        asks = [
            Ask(
                authority_id=meeting.authority_id, case=act.case, meeting=act.subject, invitee=row, group=group,
                locality=locality, asked_at=clock.now(), until=today + timedelta(days=FOR_DAYS),
                by_letter=bool(address_of(row)) and not row.told_otherwise,
            )
            for row, group in groups_of(act.case, there).items()
        ]  # fmt: skip
        if not asks:
            act.abandon()
        Ask.objects.bulk_create(asks)
        links = {ref_of(one.invitee): settings.FAMILY_URL + form_at(one.pk) for one in asks if one.by_letter}
        until = today + timedelta(days=FOR_DAYS)
        act.telling = {"meeting": act.subject, "links": links, "until": until}
    return asks


def _there(meeting: Meeting) -> list[Invitee]:
    """Who was there, and may still be told of it."""
    rows = Invitee.objects.filter(meeting=meeting, taken_out_at=None, came=Came.HERE)
    return [row for row in rows.select_related("person", "carer", "around").order_by("pk") if not hides_from(row)]
