"""Which records somebody said are two children."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from accounts.who import Who
from cases import sight
from cases.models import Case, KeptApart


@dataclass(frozen=True)
class Apart:
    """A record that looks like the one being read and is another child's."""

    reference: str
    name: str
    said_by: str
    said_on: date


def between(case: UUID, others: Iterable[UUID]) -> QuerySet[KeptApart]:
    """What was said of a record and any of these, and not taken back."""
    others = list(others)
    return KeptApart.objects.filter(Q(case=case, other__in=others) | Q(case__in=others, other=case), undone_on=None)


def from_case(case: Case) -> dict[UUID, KeptApart]:
    """Every record kept apart from this one, by its key."""
    rows = KeptApart.objects.filter(Q(case=case) | Q(other=case), authority_id=case.authority_id, undone_on=None)
    return {row.other_id if row.case_id == case.pk else row.case_id: row for row in rows}


def seen_by(who: Who, kept: dict[UUID, KeptApart]) -> list[Apart]:
    """Those of them whose record ``who`` may see."""
    if not kept:
        return []
    cases = sight.visible_to(who).filter(pk__in=list(kept)).select_related("child").order_by("received_on", "pk")
    return [Apart(case.reference, case.child.full_name, kept[case.pk].said_by, kept[case.pk].said_on) for case in cases]
