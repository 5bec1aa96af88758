"""Reading meetings. The first argument is always who asks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from accounts.roles import CASE_STAFF
from accounts.selectors import names_of
from accounts.who import Who
from cases import powers, sight
from cases.models import Case
from cases.selectors import case_called
from cases.words import Part
from core.events import Event
from core.refusals import NotAllowed
from core.words import _
from meetings.models import FamilyAnswer, Invitee, Jotting, Meeting
from meetings.words import Came, Gathered, MeetingKind, MeetingState, Outcome, Reply, Section
from people.words import Mode

OF_THE_FAMILY = _("Somebody of the family")


@dataclass(frozen=True)
class MeetingSeen:
    """A meeting, for a list or the head of its page."""

    key: UUID
    reference: str
    kind: MeetingKind
    state: MeetingState
    held_on: date
    begins_at: time | None
    lasts: int
    mode: Mode
    place: str
    about: str
    late_because: str
    called_by: str
    called_at: datetime
    closed_by: str
    closed_at: datetime | None
    outcomes: tuple[Outcome, ...]
    because: str
    gathered: Gathered | None
    no_views_because: str
    review_on: date | None
    no_review_because: str

    @property
    def is_planned(self) -> bool:
        """Whether it is still to be held, or being held."""
        return self.state == MeetingState.PLANNED

    @property
    def is_held(self) -> bool:
        """Whether it is over and its notes stand."""
        return self.state == MeetingState.HELD


@dataclass(frozen=True)
class InviteeSeen:
    """Somebody asked to a meeting."""

    key: UUID
    name: str
    standing: str
    is_colleague: bool
    is_child: bool
    told_otherwise: bool
    reply: Reply
    reply_words: str
    replied_at: datetime | None
    came: Came | None
    came_because: str


@dataclass(frozen=True)
class JottingSeen:
    """One place in the notes."""

    key: UUID
    section: Section
    said: dict[str, str]
    version: int
    gone: bool
    written_by: str
    written_at: datetime


@dataclass(frozen=True)
class AnswerSeen:
    """What somebody of the family says to the notes."""

    name: str
    agrees: bool
    words: str
    said_at: datetime
    taken_down_by: str


@dataclass(frozen=True)
class MeetingPage:
    """Everything on the page of one meeting."""

    meeting: MeetingSeen
    invitees: list[InviteeSeen]
    notes: list[JottingSeen]
    answers: list[AnswerSeen]
    may_write: bool

    def text(self, section: Section) -> JottingSeen | None:
        """What stands in a section that is one text, or None."""
        return next((row for row in self.notes if row.section == section and not row.gone), None)

    def rows(self, section: Section) -> list[JottingSeen]:
        """The rows of a section that is a list."""
        rows = [row for row in self.notes if row.section == section and not row.gone]
        return [row for row in rows if any(row.said.values())] if self.meeting.is_held else rows


def meetings_of(who: Who, records: Iterable[Case]) -> list[MeetingSeen]:
    """The meetings on the records of one child that ``who`` may read: those to come first, then the latest."""
    open_ = sight.open_in(who, Part.TOGETHER).filter(pk__in=[record.pk for record in records])
    rows = Meeting.objects.filter(case__in=open_).select_related("case").order_by("-held_on", "-pk")
    seen = _seen(list(rows))
    return sorted(seen, key=lambda one: (not one.is_planned, one.held_on.toordinal() * (1 if one.is_planned else -1)))


def meeting_called(who: Who, reference: str, key: UUID) -> tuple[Case, Meeting]:
    """A meeting by its case's reference and its own key. Raises NotAllowed where there is none the reader may see."""
    case = case_called(who, reference, part=Part.TOGETHER)
    meeting = Meeting.objects.select_related("case__child").filter(pk=key, case=case).first()
    if meeting is None:
        raise NotAllowed("no such meeting")
    return case, meeting


def may_write(who: Who, meeting: Meeting, parts: frozenset[Part] | None = None) -> bool:
    """Whether somebody may write the notes of this meeting: who may read them, and do something on the case. ``parts``:
    what is open to them, where that was asked already."""
    reads = Part.TOGETHER in (sight.parts_open_to(who, meeting.case) if parts is None else parts)
    return bool(who.roles & CASE_STAFF) and reads and sight.may_act(who, meeting.case)


def may_arrange(who: Who, case: Case) -> bool:
    """Whether somebody carries this case, so that its meetings are theirs to arrange and close."""
    return powers.may_do(who, Event.MEETING_HELD) and bool(sight.capacities(who, case) & sight.HOLDING)


