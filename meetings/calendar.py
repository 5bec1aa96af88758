"""A meeting as a file for a calendar. It names no child, and no home."""

from cases.models import Case
from door.calendar_file import Dated, calendar_file
from meetings.models import Meeting


def as_calendar(meeting: Meeting, place: str) -> bytes:
    """The day and the time of a meeting, and where, as far as its reader may know, under its case's reference."""
    reference = Case.objects.values_list("reference", flat=True).get(pk=meeting.case_id)
    title = f"Meeting: {reference}"
    made = Dated(
        uid=f"{meeting.pk}@sendpath", day=meeting.held_on, title=title, text=place, begins=meeting.begins_at,
        lasts=meeting.lasts,
    )  # fmt: skip
    return calendar_file(title, [made])
