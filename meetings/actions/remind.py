"""Those who are asked to a meeting are told once more that it is soon."""

from uuid import UUID

from accounts.who import machine
from cases.action import action
from cases.words import Part
from core import clock
from core.events import Event
from meetings import rules
from meetings.actions.call import file_under_case, still_asked, tell
from meetings.models import Meeting
from meetings.readers import ref_of
from meetings.words import MeetingState, Reply


def remind(key: UUID, authority_id: str) -> bool:
    """Tells everybody who did not say no, once for each day a meeting is set for. Says whether they were: not where it
    was cancelled, moved or told meanwhile."""

    def the_meeting() -> Meeting:
        return Meeting.objects.select_for_update(no_key=True).get(pk=key)

    with action(
        Event.MEETING_REMINDED, by=machine("watch", authority_id), subject=the_meeting, part=Part.TOGETHER
    ) as act:
        meeting, today = act.subject, clock.today()
        file_under_case(act)
        due = meeting.state == MeetingState.PLANNED and rules.is_soon(meeting.held_on, today)
        if not due or meeting.reminded_on or meeting.late_because:
            act.abandon()
        else:
            meeting.reminded_on = today
            asked = [row for row in still_asked(meeting) if row.reply != Reply.NO]
            tell(act, asked)
            act.telling["replies"] = {ref_of(row): row.reply for row in asked}
    return act.entry is not None