def meeting_page(who: Who, meeting: Meeting) -> MeetingPage:
    """Everything on the page of one meeting that ``who`` may see."""
    parts = sight.parts_open_to(who, meeting.case)
    return MeetingPage(
        meeting=_seen([meeting])[0],
        invitees=invitees_of(meeting, family=Part.PEOPLE in parts),
        notes=notes_seen(meeting),
        answers=answers_of(meeting),
        may_write=meeting.state == MeetingState.PLANNED and may_write(who, meeting, parts),
    )


def invitees_of(meeting: Meeting, *, family: bool = True) -> list[InviteeSeen]:
    """Those asked to a meeting: the child first, then the family, then colleagues and others, by name. Who the family
    is stays unsaid to those who may not know."""
    rows = Invitee.objects.filter(meeting=meeting, taken_out_at=None)

    def shown(row: Invitee) -> bool:
        return family or not (row.carer_id or row.around_id)

    return [
        InviteeSeen(
            key=row.pk, name=row.name if shown(row) else str(OF_THE_FAMILY),
            standing=row.standing if shown(row) else "", is_colleague=row.person_id is not None,
            is_child=row.is_child, told_otherwise=row.told_otherwise, reply=Reply(row.reply),
            reply_words=row.reply_words, replied_at=row.replied_at, came=Came(row.came) if row.came else None,
            came_because=row.came_because,
        )
        for row in sorted(rows, key=lambda row: (not row.is_child, not (row.carer_id or row.around_id), row.name))
    ]  # fmt: skip


def news_of(meeting: Meeting, since: datetime) -> list[Jotting]:
    """The places of the notes that were written since a moment."""
    return list(Jotting.objects.filter(meeting=meeting, written_at__gt=since).order_by("place", "pk"))


def notes_seen(meeting: Meeting) -> list[JottingSeen]:
    """The notes of a meeting in order, with who wrote each place."""
    rows = list(Jotting.objects.filter(meeting=meeting).order_by("place", "pk"))
    names = names_of({row.written_by for row in rows}) if rows else {}
    return [
        JottingSeen(
            row.pk, Section(row.section), row.said, row.version, row.gone, names.get(row.written_by, ""),
            row.written_at,
        )
        for row in rows
    ]  # fmt: skip


def answers_of(meeting: Meeting) -> list[AnswerSeen]:
    """What the family said to the notes, the latest last."""
    rows = list(FamilyAnswer.objects.filter(meeting=meeting).order_by("said_at", "pk"))
    names = names_of({row.taken_down_by for row in rows} - {""}) if rows else {}
    return [AnswerSeen(row.name, row.agrees, row.words, row.said_at, names.get(row.taken_down_by, "")) for row in rows]


def my_meetings(who: Who, since: date, most: int = 20) -> list[tuple[MeetingSeen, str]]:
    """The meetings to come that ``who`` is asked to, soonest first, each with the child's name, where ``who`` may see
    the case's meetings."""
    if who.person_id is None:
        return []
    rows = Meeting.objects.filter(
        authority_id=who.authority_id, state=MeetingState.PLANNED, held_on__gte=since,
        invitees__person=who.person_id, invitees__taken_out_at=None,
    )  # fmt: skip
    found = list(rows.select_related("case__child").order_by("held_on", "begins_at", "pk")[:most])
    if not found:
        return []
    keys = {row.case_id for row in found}
    open_to = set(sight.open_in(who, Part.TOGETHER).filter(pk__in=keys).values_list("pk", flat=True))
    found = [row for row in found if row.case_id in open_to]
    return list(zip(_seen(found), [row.case.child.full_name for row in found], strict=True))


def _seen(rows: list[Meeting]) -> list[MeetingSeen]:
    names = names_of({ref for row in rows for ref in (row.called_by, row.closed_by) if ref}) if rows else {}
    return [
        MeetingSeen(
            key=row.pk, reference=row.case.reference, kind=MeetingKind(row.kind), state=MeetingState(row.state),
            held_on=row.held_on, begins_at=row.begins_at, lasts=row.lasts, mode=Mode(row.mode), place=row.place,
            about=row.about, late_because=row.late_because, called_by=names.get(row.called_by, ""),
            called_at=row.called_at, closed_by=names.get(row.closed_by, ""), closed_at=row.closed_at,
            outcomes=tuple(Outcome(one) for one in row.outcomes), because=row.because,
            gathered=Gathered(row.gathered) if row.gathered else None, no_views_because=row.no_views_because,
            review_on=row.review_on, no_review_because=row.no_review_because,
        )
        for row in rows
    ]  # fmt: skip
