"""A page of a list by the day to work to, on which children who have priority come first among what is owed on one day.

The day itself is never moved: what the law wants today stands before what is marked and wanted tomorrow. The rows are
read from the list's own index, and the few marked ones beside them; only here are the two laid together.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from cases.models import Caseload
from cases.paging import IN_ORDER, beyond, cursor_of

MARKED = "~first"
"""The end of a cursor whose row was a marked one: all the others of its day are still to come."""


@dataclass(frozen=True)
class Waiting:
    """One row of such a list."""

    case: UUID
    next_on: date
    received_on: date
    last_on: date
    plain: bool
    """Nothing gives the child priority, as far as the reader may know."""

    @property
    def order(self) -> tuple[date, bool, date, UUID]:
        """Its place."""
        return self.next_on, self.plain, self.received_on, self.case


def marked_first(rows: QuerySet[Caseload], marked: QuerySet[Caseload], after: str, most: int) -> list[Waiting]:
    """The first ``most`` rows after a cursor; ``marked`` are those among them that the reader knows to be marked."""
    first = _rows(marked.order_by(*IN_ORDER), plain=False)
    others = rows.exclude(case__in=[row.case for row in first]) if first else rows
    if after:
        others = others.filter(_plain_after(after))
    found = _rows(others.order_by(*IN_ORDER)[:most], plain=True)
    return sorted([*_marked_after(first, after), *found], key=lambda row: row.order)[:most]


def cursor_after(row: Waiting) -> str:
    """Where the next page begins."""
    return cursor_of(row.next_on, row.received_on, row.case) + ("" if row.plain else MARKED)


def _rows(rows: QuerySet[Caseload], *, plain: bool) -> list[Waiting]:
    fields = rows.values_list("case_id", "next_on", "received_on", "last_on")
    return [Waiting(case, next_on, received_on, last_on, plain) for case, next_on, received_on, last_on in fields]


def _plain_after(after: str) -> Q:
    further = beyond(after)
    if further and after.endswith(MARKED):
        return Q(next_on__gte=date.fromisoformat(after.partition("~")[0]))
    return further


def _marked_after(first: list[Waiting], after: str) -> list[Waiting]:
    if not beyond(after):
        return first
    day, received, case = after.removesuffix(MARKED).split("~")
    last = (date.fromisoformat(day), not after.endswith(MARKED), date.fromisoformat(received), UUID(case))
    return [row for row in first if row.order > last]
