"""A meeting is called, moved, or cancelled; people are asked to it, and say whether they can come."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from django.conf import settings

from accounts.away import staff
from accounts.models import Person
from accounts.roles import CASE_STAFF
from accounts.standing import memberships
from accounts.who import Who
from cases import sight
from cases.act import Act
from cases.action import action
from cases.actions.tasks import let_see
from cases.models import Case, Involvement
from cases.words import Capacity, Part, Stage
from core import clock
from core.events import Event
from core.refusals import NotAllowed, Refused
from core.words import _
from meetings import rules
from meetings.company import must_not_meet
from meetings.links import invitation
from meetings.models import Invitee, Meeting
from meetings.readers import address_of, ref_of
from meetings.words import MeetingKind, MeetingState, Reply, Why
from people.models import Around, Carer
from people.words import Mode, Relationship

NOT_THEIRS = _("Whoever carries the case arranges and closes its meetings. Ask the engagement lead.")


@dataclass(frozen=True)
class Wanted:
    """When, where and what for."""

    kind: MeetingKind
    held_on: date
    begins_at: time | None = None
    lasts: int = 60
    mode: Mode = Mode.IN_PERSON
    place: str = ""
    about: str = ""


@dataclass(frozen=True)
class Guest:
    """Somebody to ask: one of the three keys, or a name from outside."""

    person: UUID | None = None
    carer: UUID | None = None
    around: UUID | None = None
    is_child: bool = False
    name: str = ""
    standing: str = ""
    email: str = ""
    told_otherwise: bool = False
    """Whoever calls the meeting tells them."""


def call(case_key: UUID, wanted: Wanted, guests: Iterable[Guest], *, by: Who, anyway: bool = False) -> Meeting:
    """Calls a meeting and asks everybody to it. A case that was closed is open again. ``anyway``:
    although somebody is at another one then. Raises Refused, NotAllowed."""
    with _new(case_key, wanted, by, Event.MEETING_CALLED) as act:
        if why := rules.against_calling(wanted.held_on, clock.today()):
            raise Refused(*why)
        act.subject.save()
        asked = _ask(act, guests, by)
        _against_company(act.subject, anyway)
        if act.case.stage == Stage.CLOSED:
            act.case.stage = Stage.SUPPORT
            act.case.save()
        tell(act, asked)
    return act.subject


def enter_earlier(case_key: UUID, wanted: Wanted, late_because: str, guests: Iterable[Guest], *, by: Who) -> Meeting:
    """Enters a meeting that was held before anybody entered it here. It is planned on its own day: its notes are
    written, and it is closed, like any other. Nobody is written to. Raises Refused, NotAllowed."""
    with _new(case_key, wanted, by, Event.MEETING_ENTERED) as act:
        if why := rules.against_entering(wanted.held_on, late_because, clock.today()):
            raise Refused(*why)
        act.subject.late_because = late_because.strip()
        act.subject.save()
        _ask(act, guests, by, write=False)
        _against_company(act.subject, anyway=True)
    return act.subject


def move(meeting_key: UUID, wanted: Wanted, *, by: Who, anyway: bool = False, named: UUID | None = None) -> Meeting:
    """Another day, time, place or purpose. Everybody is told, and asked again whether they can come where the day or
    the time is another. Raises Refused, NotAllowed."""
    with open_meeting(Event.MEETING_MOVED, meeting_key, by, named) as act:
        meeting = act.subject
        if why := (
            rules.against_entering(wanted.held_on, meeting.late_because, clock.today())
            if meeting.late_because
            else rules.against_calling(wanted.held_on, clock.today())
        ):
            raise Refused(*why)
        before = (meeting.held_on, meeting.begins_at)
        _put(meeting, wanted)
        _against_company(meeting, anyway)
        asked = list(still_asked(meeting))
        if before != (meeting.held_on, meeting.begins_at):
            for row in asked:
                row.reply, row.reply_words, row.replied_at = Reply.WAITING.value, "", None
                row.save()
        tell(act, [] if meeting.late_because else asked)
    return act.subject


def cancel(meeting_key: UUID, *, by: Who, named: UUID | None = None) -> Meeting:
    """It is not held, and everybody is told. Raises Refused, NotAllowed."""
    with open_meeting(Event.MEETING_CANCELLED, meeting_key, by, named) as act:
        act.subject.cancel()
        asked = list(still_asked(act.subject))
        for row in asked:
            _sees_no_longer(act.case, row)
        tell(act, [] if act.subject.late_because else asked)
    return act.subject


def invite(meeting_key: UUID, guest: Guest, *, by: Who, anyway: bool = False, named: UUID | None = None) -> Meeting:
    """One more is asked. Raises Refused, NotAllowed."""
    with open_meeting(Event.INVITEE_KEPT, meeting_key, by, named) as act:
        asked = _ask(act, [guest], by, write=not act.subject.late_because)
        _against_company(act.subject, anyway)
        tell(act, asked if not act.subject.late_because else [])
        act.facts["done"] = "asked"
    return act.subject


def take_out(meeting_key: UUID, invitee: UUID, *, by: Who, named: UUID | None = None) -> Meeting:
    """Somebody is not asked any more. Raises Refused, NotAllowed, Invitee.DoesNotExist."""
    with open_meeting(Event.INVITEE_KEPT, meeting_key, by, named) as act:
        row = Invitee.objects.get(pk=invitee, meeting=act.subject, taken_out_at=None)
        row.taken_out_at = clock.now()
        row.save()
        _sees_no_longer(act.case, row)
        act.facts["done"] = "taken_out"
    return act.subject


def _sees_no_longer(case: Case, row: Invitee) -> None:
    """A colleague whom a meeting alone let see the case sees it no longer, once no meeting on it asks for them."""
    if row.person_id is None or not row.gave_sight:
        return
    others = Invitee.objects.filter(case=case, person=row.person_id, taken_out_at=None).exclude(pk=row.pk)
    if others.exclude(meeting__state=MeetingState.CANCELLED).exists():
        return
    for seen in Involvement.objects.filter(case=case, person=row.person_id, capacity=Capacity.ADVISER, until=None):
        seen.end_before(clock.today())


def require_carries(by: Who, case: Case) -> None:
    """Refuses those who may read a case, or do one thing on it, and do not carry it. Raises NotAllowed."""
    if not sight.capacities(by, case) & sight.HOLDING:
        raise NotAllowed(NOT_THEIRS, seen=sight.may_see(by, case))


@contextmanager
def open_meeting(event: Event, key: UUID, by: Who, named: UUID | None, **more) -> Iterator[Act]:
    """The doorway for a meeting that may still be changed."""

    def the_meeting() -> Meeting:
        return Meeting.objects.select_for_update(no_key=True).get(pk=key)

    with action(event, by=by, subject=the_meeting, named=named, part=Part.TOGETHER, **more) as act:
        if event != Event.INVITATION_ANSWERED:
            require_carries(by, act.case)
        if why := rules.against_changing(MeetingState(act.subject.state)):
            raise Refused(*why)
        file_under_case(act)
        yield act


def file_under_case(act: Act) -> None:
    """What happens to a meeting is filed under its case, where the clock looks for it, and names the meeting."""
    act.about = act.case.pk
    act.facts = {"meeting": str(act.subject.pk), "kind": act.subject.kind}


@contextmanager
def _new(case_key: UUID, wanted: Wanted, by: Who, event: Event) -> Iterator[Act]:
    case = Case.objects.get(pk=case_key)

    def a_meeting() -> Meeting:
        row = Meeting(authority_id=case.authority_id, case=case, called_by=by.ref, called_at=clock.now())
        _put(row, wanted)
        return row

    with action(event, by=by, subject=a_meeting, part=Part.TOGETHER) as act:
        require_carries(by, act.case)
        file_under_case(act)
        yield act


def _put(meeting: Meeting, wanted: Wanted) -> None:
    meeting.kind, meeting.held_on, meeting.begins_at = wanted.kind, wanted.held_on, wanted.begins_at
    meeting.lasts, meeting.mode = wanted.lasts, wanted.mode
    meeting.place = "" if wanted.mode == Mode.HOME else wanted.place.strip()
    meeting.about = wanted.about.strip()
    soon = rules.is_soon(wanted.held_on, clock.today())
    meeting.reminded_on = clock.today() if soon else None  # what they are told now reminds them


def still_asked(meeting: Meeting):
    """Everybody who is asked and was not taken out again."""
    rows = Invitee.objects.filter(meeting=meeting, taken_out_at=None)
    return rows.select_related("person", "carer", "around").order_by("pk")


def _ask(act: Act, guests: Iterable[Guest], by: Who, *, write: bool = True) -> list[Invitee]:
    """Puts each down. Who is written to must have an address, or be told by whoever calls. A colleague whose work is
    cases sees this one from now on, so that they can prepare for the meeting and write at it."""
    rows, why = [], []
    there = list(still_asked(act.subject))
    for guest in guests:
        row = _row(act, guest)
        if not row.name:
            why.append(Why.NO_NAME)
        if any(_same(row, other) for other in there):
            why.append(Why.TWICE)
        if write and not row.is_child and not row.told_otherwise and not address_of(row):
            why.append(Why.NO_ADDRESS)
        there.append(row)
        rows.append(row)
    if why:
        raise Refused(*dict.fromkeys(why))
    for row in rows:
        if row.person_id and row.person_id == by.person_id:  # whoever calls it comes
            row.reply, row.replied_at = Reply.YES.value, clock.now()
        if row.person_id and row.person_id != by.person_id and any(role in CASE_STAFF for role in _roles(row)):
            stood = Involvement.objects.filter(case=act.case, person=row.person_id, until=None)
            row.gave_sight = not stood.filter(capacity=Capacity.ADVISER).exists()
            let_see(act.case, Capacity.ADVISER, person=row.person_id)
        row.save()
    return rows


def _roles(row: Invitee) -> list[str]:
    here = memberships(clock.today()).filter(authority_id=row.authority_id, person=row.person_id)
    return list(here.values_list("role", flat=True))


def _row(act: Act, guest: Guest) -> Invitee:
    """Somebody asked, named as we know them. The child's invitation is told by those around."""
    case = act.case
    row = Invitee(
        authority_id=case.authority_id, case=case, meeting=act.subject, is_child=guest.is_child,
        name=guest.name.strip(), standing=guest.standing.strip(), email=guest.email.strip(),
        told_otherwise=guest.told_otherwise or guest.is_child,
    )  # fmt: skip
    here = {"authority_id": case.authority_id, "case_ref": case.pk}
    if guest.person:
        row.person = staff(case.authority_id, clock.today()).filter(pk=guest.person).first()
        if row.person is None:
            raise Refused(Why.NOT_HERE)
        row.name = row.person.name
    elif guest.carer:
        row.carer = Carer.objects.get(pk=guest.carer, **here)
        row.name = row.carer.name
        if row.carer.relationship == Relationship.PROFESSIONAL:  # at the desk they are a colleague like any other
            row.person = staff(case.authority_id, clock.today()).filter(pk=row.carer.person_id).first()
            if row.person:
                row.carer, row.name = None, row.person.name
    elif guest.around:
        row.around = Around.objects.get(pk=guest.around, mistaken_at=None, **here)
        row.name = row.around.name
    elif guest.is_child:
        row.name = case.child.called
    return row


