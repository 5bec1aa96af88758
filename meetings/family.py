"""What families and guests see and do about meetings: an invitation, and the notes of those they were asked to."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db.models import Q

from accounts.who import Who, visitor
from cases import sight
from cases.models import Case
from cases.secret_letters import texts_open_to
from core import clock
from core.refusals import NotAllowed
from core.words import _
from meetings import company
from meetings.actions.close import notes_of
from meetings.actions.reply import answer_notes, reply
from meetings.calendar import as_calendar
from meetings.company import WORKS_WITH_THE_CHILD
from meetings.links import invitation as link
from meetings.links import invitee_of
from meetings.models import FamilyAnswer, Invitee
from meetings.words import TEXTS, Came, Gathered, MeetingKind, MeetingState, Outcome, Reply, Section
from people.words import Mode

__all__ = ["Invitation", "NotesForFamily", "Reply", "answer", "calendar_of", "invitation", "meetings_for", "notes_for",
           "say_to_notes"]  # fmt: skip


OF_THE_FAMILY = _("Somebody else")
"""Whoever of the others does something: nobody of the family is named to anybody else."""


@dataclass(frozen=True)
class Invitation:
    """One invitation, by its link: no child's name, and nobody else's answer."""

    kind: str
    held_on: date
    begins_at: time | None
    lasts: int
    mode: str
    place: str
    name: str
    with_whom: list[str]
    """Those who work with the child. Nobody of the family is named to anybody else."""
    reply: Reply
    reply_words: str
    over: bool
    cancelled: bool
    council: str
    phone: str


def invitation(token: str) -> Invitation | None:
    """The invitation behind a link, or None when it is not ours, too old, or taken back."""
    row = _row(token)
    if row is None:
        return None
    meeting = row.meeting
    place = company.open_to(row, meeting.place)
    others = Invitee.objects.filter(WORKS_WITH_THE_CHILD, meeting=meeting, taken_out_at=None).exclude(pk=row.pk)
    return Invitation(
        kind=MeetingKind(meeting.kind).words,
        held_on=meeting.held_on,
        begins_at=meeting.begins_at,
        lasts=meeting.lasts,
        mode=Mode(meeting.mode).words,
        place=place,
        name=row.name,
        with_whom=[
            f"{other.name}, {other.standing}" if other.standing else other.name for other in others.order_by("name")
        ],
        reply=Reply(row.reply),
        reply_words=row.reply_words,
        over=meeting.state == MeetingState.HELD,
        cancelled=meeting.state == MeetingState.CANCELLED,
        council=meeting.authority.name,
        phone=meeting.authority.contact_phone,
    )


def answer(token: str, says: Reply, words: str) -> None:
    """Whoever holds the link says whether they can come. Raises Refused; NotAllowed where the link is over."""
    row = _row(token)
    if row is None:
        raise NotAllowed("no such invitation")
    reply(row.pk, says, words, by=visitor(row.authority_id))


def calendar_of(token: str) -> bytes | None:
    """The meeting as a file for a calendar, or None where there is none. It names no child and no place at home."""
    row = _row(token)
    if row is None or row.meeting.state != MeetingState.PLANNED:
        return None
    return as_calendar(row.meeting, company.open_to(row, row.meeting.place))


def _row(token: str) -> Invitee | None:
    key = invitee_of(token)
    rows = Invitee.objects.filter(pk=key, taken_out_at=None).exclude(meeting__late_because__gt="")
    row = rows.select_related("meeting__authority", "carer", "around").first() if key else None
    return None if row is None or company.hides_from(row) else row


@dataclass(frozen=True)
class MeetingForFamily:
    """A meeting that the reader was asked to."""

    key: UUID
    kind: str
    held_on: date
    begins_at: time | None
    lasts: int
    mode: str
    place: str
    about: str
    state: MeetingState
    with_whom: list[str]
    reply: Reply
    link: str
    review_on: date | None
    """When everybody looks at it again, once it was held."""

    @property
    def is_planned(self) -> bool:
        """Whether it is still to come."""
        return self.state == MeetingState.PLANNED

    @property
    def is_held(self) -> bool:
        """Whether there are notes."""
        return self.state == MeetingState.HELD


@dataclass(frozen=True)
class ActionForFamily:
    """Who does what by when."""

    what: str
    who: str
    by_day: date | None


@dataclass(frozen=True)
class NotesForFamily:
    """The notes of a meeting, for somebody of the family who was asked to it."""

    meeting: MeetingForFamily
    called: str
    gathered: str
    texts: list[tuple[str, str, bool]]
    """Title, words, and whether they are the child's own."""
    needs: list[dict[str, str]]
    options: list[dict[str, str]]
    actions: list["ActionForFamily"]
    outcomes: list[str]
    because: str
    review_on: date | None
    came: list[str]
    answers: list[tuple[bool, str, datetime]]
    """What the reader themselves said to the notes."""


