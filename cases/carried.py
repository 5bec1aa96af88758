"""What somebody carries on cases, and who could carry it after them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from accounts.away import colleagues
from accounts.models import Person, Team
from accounts.people import standing_left
from accounts.roles import CASE_STAFF
from accounts.selectors import bridge_of
from accounts.standing import memberships
from cases.models import CaseGrant, Involvement
from cases.sight import HOLDING


@dataclass(frozen=True)
class Carried:
    """How much hangs on somebody, and to whom it may pass."""

    cases: tuple[UUID, ...]
    owned: int
    heirs: tuple[Person, ...]
    team: Team


def involvements(authority_id: str, person: UUID, today: date) -> QuerySet[Involvement]:
    """What a person is on cases, today or from a day to come."""
    lasting = Q(until=None) | Q(until__gte=today)
    return Involvement.objects.filter(lasting, authority_id=authority_id, person=person)


def grants(authority_id: str, person: UUID, today: date) -> QuerySet[CaseGrant]:
    """The cases a person may open by name alone."""
    return CaseGrant.objects.filter(authority_id=authority_id, user=person, until__gte=today, revoked_on=None)


def carried(authority_id: str, person: UUID, today: date) -> Carried:
    """What would be handed on today. Cases in the order of their keys, in which they are locked."""
    rows = list(involvements(authority_id, person, today).values_list("case_id", "capacity"))
    holds = {capacity for _case, capacity in rows} & HOLDING
    able = colleagues(authority_id, today) if holds or not rows else _on_cases(authority_id, today)
    own = standing_left(authority_id, person, today).exclude(team=None).select_related("team").order_by("since").first()
    return Carried(
        cases=tuple(sorted({case for case, _capacity in rows})),
        owned=sum(capacity == "owner" for _case, capacity in rows),
        heirs=tuple(able.exclude(pk=person)),
        team=own.team if own else bridge_of(authority_id),
    )


def _on_cases(authority_id: str, today: date) -> QuerySet[Person]:
    held = memberships(today).filter(authority_id=authority_id, role__in=CASE_STAFF)
    return Person.objects.filter(pk__in=held.values("person"), is_active=True).order_by("name", "pk")
