"""Reads the ledger again and holds it beside the deadlines that are kept, case by case, in one pass."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from uuid import UUID

from django.db import connection, transaction

from cases.deadlines import COLUMNS, Key, Reading, as_read, reading
from cases.models import Deadline
from ledger.models import Entry

BATCH = 2000


@dataclass(frozen=True)
class Difference:
    """A case whose deadlines are not what its history and the rules of today say."""

    authority: str
    case: UUID
    kept: dict[Key, Reading]
    read: dict[Key, Reading]

    def in_words(self) -> Iterator[str]:
        """Each deadline that would change, and how."""
        for key in dict.fromkeys([*self.kept, *self.read]):
            before, after = self.kept.get(key), self.read.get(key)
            if before is None and after is not None:
                yield f"{key[0]}: would begin, due {after.due_strict} (strict), {after.due_ordinary} (ordinary)"
            elif after is None:
                yield f"{key[0]}: would go"
            elif before is not None and before != after:
                changes = (
                    f"{name} {getattr(before, name) or 'none'} -> {getattr(after, name) or 'none'}"
                    for name in COLUMNS
                    if getattr(before, name) != getattr(after, name)
                )
                yield f"{key[0]}: {', '.join(changes)}"


def differences() -> Iterator[Difference]:
    """Every case that differs, as all stood at one moment: what people do meanwhile is no disagreement."""
    with _one_moment():
        yield from _compared()


@contextmanager
def _one_moment() -> Iterator[None]:
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def _compared() -> Iterator[Difference]:
    entries = Entry.objects.exclude(case_ref=None).order_by("case_ref", "recorded_at", "pk").iterator(BATCH)
    read_to = _kept_in_order()
    kept_case, kept = next(read_to, (None, {}))
    for case_ref, of_case in groupby(entries, key=attrgetter("case_ref")):
        group = list(of_case)
        read = reading(group)
        while kept_case is not None and kept_case < case_ref:
            yield Difference("", kept_case, kept, {})
            kept_case, kept = next(read_to, (None, {}))
        here = kept if kept_case == case_ref else {}
        if here != read:
            yield Difference(group[0].authority, case_ref, here, read)
        if kept_case == case_ref:
            kept_case, kept = next(read_to, (None, {}))
    while kept_case is not None:
        yield Difference("", kept_case, kept, {})
        kept_case, kept = next(read_to, (None, {}))


def _kept_in_order() -> Iterator[tuple[UUID, dict[Key, Reading]]]:
    """The deadlines kept, grouped by case in key order, in the shape of a reading."""
    rows = Deadline.objects.order_by("case_id").iterator(BATCH)
    for case, group in groupby(rows, key=attrgetter("case_id")):
        yield case, {(row.duty, row.about, row.entry_ref): as_read(row) for row in group}
