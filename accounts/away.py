"""Who is away on a day, and who answers for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from accounts.models import Absence, Person
from accounts.roles import CASE_HOLDERS, CASE_STAFF, STAFF, Role
from accounts.rules import STEPS, answering
from accounts.standing import lasting, memberships


@dataclass(frozen=True)
class AwaySeen:
    """Somebody who is away, for a page."""

    key: UUID
    person_id: UUID
    name: str
    since: date
    until: date | None
    cover_id: UUID | None
    """The colleague who was named."""
    cover: str
    answers_id: UUID | None
    """Who answers today: the cover, or the cover's cover when they are away too. None where nobody does."""
    answers: str


def cover_for(person_keys: Iterable[UUID], authority_id: str, on: date) -> dict[UUID, UUID | None]:
    """Who answers instead of each of these people who is away on a day; None where nobody does. Whoever is not away is
    not in the answer. Cover of cover is followed, three steps at most."""
    covers = dict(_on(authority_id, on).values_list("person_id", "cover_id"))
    here = _on_cases_here(covers.values(), authority_id, on)
    return {key: answering(key, covers, here) for key in dict.fromkeys(person_keys) if key in covers}


def answers_for(person: UUID, authority_id: str, on: date) -> frozenset[UUID]:
    """Everybody who is away on a day and for whom this person stands in: as their cover, or as the cover of a cover who
    is away too, three steps at most. What they see, and not whether they are here themselves."""
    rows = list(_on(authority_id, on).values_list("cover_id", "person_id"))
    found: set[UUID] = set()
    for _step in range(STEPS):
        found |= {away for cover, away in rows if cover == person or cover in found}
    return frozenset(found)


def away_on(authority_id: str, on: date) -> list[AwaySeen]:
    """Everybody who is away from an authority on a day, by name, with who covers and who answers in the end."""
    rows = list(_on(authority_id, on).select_related("person", "cover").order_by("person__name", "pk"))
    covers = {row.person_id: row.cover_id for row in rows}
    here = _on_cases_here(covers.values(), authority_id, on)
    return [
        AwaySeen(
            key=row.pk,
            person_id=row.person_id,
            name=row.person.name,
            since=row.since,
            until=row.until,
            cover_id=row.cover_id,
            cover=row.cover.name if row.cover else "",
            answers_id=(answers := answering(row.person_id, covers, here)),
            answers=here[answers] if answers else "",
        )
        for row in rows
    ]


def colleagues(authority_id: str, on: date) -> QuerySet[Person]:
    """Who may cover at an authority: everybody who may answer for a case there that day, by name."""
    return _standing(authority_id, on, CASE_HOLDERS)


def case_staff(authority_id: str, on: date) -> QuerySet[Person]:
    """Who may be given something to do on a case: everybody whose work is cases, advisers among them, by name."""
    return _standing(authority_id, on, CASE_STAFF)


def holders_of(authority_id: str, on: date, roles: frozenset[Role]) -> QuerySet[Person]:
    """Everybody who has one of these roles at an authority that day and is not away, by name."""
    return _standing(authority_id, on, roles).exclude(pk__in=_on(authority_id, on).values("person"))


def staff(authority_id: str, on: date) -> QuerySet[Person]:
    """Whose leave may be entered at an authority: everybody who works there that day, by name."""
    return _standing(authority_id, on, STAFF)


def _standing(authority_id: str, on: date, roles: frozenset[Role]) -> QuerySet[Person]:
    held = memberships(on).filter(authority_id=authority_id, role__in=roles)
    return Person.objects.filter(pk__in=held.values("person"), is_active=True).order_by("name", "pk")


def _on(authority_id: str, on: date) -> QuerySet[Absence]:
    return Absence.objects.filter(lasting(on), authority_id=authority_id)


def _on_cases_here(keys: Iterable[UUID | None], authority_id: str, on: date) -> dict[UUID, str]:
    """The names of those among ``keys`` who may cover that day: somebody named long ago may have left since."""
    named = {key for key in keys if key}
    return dict(colleagues(authority_id, on).filter(pk__in=named).values_list("pk", "name")) if named else {}
