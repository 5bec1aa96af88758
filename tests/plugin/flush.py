"""Lets a test that commits (a live server, a second connection) be cleaned up afterwards.

Django empties the tables between such tests with TRUNCATE, which the tables of history rightly refuse.
Their triggers rest for that one transaction; every test still meets them.
"""

from collections.abc import Iterable, Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def history_may_be_emptied_between_tests() -> Iterator[None]:
    """Put the triggers to rest while Django empties the tables."""
    from django.db import transaction
    from django.db.backends.postgresql.operations import DatabaseOperations

    def flush(self: DatabaseOperations, sql_list: Iterable[str]) -> None:
        with transaction.atomic(using=self.connection.alias), self.connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
            for sql in sql_list:
                cursor.execute(sql)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatabaseOperations, "execute_sql_flush", flush)
        yield
