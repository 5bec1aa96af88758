"""Reading the registers."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from accounts.models import Agency, Authority, Membership, Person, Team
from accounts.roles import FAMILY, Role
from accounts.standing import memberships
from accounts.who import Who
from core import clock


def authorities() -> QuerySet[Authority]:
    """Every authority in this installation, by name."""
    return Authority.objects.order_by("name")


def authorities_of(who: Who) -> QuerySet[Authority]:
    """The authorities where ``who`` has a standing today, by name."""
    return authorities().filter(pk__in=who.authorities)


def authority_called(slug: str) -> Authority:
    """The authority of this address. Raises ``Authority.DoesNotExist``."""
    return Authority.objects.get(slug=slug)


def usual_work(who: Who) -> tuple[str, str, bool]:
    """What ``who`` does here and for which organisation, in words, and whether that is a school or an academy trust."""
    rows = memberships(clock.today()).filter(authority_id=who.authority_id, person=who.person_id)
    row = rows.exclude(role__in=FAMILY).select_related("agency").order_by("since", "pk").first()
    if row is None:
        return "", "", False
    school = row.agency is not None and row.agency.kind == Agency.Kind.EDUCATION
    job = "SENCO" if row.role == Role.SENCO else str(Role(row.role).words)
    return job, row.agency.name if row.agency else "", school


def jobs_of(authority_id: str, people: Iterable[UUID]) -> dict[UUID, str]:
    """As what each of these works at an authority today, in words."""
    rows = memberships(clock.today()).filter(authority_id=authority_id, person__in=list(people))
    rows = rows.exclude(role__in=FAMILY).order_by("since", "pk")
    return {person: str(Role(role).words) for person, role in reversed(rows.values_list("person", "role"))}


def bridge_of(authority_id: str) -> Team:
    """The one team that reads what comes in at this authority. Raises ``Team.DoesNotExist``."""
    return Team.objects.get(authority_id=authority_id, kind=Team.Kind.BRIDGE)


@dataclass(frozen=True)
class Member:
    name: str
    email: str
    role: str
    meaning: str
    agency: str
    team: str
    until: object


def members(who: Who) -> list[Member]:
    """Everybody with a standing today at the asker's authority, staff first by team."""
    today = clock.today()
    rows = (
        memberships(today)
        .filter(authority_id=who.authority_id)
        .exclude(role__in=FAMILY)
        .select_related("person", "team", "agency")
        .order_by("team__name", "person__name")
    )
    return [
        Member(
            name=row.person.name,
            email=row.person.email,
            role=Role(row.role).words,
            meaning=Role(row.role).meaning,
            agency=row.agency.name if row.agency else "",
            team=row.team.name if row.team else "",
            until=row.until,
        )
        for row in rows
    ]


def teams(who: Who) -> QuerySet[Team]:
    """The teams of the asker's authority."""
    return Team.objects.filter(authority_id=who.authority_id)


def team_called(who: Who, key: UUID) -> Team:
    """The team of this key at the asker's authority. Raises ``Team.DoesNotExist``."""
    return teams(who).get(pk=key)


def addresses_of_staff(who: Who) -> set[str]:
    """The own addresses of everybody who ever worked at the asker's authority."""
    held = Membership.objects.filter(authority_id=who.authority_id).exclude(role__in=FAMILY)
    return set(held.values_list("person__email", flat=True))


def names_of(refs: set[str]) -> dict[str, str]:
    """What to call each actor in a history: people by name, machines and visitors by what they are."""
    keys = {ref.removeprefix("person:") for ref in refs if ref.startswith("person:")}
    names = {f"person:{person.pk}": person.name for person in Person.objects.filter(pk__in=keys)}
    return {ref: names.get(ref) or ("The sender" if ref == "visitor" else "SENDPath") for ref in refs}
