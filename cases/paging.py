"""Where one page of a worklist ends and the next begins: a bound that its index can start from, and no offset."""

from datetime import date
from uuid import UUID

from django.db.models import IntegerField, Q, QuerySet, Subquery

from accounts.models import Authority

IN_ORDER = ("next_on", "received_on", "case_id")
"""The order of every worklist: the day to work to, then the oldest."""


def cursor_of(next_on: date, received_on: date, case: UUID) -> str:
    """The last row of a page, as an address carries it."""
    return f"{next_on.isoformat()}~{received_on.isoformat()}~{case}"


def beyond(cursor: str) -> Q:
    """The rows after that one. A cursor that somebody made up is no bound at all."""
    try:
        parts = cursor.split("~")
        next_on, received_on, case = date.fromisoformat(parts[0]), date.fromisoformat(parts[1]), UUID(parts[2])
    except (ValueError, IndexError):
        return Q()
    later = (
        Q(next_on__gt=next_on)
        | Q(next_on=next_on, received_on__gt=received_on)
        | Q(next_on=next_on, received_on=received_on, case_id__gt=case)
    )
    return Q(next_on__gte=next_on) & later  # the first half lets the index begin where the page does


def how_many(*lists: QuerySet, most: int) -> tuple[int, ...]:
    """How long each list is, no further than ``most``, in one question. A list in its own order is read from its index
    no further than that."""
    return Authority.objects.values_list(*(_Counted(each.values("pk")[:most]) for each in lists))[0]


class _Counted(Subquery):
    """How many rows a query gives."""

    template = "(SELECT count(*) FROM (%(subquery)s) counted)"
    empty_result_set_value = 0
    output_field = IntegerField()
