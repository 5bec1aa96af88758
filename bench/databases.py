"""Databases of their own for the measurements, one a size, beside the demonstration's and thrown away afterwards."""

import contextlib
from collections.abc import Iterator, Sequence

import psycopg2
from django.core.management import call_command
from django.db import connection

from demo.seed import seed
from demo.standing import stand_up

AUTHORITY = "355"


def use(name: str) -> None:
    """Turns Django's connection to another database of the same server."""
    if connection.settings_dict["NAME"] != name:
        connection.close()
        connection.settings_dict["NAME"] = name
    connection.ensure_connection()


def by_hand(name: str):
    """A plain psycopg2 connection, for the hand-written SQL. Each statement is a transaction of its own."""
    at = connection.settings_dict
    made = psycopg2.connect(
        host=at["HOST"], port=at["PORT"], user=at["USER"], password=at["PASSWORD"], dbname=name, **at.get("OPTIONS", {})
    )
    made.autocommit = True
    return made


@contextlib.contextmanager
def of_sizes(sizes: Sequence[int]) -> Iterator[dict[int, str]]:
    """A seeded database for each size, by name."""
    home = str(connection.settings_dict["NAME"])
    names = {size: f"{home}_bench_{size}" for size in sizes}
    try:
        for size, name in names.items():
            use(home)
            _again(name)
            use(name)
            call_command("migrate", verbosity=0)
            stand_up()
            print(f"Seeding {size:,} cases …", flush=True)
            seed(AUTHORITY, size)
            _tidy()
        yield names
    finally:
        use(home)
        for name in names.values():
            _drop(name)


def _again(name: str) -> None:
    _drop(name)
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}"')


def _drop(name: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _tidy() -> None:
    """What the database's own housekeeping does within minutes of a large load."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("CHECKPOINT")
