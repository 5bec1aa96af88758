"""A page of a list by the day to work to, on which children who have priority come first among what is owed on one day.

The day itself is never moved: what the law wants today stands before what is marked and wanted tomorrow. Before all of
it stand the few rows that are ``ahead`` for their reader, by block and then in the order of work. The rows are read
from the list's own index, and the few others beside them; only here are they laid together.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from cases.models import Caseload
from cases.paging import IN_ORDER, beyond, cursor_of

MARKED = "~first"
"""The end of a cursor whose row was a marked one: all the others of its day are still to come."""
AHEAD = "~ahead"
"""The end of a cursor whose row was ahead, before the number of its block: the whole list is still to come."""
IN_THE_LIST = 9
"""The block of the list itself, after every one that is ahead."""

Place = tuple[int, date, bool, date, UUID]


@dataclass(frozen=True)
class Waiting:
    """One row of such a list."""

    case: UUID
    next_on: date
    received_on: date
    last_on: date
    plain: bool
    """Nothing gives the child priority, as far as the reader may know."""
    block: int = IN_THE_LIST

    @property
    def order(self) -> Place:
        """Its place."""
        return self.block, self.next_on, self.plain, self.received_on, self.case


def marked_first(
    rows: QuerySet[Caseload], marked: Collection[UUID], after: str, most: int, ahead: Mapping[UUID, int]
) -> list[Waiting]:
    """The first ``most`` rows after a cursor; ``marked`` are the cases that the reader knows to be marked, in the list
    or not, and ``ahead`` the block, below nine, of each case that stands before the list."""
    last = _place(after)
    first = {*ahead, *marked}
    few = _rows(rows.filter(case__in=first), plain=False, blocks=ahead) if first else []
    others = rows.exclude(case__in=[row.case for row in few]) if few else rows
    if last and last[0] == IN_THE_LIST:
        others = others.filter(Q(next_on__gte=last[1]) if after.endswith(MARKED) else beyond(after))
    found = _rows(others.order_by(*IN_ORDER)[:most], plain=True)
    return sorted([*(row for row in few if not last or row.order > last), *found], key=lambda row: row.order)[:most]


def cursor_after(row: Waiting) -> str:
    """Where the next page begins."""
    end = f"{AHEAD}{row.block}" if row.block < IN_THE_LIST else "" if row.plain else MARKED
    return cursor_of(row.next_on, row.received_on, row.case) + end


def _rows(rows: QuerySet[Caseload], *, plain: bool, blocks: Mapping[UUID, int] | None = None) -> list[Waiting]:
    fields = rows.values_list("case_id", "next_on", "received_on", "last_on")
    blocks = blocks or {}
    return [
        Waiting(case, next_on, received_on, last_on, plain, blocks.get(case, IN_THE_LIST))
        for case, next_on, received_on, last_on in fields
    ]


def _place(after: str) -> Place | None:
    """The place that a cursor names, or None where somebody made it up."""
    if not beyond(after):
        return None
    try:
        day, received, case, *end = after.split("~")
        block = int(end[0].removeprefix(AHEAD[1:])) if end and end[0].startswith(AHEAD[1:]) else IN_THE_LIST
    except ValueError:
        return None
    plain = block == IN_THE_LIST and not after.endswith(MARKED)
    return block, date.fromisoformat(day), plain, date.fromisoformat(received), UUID(case)
