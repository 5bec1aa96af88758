"""History can be added to and read. The database itself refuses everything else, whoever asks."""

from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from core.events import Event
from ledger import looking
from ledger.models import Entry, Link, Viewing
from ledger.seal import seal
from tests.factories.requests import received
from tests.personas import SALFORD

pytestmark = pytest.mark.django_db
TABLES = ["ledger_entry", "ledger_link", "ledger_viewing"]
MODELS = [Entry, Link, Viewing]


@pytest.fixture
def history(world):
    """At least one row in each table."""
    referral = received()
    looking.note(authority=SALFORD, case_ref=referral.case_id, actor_ref="person:x", page="case")
    seal(SALFORD)
    assert all(model.objects.exists() for model in MODELS)


def refused(sql: str) -> str:
    with pytest.raises(DatabaseError) as refusal, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    return str(refusal.value)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    ("verb", "sql"),
    [
        ("UPDATE", "UPDATE {table} SET authority = '883'"),
        ("UPDATE", "UPDATE {table} SET authority = authority WHERE authority = '355'"),
        ("DELETE", "DELETE FROM {table}"),
        ("DELETE", "DELETE FROM {table} WHERE authority = '355'"),
        ("TRUNCATE", "TRUNCATE {table}"),
        ("TRUNCATE", "TRUNCATE {table} CASCADE"),
    ],
)
def test_the_database_refuses(history, table, verb, sql):
    assert f"append-only: {verb} on {table} is refused" in refused(sql.format(table=table))


@pytest.mark.parametrize("table", TABLES)
def test_no_trick_of_sql_gets_round_it(history, table):
    copied = f"SELECT * FROM {table} LIMIT 1"
    for sql in (
        f"WITH gone AS (DELETE FROM {table} RETURNING *) SELECT * FROM gone",
        f"INSERT INTO {table} {copied} ON CONFLICT (id) DO UPDATE SET authority = '883'",
        f"MERGE INTO {table} t USING ({copied}) s ON t.id = s.id WHEN MATCHED THEN DELETE",
    ):
        assert "append-only" in refused(sql)


@pytest.mark.parametrize("model", MODELS)
def test_the_models_are_refused_too(history, model):
    row = model.objects.first()
    row.authority = "883"
    for change in (row.save, row.delete, model.objects.all().delete, lambda: model.objects.update(authority="883")):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            change()


def test_every_table_of_history_is_guarded_by_both_triggers(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, t.tgname, t.tgenabled FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
            "WHERE c.relname LIKE 'ledger\\_%%' AND NOT t.tgisinternal"
        )
        found = set(cursor.fetchall())
    assert {(table, name) for table, name, _ in found} == {
        (table, name) for table in TABLES for name in ("append_only", "append_only_whole")
    }
    assert {enabled for _, _, enabled in found} == {"O"}


def test_history_can_be_added_to(history):
    before = Entry.objects.count()
    Entry.objects.create(
        event=Event.CASE_JOINED,
        authority=SALFORD,
        case_ref=uuid4(),
        part="core",
        actor_ref="x",
        effective_on="2026-01-05",
    )
    assert Entry.objects.count() == before + 1


def test_facts_are_codes_and_dates_and_never_what_somebody_wrote(history):
    for entry in Entry.objects.all():
        for value in entry.facts.values():
            assert isinstance(value, str)
            assert " " not in value
            assert len(value) <= 64
