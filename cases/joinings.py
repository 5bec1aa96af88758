"""Who joined which records of a child, and why; and who took them apart again."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from accounts.selectors import names_of
from accounts.who import Who
from cases import sight
from cases.models import Case, Joining


@dataclass(frozen=True)
class Joined:
    """The other of two records, and what was said of the two."""

    reference: str
    name: str
    joined_by: str
    joined_at: datetime
    joined_because: str
    parted_by: str
    parted_at: datetime | None
    parted_because: str


def joinings_of(who: Who, case: Case) -> list[Joined]:
    """Everything said of this record and another that ``who`` may see too, newest first, from whichever side it is
    read. What was said may tell of the other record, so that nobody reads it who may not see both."""
    rows = list(
        Joining.objects.filter(Q(case=case) | Q(into=case), authority_id=case.authority_id).order_by("-joined_at", "pk")
    )
    if not rows:
        return []
    others = {row.pk: row.into_id if row.case_id == case.pk else row.case_id for row in rows}
    seen = sight.visible_to(who).filter(pk__in=set(others.values())).select_related("child").in_bulk()
    names = names_of({ref for row in rows for ref in (row.joined_by, row.parted_by) if ref})
    return [
        Joined(
            reference=seen[others[row.pk]].reference,
            name=seen[others[row.pk]].child.full_name,
            joined_by=names.get(row.joined_by, ""),
            joined_at=row.joined_at,
            joined_because=row.joined_because,
            parted_by=names.get(row.parted_by, ""),
            parted_at=row.parted_at,
            parted_because=row.parted_because,
        )
        for row in rows
        if others[row.pk] in seen
    ]