def meetings_for(who: Who, reference: str) -> list[MeetingForFamily]:
    """The meetings of a case that this reader was asked to, those to come first."""
    case = sight.visible_to(who).get(reference=reference)
    rows = [_for_family(row, case) for row in _asked(who, case)]
    return sorted(rows, key=lambda one: (not one.is_planned, one.held_on.toordinal() * (1 if one.is_planned else -1)))


def notes_for(who: Who, reference: str, key: UUID) -> NotesForFamily:
    """The notes of a meeting that the reader was asked to. Raises NotAllowed otherwise, as for none at all."""
    case, row = _one(who, reference, key)
    meeting, rows = row.meeting, notes_of(row.meeting)
    asked = Invitee.objects.filter(meeting=meeting, taken_out_at=None)
    names = dict(asked.filter(WORKS_WITH_THE_CHILD).values_list("pk", "name")) | {row.pk: row.name}
    said = {section: [each.said for each in rows if each.section == section] for section in Section}
    open_ = texts_open_to(who.person_id, case.pk, [meeting.because, *_texts(said)])
    because, theirs = open_[0], iter(open_[1:])
    read = {section: [{name: next(theirs) for name in one} for one in each] for section, each in said.items()}
    came = Invitee.objects.filter(WORKS_WITH_THE_CHILD, meeting=meeting, came=Came.HERE, taken_out_at=None)
    return NotesForFamily(
        meeting=_for_family(row, case),
        called=case.child.called,
        gathered=str(Gathered(meeting.gathered).words) if meeting.gathered else "",
        texts=[
            (str(section.words), one["words"], section == Section.VIEWS)
            for section in TEXTS for one in read[section] if one["words"]
        ],
        needs=read[Section.NEED],
        options=read[Section.OPTION],
        actions=[
            ActionForFamily(
                shown["what"], names.get(_key(one["who"]), OF_THE_FAMILY if one["who"] else ""), _day(one["by_day"])
            )
            for one, shown in zip(said[Section.ACTION], read[Section.ACTION], strict=True)
        ],
        outcomes=[str(Outcome(one).words) for one in meeting.outcomes],
        because=because,
        review_on=meeting.review_on,
        came=list(came.order_by("name").values_list("name", flat=True)),
        answers=[
            (one.agrees, one.words, one.said_at)
            for one in FamilyAnswer.objects.filter(meeting=meeting, person=who.person_id).order_by("said_at")
        ],
    )  # fmt: skip


def say_to_notes(who: Who, reference: str, key: UUID, agrees: bool, words: str) -> None:
    """The reader agrees to the notes or does not, in their own words. Raises Refused, NotAllowed."""
    case, row = _one(who, reference, key)
    answer_notes(row.meeting_id, agrees, words, by=who, name=row.name, named=case.pk)


def _texts(said: dict[Section, list[dict[str, str]]]) -> list[str]:
    return [text for rows in said.values() for one in rows for text in one.values()]


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _key(written: str) -> UUID | None:
    try:
        return UUID(written)
    except ValueError:
        return None


def _one(who: Who, reference: str, key: UUID) -> tuple[Case, Invitee]:
    case = sight.visible_to(who).select_related("child").get(reference=reference)
    row = next((one for one in _asked(who, case) if one.meeting_id == key), None)
    if row is None or row.meeting.state != MeetingState.HELD:
        raise NotAllowed("no such meeting")
    return case, row


def _asked(who: Who, case: Case) -> list[Invitee]:
    theirs = Q(carer__person=who.person_id) | Q(around__person=who.person_id) | Q(around__carer__person=who.person_id)
    rows = Invitee.objects.filter(theirs, case=case, taken_out_at=None).exclude(meeting__state=MeetingState.CANCELLED)
    rows = rows.exclude(meeting__state=MeetingState.PLANNED, meeting__late_because__gt="")
    rows = rows.exclude(meeting__state=MeetingState.PLANNED, meeting__held_on__lt=clock.today())
    found = rows.select_related("meeting", "carer", "around").order_by("pk").distinct()
    return [row for row in found if not company.hides_from(row)]


def _for_family(row: Invitee, case: Case) -> MeetingForFamily:
    meeting = row.meeting
    others = Invitee.objects.filter(WORKS_WITH_THE_CHILD, meeting=meeting, taken_out_at=None).order_by("name")
    return MeetingForFamily(
        key=meeting.pk, kind=str(MeetingKind(meeting.kind).words), held_on=meeting.held_on,
        begins_at=meeting.begins_at, lasts=meeting.lasts, mode=str(Mode(meeting.mode).words),
        place=company.open_to(row, meeting.place),
        about=company.open_to(row, meeting.about), state=MeetingState(meeting.state),
        with_whom=[f"{one.name}, {one.standing}" if one.standing else one.name for one in others],
        reply=Reply(row.reply), link=link(row.pk),
        review_on=meeting.review_on if meeting.state == MeetingState.HELD else None,
    )  # fmt: skip
