"""A sitting is planned, changed, cancelled, opened and closed; and who came is noted."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from django.db import IntegrityError, transaction
from django_fsm import TransitionNotAllowed

from accounts.away import staff
from accounts.who import Who
from cases.action import ALREADY_DONE
from cases.office import office_act
from core import clock
from core.events import Event
from core.refusals import Refused
from panels import rules
from panels.models import Attendance, Panel, Sitting
from panels.rules import SittingFacts
from panels.words import Came, PanelKind, SittingState, Why


@dataclass(frozen=True)
class Wanted:
    """When and where."""

    held_on: date
    begins_at: time | None = None
    place: str = ""


def plan(wanted: Wanted, *, by: Who, key: UUID | None = None) -> Sitting:
    """Plans a sitting of the allocation meeting, or changes one that is planned. Raises Refused, NotAllowed,
    Sitting.DoesNotExist."""

    def subject() -> Sitting:
        return _held(key, by) if key else Sitting(authority_id=by.authority_id, panel=_panel(by))

    with office_act(Event.SITTING_PLANNED, by=by, subject=subject) as act:
        if act.subject.state != SittingState.PLANNED:
            raise Refused(ALREADY_DONE)
        if why := rules.against_planning(wanted.held_on, clock.today()):
            raise Refused(*why)
        act.subject.held_on, act.subject.begins_at, act.subject.place = (
            wanted.held_on, wanted.begins_at, wanted.place.strip(),
        )  # fmt: skip
        act.facts = {"done": "changed" if key else "planned", "on": wanted.held_on.isoformat()}
    return act.subject


def cancel(key: UUID, *, by: Who) -> Sitting:
    """It is not held. Raises Refused, NotAllowed, Sitting.DoesNotExist."""
    with office_act(Event.SITTING_CANCELLED, by=by, subject=lambda: _held(key, by)) as act:
        _move(act.subject.cancel)
    return act.subject


def open_sitting(key: UUID, *, by: Who) -> Sitting:
    """It begins. Whoever opens it is there. Raises Refused, NotAllowed, Sitting.DoesNotExist."""
    try:
        with transaction.atomic():
            with office_act(Event.SITTING_OPENED, by=by, subject=lambda: _held(key, by)) as act:
                if why := rules.against_opening(facts_of(act.subject), clock.today()):
                    raise Refused(*why)
                _move(act.subject.open)
                act.subject.opened_by, act.subject.opened_at = by.ref, clock.now()
            _note(act.subject, by.person_id, Came.HERE)
    except IntegrityError as another:
        raise Refused(Why.ALREADY_OPEN) from another
    return act.subject


def close_sitting(key: UUID, minutes: str, *, by: Who) -> Sitting:
    """It is over. What was not reached comes back by itself. Raises Refused, NotAllowed, Sitting.DoesNotExist."""
    with office_act(Event.SITTING_CLOSED, by=by, subject=lambda: _held(key, by)) as act:
        _move(act.subject.close)
        act.subject.closed_by, act.subject.closed_at = by.ref, clock.now()
        act.subject.minutes = minutes.strip()
    return act.subject


def note_who_came(key: UUID, person: UUID, came: Came | None, *, by: Who) -> None:
    """Somebody is there, sent apologies, or was noted by mistake. Raises Refused, NotAllowed, Sitting.DoesNotExist."""
    with office_act(Event.ATTENDANCE_NOTED, by=by, subject=lambda: _held(key, by)) as act:
        if act.subject.state in {SittingState.CLOSED, SittingState.CANCELLED}:
            raise Refused(Why.NOT_OPEN)
        if came and not staff(by.authority_id, clock.today()).filter(pk=person).exists():
            raise Refused(Why.NOT_HERE)
        if came:
            _note(act.subject, person, came)
        else:
            Attendance.objects.filter(sitting=act.subject, person=person).delete()
        act.facts = {"came": came.value if came else "mistaken", "who": f"person:{person}"}


def facts_of(sitting: Sitting) -> SittingFacts:
    """What the rules need to know of it."""
    came = [Came(row) for row in Attendance.objects.filter(sitting=sitting).values_list("came", flat=True)]
    return SittingFacts(SittingState(sitting.state), sitting.held_on, came)


def _panel(by: Who) -> Panel:
    return Panel.objects.get_or_create(
        authority_id=by.authority_id, kind=PanelKind.ALLOCATION, defaults={"name": PanelKind.ALLOCATION.words}
    )[0]


def _held(key: UUID, by: Who) -> Sitting:
    return Sitting.objects.select_for_update(no_key=True).get(pk=key, authority_id=by.authority_id)


def _note(sitting: Sitting, person: UUID | None, came: Came) -> None:
    here = {"authority_id": sitting.authority_id, "sitting": sitting, "person_id": person}
    Attendance.objects.update_or_create(**here, defaults={"came": came})


def _move(transition) -> None:
    try:
        transition()
    except TransitionNotAllowed as refusal:
        raise Refused(ALREADY_DONE) from refusal
