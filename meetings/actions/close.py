"""Who came is noted; and a meeting is closed with its notes as they stand."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.urls import reverse

from accounts.who import Who
from cases.act import Act
from cases.leading import lead_of
from cases.models import Task
from cases.task_kinds import TaskState
from cases.words import Stage
from core import clock
from core.events import Event
from core.refusals import Refused
from ledger.models import Entry
from meetings import rules
from meetings.actions.call import open_meeting
from meetings.models import Aim, Invitee, Jotting, Meeting
from meetings.words import Came, Gathered, Outcome, Section
from people.models import Carer


@dataclass(frozen=True)
class Ending:
    """How a meeting ends."""

    outcomes: tuple[Outcome, ...]
    because: str
    gathered: Gathered | None = None
    no_views_because: str = ""
    review_on: date | None = None
    no_review_because: str = ""


def note_came(
    meeting_key: UUID, invitee: UUID, came: Came | None, because: str = "", *, by: Who, named: UUID | None = None
) -> Meeting:
    """Somebody was there, sent apologies or did not come, and why; or that was noted by mistake. Raises Refused,
    NotAllowed, Invitee.DoesNotExist."""
    with open_meeting(Event.INVITEE_KEPT, meeting_key, by, named) as act:
        if why := rules.against_noting(act.subject.held_on, came, clock.today()):
            raise Refused(*why)
        row = Invitee.objects.get(pk=invitee, meeting=act.subject, taken_out_at=None)
        row.came, row.came_because = came.value if came else "", because.strip() if came else ""
        row.save()
        act.facts["done"] = "came" if came == Came.HERE else "away" if came else "mistaken"
    return act.subject


def close(
    meeting_key: UUID, ending: Ending, *, by: Who, asked_by: UUID | None = None, named: UUID | None = None,
    under_assessment: bool = False, against_ending: Iterable[str] = (),
) -> tuple[Meeting, Entry]:  # fmt: skip
    """The meeting is over and its notes stand. What it leads to is an act of ``pathway``. ``asked_by``: who asks for
    an EHC needs assessment, where one is asked for. ``under_assessment``: one is asked for already, or under way.
    ``against_ending``: what other stages say against closing the case. Raises Refused, NotAllowed."""
    with open_meeting(Event.MEETING_HELD, meeting_key, by, named) as act:
        meeting = act.subject
        rows = notes_of(meeting)
        why = rules.against_closing(facts_of(meeting, ending, rows, asked_by, under_assessment), clock.today())
        reasons = [str(one).format(child=act.case.child.called) for one in why]
        if Outcome.CLOSE in ending.outcomes and not meeting.late_because:
            reasons += against_ending
        if reasons:
            raise Refused(*reasons)
        meeting.close()
        meeting.closed_by, meeting.closed_at = by.ref, clock.now()
        meeting.gathered = ending.gathered.value if ending.gathered else ""
        meeting.outcomes = [one.value for one in ending.outcomes]
        meeting.because, meeting.no_views_because = ending.because.strip(), ending.no_views_because.strip()
        meeting.review_on, meeting.no_review_because = ending.review_on, ending.no_review_because.strip()
        meeting.digest = digest_of(rows)
        _keep_aims(meeting, rows)
        if ending.gathered == Gathered.THERE:
            Invitee.objects.filter(meeting=meeting, is_child=True, came="").update(came=Came.HERE.value)
        if Outcome.CLOSE in ending.outcomes and not meeting.late_because:
            act.case.stage = Stage.CLOSED
            act.case.save()
        act.facts |= {"outcomes": " ".join(meeting.outcomes), "digest": meeting.digest, "earlier": _yes(meeting)}
        act.facts |= {"met_on": meeting.held_on.isoformat(), "family": "there" if _family_came(meeting) else "away"}
        act.telling = {"meeting": meeting, "notes_url": _notes_url(act), "caller": lead_of(act.case)}
    return act.subject, act.entry


def _notes_url(act: Act) -> str:
    path = reverse("portal:notes", args=[act.case.reference, act.subject.pk], urlconf="sendpath.urls_family")
    return settings.FAMILY_URL + path


def _family_came(meeting: Meeting) -> bool:
    rows = Invitee.objects.filter(meeting=meeting, came=Came.HERE, taken_out_at=None)
    return rows.filter(Q(carer__isnull=False) | Q(around__isnull=False) | Q(is_child=True)).exists()


def _yes(meeting: Meeting) -> str:
    return "yes" if meeting.late_because else "no"


def notes_of(meeting: Meeting) -> list[Jotting]:
    """What stands in the notes, in order, without what was taken out and without empty rows."""
    rows = Jotting.objects.filter(meeting=meeting, gone=False).order_by("section", "place", "pk")
    return [row for row in rows if any(row.said.values())]


def digest_of(rows: Iterable[Jotting]) -> str:
    """SHA-256 of the notes, the same for the same words."""
    said = [[row.section, row.said] for row in rows]
    return sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def facts_of(
    meeting: Meeting, ending: Ending, rows: list[Jotting], asked_by: UUID | None = None, under_assessment: bool = False
) -> rules.Closing:
    """What the rules need to know of a meeting and how it is to end."""
    came = Invitee.objects.filter(meeting=meeting, came=Came.HERE, taken_out_at=None).count()
    return rules.Closing(
        held_on=meeting.held_on,
        begun=rules.has_begun(meeting.held_on, meeting.begins_at, clock.now().astimezone(clock.LONDON)),
        here=came,
        views=next((row.said["words"] for row in rows if row.section == Section.VIEWS), ""),
        gathered=ending.gathered,
        no_views_because=ending.no_views_because,
        needs=[row.said for row in rows if row.section == Section.NEED],
        actions=[row.said for row in rows if row.section == Section.ACTION],
        outcomes=ending.outcomes,
        because=ending.because,
        review_on=ending.review_on,
        no_review_because=ending.no_review_because,
        asked_by_somebody=asked_by is not None and Carer.objects.filter(pk=asked_by, case_ref=meeting.case_id).exists(),
        still_to_do=Task.objects.filter(case=meeting.case_id, state=TaskState.OPEN).count(),
        under_assessment=under_assessment,
        earlier=bool(meeting.late_because),
    )


def _keep_aims(meeting: Meeting, rows: list[Jotting]) -> None:
    for row in rows:
        if row.section == Section.NEED:
            Aim(authority_id=meeting.authority_id, case_id=meeting.case_id, meeting=meeting, **row.said).save()