def _same(one: Invitee, other: Invitee) -> bool:
    if one.person_id or one.carer_id or one.around_id or one.is_child:
        ours = (one.person_id, one.carer_id, one.around_id, one.is_child)
        return ours == (other.person_id, other.carer_id, other.around_id, other.is_child)
    return bool(one.email) and one.email.casefold() == address_of(other).casefold()


def _against_company(meeting: Meeting, anyway: bool) -> None:
    """Who must not meet is not asked to one meeting; who is elsewhere then only knowingly."""
    asked = list(still_asked(meeting))
    if must_not_meet(asked):
        raise Refused(Why.APART)
    span = rules.Span.of(meeting.begins_at, meeting.lasts)
    if anyway or span is None:
        return
    busy = elsewhere(meeting.authority_id, meeting.held_on, [row.person_id for row in asked if row.person_id], meeting)
    names = sorted({name for name, other in busy if span.meets(other)})
    if names:
        raise Refused(str(Why.BUSY).format(name=", ".join(names)))


def elsewhere(
    authority_id: str, on: date, people: Iterable[UUID], meeting: Meeting | None = None
) -> list[tuple[str, rules.Span]]:
    """From when to when each of these colleagues is at another meeting that day."""
    rows = Invitee.objects.filter(
        authority_id=authority_id, person__in=list(people), taken_out_at=None, meeting__held_on=on,
        meeting__state=MeetingState.PLANNED, meeting__begins_at__isnull=False,
    ).exclude(reply="no")  # fmt: skip
    if meeting is not None:
        rows = rows.exclude(meeting=meeting.pk)
    found = rows.values_list("person__name", "meeting__begins_at", "meeting__lasts")
    return [(name, span) for name, begins, lasts in found if (span := rules.Span.of(begins, lasts))]


def tell(act: Act, asked: list[Invitee]) -> None:
    """Names those who are written to, with a link of their own for each."""
    act.facts["invited"] = " ".join(str(row.pk) for row in asked)
    act.facts["on"] = act.subject.held_on.isoformat()
    act.telling = {
        "meeting": act.subject,
        "links": {ref_of(row): settings.FAMILY_URL + invitation(row.pk) for row in asked},
    }
    caller = Person.objects.filter(pk=act.subject.called_by.partition(":")[2] or None).first()
    act.telling["caller"] = caller
