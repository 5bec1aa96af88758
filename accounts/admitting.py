"""Gives somebody a standing at a council, or ends one they have. For the operator's command, and for families whom an
officer lets follow a case. Colleagues come in by invitation."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from accounts.models import Agency, Authority, Membership, Person, Team
from accounts.roles import Role
from core import clock

ON_THE_BRIDGE = frozenset({Role.BRIDGE_WORKER, Role.OPERATIONAL_MANAGER})
"""Roles whose holders are members of the one team that every council has."""


@dataclass(frozen=True)
class Admitted:
    """What became of it."""

    person: Person
    new: bool
    """A standing was given: there was none."""
    changed: bool
    """The last day of one there was is another."""
    reopened: bool = False
    """Their account was closed, as idle or when they left, and is open again."""


def admit(
    authority: Authority, email: str, name: str, role: Role, *, today: date, until: date | None = None,
    agency: Agency | None = None,
) -> Admitted:  # fmt: skip
    """The person of this address, who is made when there is none, holds ``role`` from today until ``until``."""
    email = email.strip().lower()
    person = Person.objects.filter(email=email).first() or Person.objects.create_user(email, name)
    reopened = not person.is_active and not (until and until <= today)
    if reopened:
        person.is_active, person.idle_since, person.opened_at = True, None, clock.now()
        person.save()
    rows = Membership.objects.filter(Q(until=None) | Q(until__gte=today), authority=authority, person=person, role=role)
    held = list(rows)
    if not held:
        team = Team.objects.get(authority=authority, kind=Team.Kind.BRIDGE) if role in ON_THE_BRIDGE else None
        Membership.objects.create(
            authority=authority, person=person, role=role, since=today, until=until, team=team, agency=agency
        )
        return Admitted(person, new=True, changed=False, reopened=reopened)
    if all(row.until == until for row in held):
        return Admitted(person, new=False, changed=False, reopened=reopened)
    Membership.objects.filter(pk__in=[row.pk for row in held]).update(until=until)
    return Admitted(person, new=False, changed=True, reopened=reopened)
