"""Leave and illness: entered, changed, ended early, taken out. Everybody's own, and a manager's for anybody."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from django.db import transaction

from accounts.away import staff
from accounts.leave import as_away, lasting, weighed
from accounts.models import Absence, Authority
from accounts.rules import Away, against_ending, against_taking_out
from accounts.who import Who
from cases import powers
from cases.office import office_act
from core import clock
from core.events import Event
from core.refusals import NotAllowed, Refused


def enter(wanted: Away, *, by: Who) -> Absence:
    """Enters leave. Raises Refused, and NotAllowed for somebody who does not work here."""
    return _note("entered", wanted, by, lambda: _new(wanted.person, by))


def change(key: UUID, wanted: Away, *, by: Who) -> Absence:
    """Changes leave that is going on or to come; it stays the same person's. Raises Refused, NotAllowed,
    Absence.DoesNotExist."""
    return _note("changed", wanted, by, lambda: called(key, by))


def come_back(key: UUID, *, by: Who) -> None:
    """Somebody is back: yesterday was the last day. Leave that began today is taken out."""
    with transaction.atomic():
        with office_act(Event.ABSENCE_NOTED, by=by, subject=lambda: _held(by) and called(key, by)) as act:
            today = clock.today()
            if why := against_ending(as_away(act.subject), today):
                raise Refused(*why)
            over = act.subject.since == today
            if not over:
                act.subject.until = today - timedelta(days=1)
            act.facts = _facts("ended", act.subject)
        if over:
            act.subject.delete()


def take_out(key: UUID, *, by: Who) -> None:
    """Takes out leave that has not begun, as if it had never been entered. Raises Refused."""
    with transaction.atomic():
        with office_act(Event.ABSENCE_NOTED, by=by, subject=lambda: _held(by) and called(key, by)) as act:
            if why := against_taking_out(as_away(act.subject), clock.today()):
                raise Refused(*why)
            act.facts = _facts("removed", act.subject)
        act.subject.delete()


def called(key: UUID, by: Who) -> Absence:
    """The absence of this key that is not over, if it is ``by``'s own or theirs to keep. Otherwise as if there were
    none."""
    absence = lasting(by.authority_id, clock.today()).select_related("person").get(pk=key)
    _require_own_or_keeper(absence.person_id, by)
    return absence


def _note(how: str, wanted: Away, by: Who, subject: Callable[[], Absence]) -> Absence:
    with office_act(Event.ABSENCE_NOTED, by=by, subject=lambda: _held(by) and subject()) as act:
        absence = act.subject
        wanted = replace(wanted, person=absence.person_id)
        if why := weighed(wanted, by.authority_id, clock.today(), but=absence.pk).against:
            raise Refused(*why)
        absence.since, absence.until, absence.cover_id = wanted.since, wanted.until, wanted.cover
        act.facts = _facts(how, absence)
    return act.subject


def _new(person: UUID, by: Who) -> Absence:
    _require_own_or_keeper(person, by)
    if not staff(by.authority_id, clock.today()).filter(pk=person).exists():
        raise NotAllowed("does not work here")
    return Absence(authority_id=by.authority_id, person_id=person, entered_by=by.ref)


def _require_own_or_keeper(person: UUID, by: Who) -> None:
    if person != by.person_id and not by.roles & powers.ENTERS_LEAVE_FOR_OTHERS:
        raise NotAllowed("somebody else's leave")


def _held(by: Who) -> Authority:
    """One at a time: two people entering leave at once could otherwise cover for each other."""
    return Authority.objects.select_for_update(no_key=True).get(pk=by.authority_id)


def _facts(how: str, absence: Absence) -> dict[str, str]:
    """Keys and days, and nothing about why."""
    return {
        "how": how,
        "person": str(absence.person_id),
        "since": absence.since.isoformat(),
        "until": absence.until.isoformat() if absence.until else "",
        "cover": str(absence.cover_id or ""),
    }
