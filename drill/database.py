"""The database of a part that works beside it, for the invariants."""

from typing import Any

from django.db import connection


def rows(sql: str, *values: object) -> list[tuple[Any, ...]]:
    """One question."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)
        return cursor.fetchall()
