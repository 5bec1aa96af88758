"""What an administrator does about one colleague: roles given and ended, ways in reset, sessions ended."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db import transaction

from accounts import credentials
from accounts.models import Membership, Person
from accounts.people import person_called, standing_left
from accounts.roles import FAMILY, Role
from accounts.sessions import end_all
from accounts.who import Who
from cases.actions.staff.invite import team_of_role
from cases.actions.staff.leave_for_good import require_power_over
from cases.office import office_act
from cases.powers import may_give
from core import clock
from core.events import Event
from core.refusals import NotAllowed, Refused
from core.words import _


class Why(StrEnum):
    """Why it cannot be, in words for the person who tried."""

    HOLDS = _("They have that role in that team already")
    ENDS_FIRST = _("The last day must be the same as or after the first")
    PAST = _("The last day must be today or later")
    FIRST_PAST = _("The first day must be today or later")
    NOT_HERE = _("This person does not work here any more")
    NOT_IDLE = _("This account is open already")


class Reason(StrEnum):
    """Why a second step is reset. History keeps the code."""

    LOST = "lost"
    NEW = "new"
    SEEN = "seen"
    OTHER = "other"

    @property
    def words(self) -> str:
        return REASONS[self]


REASONS = {
    Reason.LOST: _("Their phone or key is lost or broken"),
    Reason.NEW: _("They have a new phone and cannot use the old one"),
    Reason.SEEN: _("Somebody else may have seen or used it"),
    Reason.OTHER: _("Another reason"),
}


@dataclass(frozen=True)
class Given:
    """Roles for somebody who works here already."""

    roles: tuple[Role, ...]
    since: date
    until: date | None
    team: UUID | None
    agency: UUID | None


@transaction.atomic
def give(key: UUID, wanted: Given, *, by: Who) -> None:
    """Each role becomes a standing of its own. Raises Refused, NotAllowed."""
    held = held_for_change(key, by)
    if not wanted.roles or not set(wanted.roles) <= may_give(by):
        raise NotAllowed("Your role does not let you give that role.", seen=True)
    if wanted.since < clock.today():
        raise Refused(Why.FIRST_PAST)
    if wanted.until and wanted.until < wanted.since:
        raise Refused(Why.ENDS_FIRST)
    for role in wanted.roles:
        team = wanted.team or team_of_role(by.authority_id, role)
        if any(row.role == role and row.team_id == team for row in held):
            raise Refused(Why.HOLDS)
        new = Membership(
            authority_id=by.authority_id, person_id=key, role=role, agency_id=wanted.agency,
            team_id=team, since=wanted.since, until=wanted.until,
        )  # fmt: skip
        with office_act(Event.STANDING_CHANGED, by=by, subject=lambda new=new: new) as act:  # type: ignore[misc]
            act.about, act.facts = key, {"how": "given", "role": role, "since": wanted.since.isoformat()}


@transaction.atomic
def end(key: UUID, standing: UUID, last: date, *, by: Who) -> Membership:
    """A role ends with a day, today or later. Raises Refused, NotAllowed, Membership.DoesNotExist."""
    held = held_for_change(key, by)
    row = next((one for one in held if one.pk == standing), None)
    if row is None:
        raise Membership.DoesNotExist
    if last < clock.today():
        raise Refused(Why.PAST)
    if last < row.since:
        raise Refused(Why.ENDS_FIRST)
    with office_act(Event.STANDING_CHANGED, by=by, subject=lambda: row) as act:
        act.subject.until = last
        act.about, act.facts = key, {"how": "ended", "role": row.role, "until": last.isoformat()}
    return row


@transaction.atomic
def reset_second_step(key: UUID, reason: Reason, *, by: Who) -> None:
    """They set one up anew at their next sign-in, and are signed out now. Raises Refused, NotAllowed."""
    held = held_for_change(key, by)
    with office_act(Event.SECOND_STEP_RESET, by=by, subject=lambda: held[0]) as act:
        act.about, act.facts = key, {"reason": reason.value}
    credentials.reset_second_step(Person.objects.get(pk=key))


@transaction.atomic
def sign_out(key: UUID, *, by: Who) -> None:
    """Every session of theirs is over by its next request. Raises Refused, NotAllowed."""
    held = held_for_change(key, by)
    with office_act(Event.SIGNED_OUT, by=by, subject=lambda: held[0]) as act:
        act.about = key
    end_all(Person.objects.get(pk=key))


@transaction.atomic
def open_again(key: UUID, *, by: Who) -> None:
    """An account closed as idle opens again, as it was. Raises Refused, NotAllowed."""
    held = held_for_change(key, by)
    person = Person.objects.get(pk=key)
    if person.is_active or person.idle_since is None:
        raise Refused(Why.NOT_IDLE)
    with office_act(Event.ACCOUNT_OPENED, by=by, subject=lambda: held[0]) as act:
        act.about = key
    person.is_active, person.idle_since, person.opened_at = True, None, clock.now()
    person.save(update_fields=["is_active", "idle_since", "opened_at"])


def held_for_change(key: UUID, by: Who) -> list[Membership]:
    """What they are here, the person locked; refused where that is nothing, or more than ``by`` may touch."""
    Person.objects.select_for_update(no_key=True).get(pk=person_called(by, key).pk)
    held = list(standing_left(by.authority_id, key, clock.today()).exclude(role__in=FAMILY).order_by("since", "pk"))
    if not held:
        raise Refused(Why.NOT_HERE)
    require_power_over(held, key, by)
    return held
