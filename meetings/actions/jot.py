"""Writing the notes while a meeting goes on. See decision 29: words still being written are working notes, kept at once
and outside the case's history; closing the meeting is the act, and its digest says what stood then."""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from accounts.who import Who
from core import clock
from core.refusals import NotAllowed, Refused
from door.working_notes import LONGEST, Written, cleaned
from meetings import rules
from meetings.models import Jotting, Meeting
from meetings.selectors import may_write
from meetings.words import FIELDS, TEXTS, MeetingState, Section, Why

MOST_ROWS = 40
"""Rows in one list: more than any meeting needs, and little enough for one page."""


@transaction.atomic
def jot(
    meeting_key: UUID, section: Section, said: Mapping[str, str], *, by: Who, key: UUID | None = None,
    version: int = 0, named: UUID | None = None,
) -> Written[Jotting]:  # fmt: skip
    """Writes in one place of the notes, where it stands as its writer last read it. ``version`` is what they had read;
    0 where nothing stood yet. The same words again change nothing. Raises Refused, NotAllowed, Jotting.DoesNotExist."""
    meeting = _writable(meeting_key, by, named)
    words = cleaned(said, FIELDS[section])
    if any(len(each) > LONGEST for each in words.values()):
        raise Refused(Why.TOO_LONG)
    here = Jotting.objects.filter(meeting=meeting, section=section)
    row = here.filter(pk=key).first() if key else here.first() if section in TEXTS else None
    if key and row is None and section not in TEXTS and Jotting.objects.filter(pk=key).exists():
        raise NotAllowed("another meeting's notes")
    if row is None:
        if here.count() >= MOST_ROWS:
            raise Refused(Why.TOO_MANY)
        row = Jotting(
            authority_id=meeting.authority_id, meeting=meeting, section=section, place=here.count(), version=0
        )
        if key:
            row.pk = key  # the tab chose it, so that words sent twice are one row
        version = 0
    if not row.put(words, version, by.ref):
        return Written(row, clash=True)
    row.gone = False
    row.save()
    return Written(row)


@transaction.atomic
def strike(meeting_key: UUID, key: UUID, *, by: Who, back: bool = False, named: UUID | None = None) -> Jotting:
    """Takes a row of a list out, or puts it ``back``. Raises Refused, NotAllowed, Jotting.DoesNotExist."""
    meeting = _writable(meeting_key, by, named)
    row = Jotting.objects.get(pk=key, meeting=meeting)
    if row.gone == back:
        row.gone, row.version = not back, row.version + 1
        row.written_by, row.written_at = by.ref, clock.now()
        row.save()
    return row


def _writable(key: UUID, by: Who, named: UUID | None) -> Meeting:
    """The meeting, locked, if its notes are still open to this writer."""
    meeting = Meeting.objects.select_related("case").select_for_update(no_key=True, of=("self",)).get(pk=key)
    if (named is not None and meeting.case_id != named) or not may_write(by, meeting):
        raise NotAllowed("no such meeting")
    if why := rules.against_changing(MeetingState(meeting.state)):
        raise Refused(*why)
    return meeting
