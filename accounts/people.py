"""Everybody who works or worked at an authority, for those who keep people: the list, and one person's page."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.models import Absence, Invitation, Membership, Person
from accounts.roles import FAMILY, STAFF, Role
from accounts.sessions import SessionSeen, sessions_of
from accounts.who import Who
from core import clock
from core.words import _

STEPS = {
    Authenticator.Type.TOTP: _("Authenticator app"),
    Authenticator.Type.WEBAUTHN: _("Passkey"),
    Authenticator.Type.RECOVERY_CODES: _("Spare codes"),
}


def ever_here(authority_id: str) -> QuerySet[Person]:
    """Everybody who works here, worked here, or will: the staff alone, for a family is nobody's colleague. Somebody
    who left on their first day holds no standing any more, but they accepted an invitation."""
    held = Membership.objects.filter(authority_id=authority_id, person=OuterRef("pk"), role__in=STAFF)
    joined = Invitation.objects.filter(authority_id=authority_id, person=OuterRef("pk"))
    return Person.objects.filter(Exists(held) | Exists(joined))


def person_called(who: Who, key: UUID) -> Person:
    """The person of this key, if they ever worked at the asker's authority. Raises Person.DoesNotExist."""
    return ever_here(who.authority_id).get(pk=key)


def standing_left(authority_id: str, person: UUID, today: date) -> QuerySet[Membership]:
    """What somebody is here on the staff, today or from a day to come."""
    return Membership.objects.filter(
        Q(until=None) | Q(until__gte=today), authority_id=authority_id, person=person
    ).exclude(role__in=FAMILY)


def stands_anywhere(person: UUID, today: date) -> bool:
    """Whether somebody is anything anywhere, today or from a day to come; a parent's standing counts."""
    return Membership.objects.filter(Q(until=None) | Q(until__gte=today), person=person).exists()


@dataclass(frozen=True)
class StandingSeen:
    """One role of somebody, for a page."""

    key: UUID
    role: Role
    team: str
    agency: str
    since: date
    until: date | None
    over: bool


@dataclass(frozen=True)
class StepSeen:
    """One second step, by its kind and never by its secret."""

    kind: str
    name: str
    made_at: datetime
    used_at: datetime | None


@dataclass(frozen=True)
class PersonSeen:
    """One person as an administrator sees them."""

    key: UUID
    name: str
    email: str
    works_here: bool
    idle_since: date | None
    last_login: datetime | None
    standings: tuple[StandingSeen, ...]
    steps: tuple[StepSeen, ...]
    sessions: tuple[SessionSeen, ...]
    covers_for: tuple[str, ...]


def person_seen(who: Who, key: UUID) -> PersonSeen:
    """Everything on a person's page. Raises Person.DoesNotExist."""
    person, today = person_called(who, key), clock.today()
    rows = (
        Membership.objects.filter(authority_id=who.authority_id, person=person)
        .exclude(role__in=FAMILY)
        .select_related("team", "agency")
        .order_by("-since", "role")
    )
    standings = tuple(
        StandingSeen(
            row.pk, Role(row.role), row.team.name if row.team else "", row.agency.name if row.agency else "",
            row.since, row.until, row.until is not None and row.until < today,
        )
        for row in rows
    )  # fmt: skip
    return PersonSeen(
        key=person.pk,
        name=person.name,
        email=person.email,
        works_here=person.is_active and any(not one.over for one in standings),
        idle_since=person.idle_since,
        last_login=person.last_login,
        standings=standings,
        steps=tuple(_steps(person)),
        sessions=tuple(sessions_of(person.pk)),
        covers_for=covered_by(who.authority_id, key, today),
    )


def covered_by(authority_id: str, person: UUID, today: date) -> tuple[str, ...]:
    """The names of those whose leave, going on or to come, names this person as cover."""
    rows = Absence.objects.filter(Q(until=None) | Q(until__gte=today), authority_id=authority_id, cover=person)
    return tuple(rows.order_by("since", "pk").values_list("person__name", flat=True))


def _steps(person: Person) -> list[StepSeen]:
    return [
        StepSeen(
            kind=STEPS.get(row.type, row.type),
            name=row.data.get("name", "") if row.type == Authenticator.Type.WEBAUTHN else "",
            made_at=row.created_at,
            used_at=row.last_used_at,
        )
        for row in Authenticator.objects.filter(user=person).order_by("created_at", "pk")
    ]


@dataclass(frozen=True)
class RowOfPeople:
    """One person in the list."""

    key: UUID
    name: str
    email: str
    roles: tuple[str, ...]
    state: str
    """``here``, ``later``, ``closed`` or ``idle``."""
    last_login: datetime | None


def people(who: Who, typed: str = "", left: bool = False) -> QuerySet[Person]:
    """Those who work here or will, or those who left, by name; narrowed by a part of a name or address."""
    today = clock.today()
    held = Membership.objects.filter(
        Q(until=None) | Q(until__gte=today), authority_id=who.authority_id, person=OuterRef("pk"), role__in=STAFF
    )
    here = Q(Exists(held)) & (Q(is_active=True) | Q(idle_since__isnull=False))
    found = ever_here(who.authority_id).filter(~here if left else here)
    for word in typed.split():
        found = found.filter(Q(name__icontains=word) | Q(email__icontains=word))
    return found.order_by("name", "pk")


def as_rows(who: Who, page: list[Person]) -> list[RowOfPeople]:
    """A page of the list, with what each is here."""
    today = clock.today()
    held: dict[UUID, list[Membership]] = {person.pk: [] for person in page}
    rows = Membership.objects.filter(
        Q(until=None) | Q(until__gte=today), authority_id=who.authority_id, person__in=list(held)
    ).exclude(role__in=FAMILY)
    for row in rows.order_by("role", "pk"):
        held[row.person_id].append(row)
    return [
        RowOfPeople(
            key=person.pk,
            name=person.name,
            email=person.email,
            roles=tuple(dict.fromkeys(str(Role(row.role).words) for row in held[person.pk])),
            state=_state(person, held[person.pk], today),
            last_login=person.last_login,
        )
        for person in page
    ]


def _state(person: Person, held: list[Membership], today: date) -> str:
    if person.idle_since and not person.is_active:
        return "idle"
    if not held or not person.is_active:
        return "closed"
    return "here" if any(row.since <= today for row in held) else "later"
