"""Somebody moves to another team, or out of one, from a day: the role goes on as it was."""

from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from accounts.models import Membership, Team
from accounts.roles import Role
from accounts.who import Who
from cases.actions.staff.person import held_for_change
from cases.office import office_act
from cases.powers import BRIDGE, may_give
from core import clock
from core.events import Event
from core.refusals import Refused
from core.words import _


class Why(StrEnum):
    """Why somebody cannot move so."""

    PAST = _("The first day in the new team must be today or later")
    AFTER = _("The role has ended by then")
    THERE = _("They are in that team already")
    OVER = _("That team will have ended by then")
    NOT_YET = _("That team does not begin until later")
    THE_BRIDGE = _("Whoever reads what comes in belongs to the Bridge. End the role, or move them to another team")


@transaction.atomic
def move(key: UUID, standing: UUID, team: UUID | None, on: date, *, by: Who) -> Membership:
    """The role is held in ``team`` from this day, in none where that is None; until the day before, where it was.
    Raises Refused, NotAllowed, Membership.DoesNotExist, Team.DoesNotExist."""
    held = held_for_change(key, by)
    row = next((one for one in held if one.pk == standing), None)
    if row is None:
        raise Membership.DoesNotExist
    to = Team.objects.get(pk=team, authority_id=by.authority_id) if team else None
    if why := _against(row, to, on, held):
        raise Refused(why)
    facts = {"how": "moved" if to else "teamless", "role": row.role, "since": on.isoformat()}
    if row.since >= on:  # it had not begun, or begins that day: nothing was yet
        with office_act(Event.STANDING_CHANGED, by=by, subject=lambda: row) as act:
            act.subject.team = to
            act.about, act.facts = key, facts
        return row
    new = Membership(
        authority_id=row.authority_id, person_id=key, role=row.role, agency_id=row.agency_id, team=to, since=on,
        until=row.until,
    )  # fmt: skip
    row.until = on - timedelta(days=1)
    row.save(update_fields=["until"])
    with office_act(Event.STANDING_CHANGED, by=by, subject=lambda: new) as act:
        act.about, act.facts = key, facts
    return new


def _against(row: Membership, to: Team | None, on: date, held: list[Membership]) -> Why | None:
    first = max(on, row.since)
    if on < clock.today():
        return Why.PAST
    if row.until and row.until < on:
        return Why.AFTER
    if to is None:
        if Role(row.role) in BRIDGE:
            return Why.THE_BRIDGE
        return Why.THERE if row.team_id is None else None
    if any(one.role == row.role and one.team_id == to.pk and not (one.until and one.until < first) for one in held):
        return Why.THERE
    if to.until and to.until < (row.until or date.max):
        return Why.OVER
    return Why.NOT_YET if to.since and to.since > first else None


def could_join(team: UUID, *, by: Who) -> list[Membership]:
    """The standings of colleagues here that could be moved to a team, by name."""
    today = clock.today()
    rows = Membership.objects.filter(Q(until=None) | Q(until__gte=today), authority_id=by.authority_id)
    return list(
        rows.exclude(team=team).filter(role__in=may_give(by)).exclude(person=by.person_id)
        .select_related("person", "team").order_by("person__name", "role")
    )  # fmt: skip
