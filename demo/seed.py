"""Builds an authority of any size with a handful of set SQL statements, in one transaction.

It writes guarded tables without the doorway, and the ledger without the pen, on purpose: a hundred thousand acts would
take hours. What it lays down must be what the acts would have, and tests/acts/test_seed.py holds the two side by side;
the patrol must find nothing. Foreign keys and constraints stay on. Production has no demo app, and so no seed.
"""

import csv
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import islice

from django.conf import settings
from django.db import connection, transaction

from accounts.models import Authority, Membership
from accounts.roles import Role
from accounts.selectors import bridge_of
from cases.models import Case
from core import clock
from demo.seeding import kinds, statements
from demo.seeding.children import COLUMNS, Council, Staged, children
from demo.seeding.rows import FIRST_NAME, PLACES, ROW_KEY, row_key
from ledger.seal import seal as seal_history
from people.names.keys import keys_of

BATCH = 4000
NULL = r"\N"


@dataclass(frozen=True)
class Seeded:
    """How many rows went into each kind of thing."""

    authority: Authority
    rows: dict[str, int]
    sealed: int | None


def seed(
    code: str, cases: int, *, years: int = 10, seal: bool = False, say: Callable[[str], object] = lambda words: None
) -> Seeded:
    """Adds ``cases`` invented children to the authority of this code, who were asked for in the years up to yesterday.

    ``seal`` chains their history as well. ``say`` hears how far it has come. Raises Authority.DoesNotExist.
    """
    authority = Authority.objects.get(pk=code)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statements.STAGE)
        cursor.execute(ROW_KEY)
        _children(cursor, authority, cases, years, say)
        _what_follows(cursor, authority, say)
        rows = _lay_down(cursor, authority, say)
        cursor.execute(statements.CLEAR)
        say("Checking every link between the rows …")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    sealed = None
    if seal:
        say("Sealing the history …")
        sealed = seal_history(code)
    return Seeded(authority, rows, sealed)


def _children(cursor, authority: Authority, cases: int, years: int, say) -> None:
    already = set(Case.objects.filter(authority=authority).values_list("reference", flat=True))
    officers = Membership.objects.filter(authority=authority, role=Role.BRIDGE_WORKER).order_by("pk")
    council = Council(
        letters=authority.letters,
        officers=[f"person:{officer.person_id}" for officer in officers] or ["system:seed"],
        family_url=settings.FAMILY_URL,
        taken=already,
    )
    dice = random.Random(f"seed {authority.pk} {len(already)}")
    lines = children(cases, council, today=clock.today(), years=years, dice=dice)
    done = 0
    while batch := list(islice(lines, BATCH)):
        _copy(cursor, f"seed_child ({COLUMNS})", batch)
        _copy(cursor, "seed_name", _names(batch))
        done += len(batch)
        say(f"{done:,} of {cases:,} children …")


def _names(batch: list[Staged]) -> Iterator[tuple]:
    """What each child is found by."""
    for child in batch:
        for place, key in enumerate(sorted(keys_of(child.given_name, child.family_name)), FIRST_NAME):
            yield row_key(child.key, place), child.key, key.key, key.name


def _what_follows(cursor, authority: Authority, say) -> None:
    """What the law and the roster make of each kind of event, once for each day."""
    cursor.execute(statements.ENTRIES, PLACES)
    cursor.execute(statements.ENTRIES_BY_CASE)
    cursor.execute(statements.DAYS)
    days = cursor.fetchall()
    say(f"Asking the law about {len({day for _kind, day in days}):,} days …")
    _copy(cursor, "seed_start", kinds.starts(days))
    _copy(cursor, "seed_meet", kinds.meets(days))
    _copy(cursor, "seed_letter", kinds.wording(days, authority))
    cursor.execute(statements.BY_DAY)


def _lay_down(cursor, authority: Authority, say) -> dict[str, int]:
    team = bridge_of(authority.pk)
    values = {**PLACES, "authority": authority.pk, "team": team.pk, "mailbox": team.mailbox}
    rows = {}
    for what, table, statement in statements.INTO_TABLES:
        cursor.execute(statement, values)
        rows[what] = cursor.rowcount
        say(f"{cursor.rowcount:,} {what}")
        cursor.execute(f"ANALYZE {table}")  # at once: the next statement may read it
    return rows


def _copy(cursor, table: str, rows: Iterable[tuple]) -> None:
    """Sends rows to a temporary table the quick way."""
    text = StringIO()
    csv.writer(text).writerows([NULL if value is None else value for value in row] for row in rows)
    text.seek(0)
    cursor.cursor.copy_expert(f"COPY {table} FROM STDIN WITH (FORMAT csv, NULL '{NULL}')", text)
