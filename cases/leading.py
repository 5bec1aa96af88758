"""Who brings the family and the services together on a case."""

from accounts.models import Person
from accounts.roles import Role
from accounts.standing import memberships
from cases.models import Case, Involvement
from cases.words import Capacity
from core import clock


def lead_of(case: Case) -> Person | None:
    """The engagement lead today, or None while nobody has been named."""
    rows = Involvement.objects.filter(case=case, capacity=Capacity.LEAD, until=None).select_related("person")
    row = rows.order_by("-since", "-pk").first()
    return row.person if row else None


def is_social_worker(person_key, authority_id: str) -> bool:
    """Whether somebody works here as a social worker today."""
    held = memberships(clock.today()).filter(authority_id=authority_id, person=person_key)
    return held.filter(role=Role.SOCIAL_WORKER).exists()
