"""Each night: an account of the staff that nobody signed in with for sixty days is closed, and administrators hear."""

from datetime import date, timedelta
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from accounts.models import Authority, Membership, Person
from accounts.roles import STAFF, Role
from accounts.sessions import end_all
from accounts.standing import memberships
from accounts.who import machine
from cases.office import office_act
from cases.staff_letters import write_idle
from core import clock
from core.events import Event

DAYS = 60
SPACE = UUID("0c8f7b9e-2f0e-4a7f-8a53-51f6a1d0c2b7")
"""The names of these letters are drawn in here: one a night to each administrator."""


def close_and_tell() -> int:
    """Closes idle accounts and writes to the administrators of each authority. Says how many were closed."""
    today, closed = clock.today(), close_idle()
    for code, people in closed.items():
        authority = Authority.objects.get(pk=code)
        admins = memberships(today).filter(authority=code, role=Role.ADMINISTRATOR, person__is_active=True)
        for admin in Person.objects.filter(pk__in=admins.values("person")).order_by("pk"):
            write_idle(authority, admin, uuid5(SPACE, f"idle {code} {admin.pk} {today.isoformat()}"), people)
    return len({person.pk for people in closed.values() for person in people})


def close_idle(today: date | None = None) -> dict[str, list[Person]]:
    """Closes them and says whom, by authority. Their password and second step stay: an administrator opens the account
    again with a press. Families are left alone, for months may pass between their visits."""
    day = today or clock.today()
    since = clock.now() - timedelta(days=DAYS)
    held = Membership.objects.filter(Q(until=None) | Q(until__gte=day), person=OuterRef("pk"), role__in=STAFF)
    idle = Person.objects.filter(
        Exists(held), Q(last_login=None) | Q(last_login__lt=since), is_active=True, opened_at__lt=since
    )
    closed: dict[str, list[Person]] = {}
    for key in idle.order_by("pk").values_list("pk", flat=True):
        for authority, person in _close(key, day):
            closed.setdefault(authority, []).append(person)
    return closed


@transaction.atomic
def _close(key: UUID, day: date) -> list[tuple[str, Person]]:
    person = Person.objects.select_for_update(no_key=True).get(pk=key)
    since = clock.now() - timedelta(days=DAYS)
    if not person.is_active or (person.last_login or person.opened_at) >= since:
        return []
    last = clock.london_day(max(person.last_login or person.opened_at, person.opened_at))
    person.is_active, person.idle_since = False, last
    person.save(update_fields=["is_active", "idle_since"])
    end_all(person)
    rows = Membership.objects.filter(Q(until=None) | Q(until__gte=day), person=person, role__in=STAFF)
    told = []
    for row in rows.order_by("authority_id", "since", "pk").distinct("authority_id"):
        with office_act(
            Event.ACCOUNT_IDLE,
            by=machine("sign-in", row.authority_id),
            subject=lambda row=row: row,  # type: ignore[misc]
        ) as act:
            act.about, act.facts = person.pk, {"since": last.isoformat()}
        told.append((row.authority_id, person))
    return told
