"""The program's role in the database may add to history and never change it."""

import fcntl
import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import ProgrammingError, connection, transaction

from launch.binaries import find
from tests.machine.apart import ROOT

HISTORY = ["ledger_entry", "ledger_link", "ledger_viewing"]


LOCK = Path(tempfile.gettempdir()) / "sendpath-tests-roles.lock"
"""Roles belong to the whole server, which the workers share: they change them one after the other."""


@pytest.fixture
def as_the_program(db: None) -> Iterator[None]:
    """Give the rights with psql, as an operator does, and become the program's role."""
    settings = connection.settings_dict
    told = {"PGHOST": settings["HOST"], "PGPORT": str(settings["PORT"]), "PGUSER": settings["USER"]}
    with LOCK.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        for _ in range(2):  # it may be run again
            done = subprocess.run(
                [find() / "bin" / "psql", "--no-psqlrc", "--quiet", "--file", ROOT / "docs/operators/roles.sql"],
                env=os.environ | told | {"PGDATABASE": settings["NAME"], "DB_APP_PASSWORD": "it's secret"},
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, done.stderr
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE sendpath_app")
        yield
        cursor.execute("RESET ROLE")


def _may(statement: str) -> bool:
    with connection.cursor() as cursor:
        try:
            with transaction.atomic():
                cursor.execute(statement)
        except ProgrammingError as refusal:
            assert "permission denied" in str(refusal) or "must be owner" in str(refusal)
            return False
    return True


@pytest.mark.xdist_group("roles")
@pytest.mark.usefixtures("as_the_program")
@pytest.mark.parametrize("table", HISTORY)
def test_history_can_be_read_and_not_changed(table: str) -> None:
    assert _may(f"SELECT count(*) FROM {table}")
    assert not _may(f"UPDATE {table} SET authority = 'XXX'")
    assert not _may(f"DELETE FROM {table}")
    assert not _may(f"TRUNCATE {table}")
    assert not _may(f"ALTER TABLE {table} DISABLE TRIGGER ALL")
    assert not _may(f"DROP TABLE {table}")


@pytest.mark.xdist_group("roles")
@pytest.mark.usefixtures("as_the_program")
def test_the_rest_can_be_used_and_not_reshaped() -> None:
    assert _may("SELECT count(*) FROM cases_case")
    assert _may("UPDATE cases_case SET id = id")
    assert not _may("CREATE TABLE more (id int)")
    assert not _may("DELETE FROM django_migrations")
