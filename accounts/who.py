"""Who is acting: a person at one authority, a visitor without an account, or a named machine.

Acts take one of these as ``by``; selectors take one as their first argument.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from uuid import UUID

from accounts.away import answers_for
from accounts.models import Authority, Person
from accounts.roles import CASE_HOLDERS, Role
from accounts.standing import memberships
from core import clock


@dataclass(frozen=True)
class Who:
    """Somebody as they stand today at one authority."""

    ref: str
    authority_id: str
    roles: frozenset[Role]
    name: str = ""
    person_id: UUID | None = None
    teams: frozenset[UUID] = field(default_factory=frozenset)
    authorities: tuple[str, ...] = ()
    """Every authority where this person has a standing today; ``authority_id`` is the one chosen."""
    authority: Authority | None = field(default=None, compare=False, repr=False)
    """The one chosen, where somebody signed in to it: what the head of a page says of it."""

    @cached_property
    def covers(self) -> frozenset[UUID]:
        """Colleagues who are away today and for whom they answer: read once, since nearly every question of sight asks,
        and as a question inside each of those it cost more than all the rest of them."""
        if self.person_id is None or not self.roles & CASE_HOLDERS:
            return frozenset()
        return answers_for(self.person_id, self.authority_id, clock.today())


def standing(person: Person, *, on: date, among: frozenset[Role], chosen: str | None = None) -> Who:
    """``person`` as they stand on a day, counting only the roles honoured at the door they came through."""
    counted = memberships(on).filter(person=person).select_related("authority").order_by("authority_id", "pk")
    held = [row for row in counted if row.role in among]
    authorities = tuple(dict.fromkeys(row.authority_id for row in held))
    here = chosen if chosen and chosen in authorities else next(iter(authorities), "")
    return Who(
        ref=f"person:{person.pk}",
        authority_id=here,
        roles=frozenset(Role(row.role) for row in held if row.authority_id == here),
        name=person.name,
        person_id=person.pk,
        teams=frozenset(row.team_id for row in held if row.authority_id == here and row.team_id),
        authorities=authorities,
        authority=next((row.authority for row in held if row.authority_id == here), None),
    )


def visitor(authority_id: str) -> Who:
    """Somebody without an account at the family's door. May ask, and nothing else."""
    return Who(ref="visitor", authority_id=authority_id, roles=frozenset({Role.PUBLIC}))


def machine(name: str, authority_id: str) -> Who:
    """A named machine, such as ``system:scanner``."""
    return Who(ref=f"system:{name}", authority_id=authority_id, roles=frozenset({Role.MACHINE}))
