"""Reads every child's names again: what the patrol compares, and what puts it right after a rule of sounds changed.

It goes round the guard as the seed does, by COPY and set SQL: a hundred thousand children take seconds, and nothing is
said of them that their names do not say.
"""

import csv
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from uuid import UUID

from django.db import connection, transaction

from core.keys import new_key
from people.names.keys import Key, keys_of

BATCH = 2000
SIDE_BY_SIDE = """
SELECT c.authority, c.case_ref, c.given_name, c.family_name, c.preferred_name, k.keys
FROM people_child c LEFT JOIN (
  SELECT case_ref, array_agg(key || chr(9) || name) AS keys FROM people_namekey GROUP BY case_ref
) k ON k.case_ref = c.case_ref
"""
OF_NOBODY = """
SELECT DISTINCT k.authority, k.case_ref FROM people_namekey k
WHERE NOT EXISTS (SELECT 1 FROM people_child c WHERE c.authority = k.authority AND c.case_ref = k.case_ref)
"""
INTO = "COPY people_namekey (id, authority, case_ref, key, name) FROM STDIN WITH (FORMAT csv, FORCE_NOT_NULL (name))"


def wrong() -> Iterator[tuple[str, UUID, frozenset[Key]]]:
    """Each child whose keys are not what the names say: authority, case, and the keys there should be."""
    with connection.chunked_cursor() as cursor:
        cursor.itersize = BATCH
        cursor.execute(SIDE_BY_SIDE)
        for authority, case, given, family, preferred, kept in cursor:
            wanted = keys_of(given, family, preferred)
            if {"\t".join(key) for key in wanted} != set(kept or ()):
                yield authority, case, wanted


def of_nobody() -> list[tuple[str, UUID]]:
    """Keys that no child has."""
    with connection.cursor() as cursor:
        cursor.execute(OF_NOBODY)
        return list(cursor.fetchall())


@transaction.atomic
def rebuild() -> int:
    """Writes the keys of every child that ``wrong`` finds, all or none. How many children."""
    found, done = list(wrong()), 0
    with connection.cursor() as cursor:
        for _authority, case in of_nobody():
            cursor.execute("DELETE FROM people_namekey WHERE case_ref = %s", [case])
        lines = iter(found)
        while batch := list(islice(lines, BATCH)):
            cursor.execute("DELETE FROM people_namekey WHERE case_ref = ANY(%s)", [[case for _, case, _ in batch]])
            text = StringIO()
            csv.writer(text).writerows(
                (new_key(), authority, case, key.key, key.name) for authority, case, keys in batch for key in keys
            )
            text.seek(0)
            cursor.cursor.copy_expert(INTO, text)
            done += len(batch)
    return done
