"""The schema can be spread over machines by authority: PostgreSQL itself refuses whatever Citus would.

Every tenant table is made again, hash-partitioned by authority and keyed by (authority, id), with every unique index
and every foreign key of the live one. A unique index without the authority, or a foreign key on an id alone, cannot be.
"""

from dataclasses import dataclass

import pytest
from django.db import DatabaseError, transaction

from tests.house.tables import asked, shared_tables, tenant_tables

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@dataclass(frozen=True)
class Refused:
    """Something PostgreSQL would not make again on a spread table."""

    name: str
    because: str


def spread_out() -> list[Refused]:
    """Makes the tenant tables again in a schema of their own, spread by authority. What was refused."""
    asked("CREATE SCHEMA spread")
    tables = tenant_tables()
    refused = [_tried(table, _spread(table)) for table in tables]
    refused += [_tried(name, sql) for table in tables for name, sql in _unique_indexes(table)]
    refused += [_tried(name, sql) for table in tables for name, sql in _foreign_keys(table, tables)]
    return [refusal for refusal in refused if refusal]


def _tried(name: str, sql: str) -> Refused | None:
    try:
        with transaction.atomic():
            asked(sql)
    except DatabaseError as error:
        return Refused(name, str(error).splitlines()[0])
    return None


def _spread(table: str) -> str:
    parts = "; ".join(
        f"CREATE TABLE spread.{table}_{part} PARTITION OF spread.{table} FOR VALUES WITH (MODULUS 2, REMAINDER {part})"
        for part in (0, 1)
    )
    return (
        f"CREATE TABLE spread.{table} (LIKE public.{table} INCLUDING DEFAULTS INCLUDING GENERATED, "
        f"PRIMARY KEY (authority, id)) PARTITION BY HASH (authority); {parts}"
    )


def _unique_indexes(table: str) -> list[tuple[str, str]]:
    """Every unique index but the primary key, made again: UNIQUE constraints have one too."""
    rows = asked(
        "SELECT c.relname, pg_get_indexdef(i.indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
        " WHERE i.indrelid = %s::regclass AND i.indisunique AND NOT i.indisprimary ORDER BY 1",
        f"public.{table}",
    )
    return [(name, definition.replace(f" ON public.{table} ", f" ON spread.{table} ")) for name, definition in rows]


def _foreign_keys(table: str, tables: list[str]) -> list[tuple[str, str]]:
    """Every foreign key, made again: to the spread table where there is one, else to the shared one."""
    rows = asked(
        "SELECT conname, pg_get_constraintdef(oid), (SELECT relname FROM pg_class WHERE oid = confrelid)"
        " FROM pg_constraint WHERE conrelid = %s::regclass AND contype = 'f' ORDER BY 1",
        f"public.{table}",
    )
    made = []
    for name, definition, there in rows:
        schema = "spread" if there in tables else "public"
        there_now = definition.replace(f" REFERENCES {there}(", f" REFERENCES {schema}.{there}(")
        made.append((name, f"ALTER TABLE spread.{table} ADD CONSTRAINT {name} {there_now}"))
    return made


def test_every_table_can_be_spread_by_authority(db):
    assert spread_out() == []


def test_everything_was_made_again(db):
    """No test of nothing: the spread schema holds as many tables, unique indexes and foreign keys as the live one."""
    spread_out()
    tables = tenant_tables()
    assert {"cases_case", "referrals_referral", "ledger_entry", "ledger_link", "ledger_viewing"} <= set(tables)
    count = (
        "SELECT count(*) FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid ="
        " c.relnamespace WHERE n.nspname = %s AND c.relname = ANY(%s) AND i.indisunique"
    )
    assert asked(count, "spread", tables) == asked(count, "public", tables)
    count = (
        "SELECT count(*) FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid JOIN pg_namespace n ON n.oid ="
        " c.relnamespace WHERE n.nspname = %s AND c.relname = ANY(%s) AND f.contype = 'f' AND f.conparentid = 0"
    )
    assert asked(count, "spread", tables) == asked(count, "public", tables)


def test_no_table_with_an_authority_was_left_out(db):
    """A table of ours that names an authority belongs to it, whatever made it."""
    rows = asked(
        "SELECT DISTINCT table_name::text FROM information_schema.columns"
        " WHERE table_schema = 'public' AND column_name IN ('authority', 'authority_id')"
    )
    assert {name for (name,) in rows} == set(tenant_tables())
    assert not {name for (name,) in rows} & set(shared_tables())


PLANTED = {
    "a unique index without the authority": (
        "CREATE UNIQUE INDEX planted ON cases_case (reference)",
        "unique constraint on partitioned table must include all partitioning columns",
    ),
    "a unique index on a part of the rows, without the authority": (
        "CREATE UNIQUE INDEX planted ON cases_deadline (case_id, duty) WHERE ended_on IS NULL",
        "unique constraint on partitioned table must include all partitioning columns",
    ),
    "a foreign key on an id alone": (
        "ALTER TABLE cases_deadline ADD CONSTRAINT planted FOREIGN KEY (case_id) REFERENCES cases_case (id)",
        'there is no unique constraint matching given keys for referenced table "cases_case"',
    ),
}


@pytest.mark.parametrize("what", PLANTED)
def test_what_cannot_be_spread_is_found(db, what):
    statement, because = PLANTED[what]
    asked(statement)
    assert spread_out() == [Refused("planted", because)]


def test_a_foreign_key_to_a_shared_register_is_allowed(db):
    asked("ALTER TABLE cases_deadline ADD COLUMN seen_by uuid CONSTRAINT planted REFERENCES accounts_person (id)")
    assert spread_out() == []
