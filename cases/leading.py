"""Who brings the family and the services together on a case."""

from accounts.models import Person
from cases.models import Case, Involvement
from cases.words import Capacity


def lead_of(case: Case) -> Person | None:
    """The engagement lead today, or None while nobody has been named."""
    rows = Involvement.objects.filter(case=case, capacity=Capacity.LEAD, until=None).select_related("person")
    row = rows.order_by("-since", "-pk").first()
    return row.person if row else None
