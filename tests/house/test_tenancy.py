"""Every row belongs to one authority, and nothing links one council's row to another's: the database itself refuses."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, models, transaction

from door.privacy import our_models
from door.tenancy import SHARED
from tests.house.tables import asked, columns_of_foreign_keys, constraints, tenants
from tests.personas import SALFORD, THURROCK

pytestmark = pytest.mark.django_db

WITHOUT_A_HOLD = {"ledger_entry", "ledger_link", "ledger_viewing"}
"""History points at nothing and nothing points at it: it must outlive what it describes, so it has no foreign keys to
hold together, and a link that cannot exist needs no UNIQUE (authority, id)."""


def of_tenants():
    return [pytest.param(model, id=model._meta.db_table) for model in tenants()]


def links(model) -> list[models.ForeignKey]:
    """The foreign keys of a model to rows of its own authority."""
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and field.remote_field.model in tenants()
    ]


def test_the_shared_registers_are_models_of_ours():
    assert {model._meta.label for model in our_models()} >= SHARED


@pytest.mark.parametrize("model", of_tenants())
def test_every_row_names_its_authority(model):
    assert model._meta.get_field("authority").column == "authority"
    assert not model._meta.get_field("authority").null


@pytest.mark.parametrize("model", of_tenants())
def test_every_link_inside_an_authority_is_held_by_the_pair(model):
    held = columns_of_foreign_keys(model._meta.db_table)
    for field in links(model):
        there = field.remote_field.model._meta.db_table
        assert (("authority", field.column), there, ("authority", "id")) in held, field
        assert ((field.column,), there, ("id",)) not in held, f"{field} is also held by its key alone"


@pytest.mark.parametrize("model", of_tenants())
def test_every_row_can_be_pointed_at_by_the_pair(model):
    table = model._meta.db_table
    unique = constraints(table, "u").values()
    assert ("UNIQUE (authority, id)" in unique) == (table not in WITHOUT_A_HOLD)


@pytest.mark.parametrize("table", sorted(WITHOUT_A_HOLD))
def test_history_has_no_links_at_all(table):
    assert columns_of_foreign_keys(table) == set()


def every_link() -> list:
    return [
        pytest.param(model._meta.db_table, field.column, field.remote_field.model._meta.db_table, id=str(field))
        for model in tenants()
        for field in links(model)
    ]


@pytest.mark.parametrize(("table", "column", "there"), every_link())
def test_a_link_to_another_councils_row_is_impossible_in_sql(world, table, column, there):
    """Tries it, column by column: a row of Salford made to point at a row of Thurrock."""
    mine, ours, theirs = a_row_of(table, SALFORD), a_row_of(there, SALFORD), a_row_of(there, THURROCK)
    asked(f"SET CONSTRAINTS {table}_{column}_held IMMEDIATE")  # now, and not at the end: the test never commits
    with pytest.raises(IntegrityError, match=f"{table}_{column}_held"), transaction.atomic():
        asked(f"UPDATE {table} SET {column} = %s WHERE id = %s", theirs, mine)
    with transaction.atomic():
        asked(f"UPDATE {table} SET {column} = %s WHERE id = %s", ours, mine)
        transaction.set_rollback(True)  # the rest of that row points at nothing


def a_row_of(table: str, code: str):
    """The key of some row of that table at that authority, without a care for what it says."""
    asked("SET CONSTRAINTS ALL DEFERRED")
    columns = asked(
        "SELECT column_name, data_type, is_nullable = 'YES', column_default IS NOT NULL"
        " FROM information_schema.columns WHERE table_name = %s AND table_schema = current_schema()",
        table,
    )
    key = uuid4()
    given = {"id": key, "authority": code}
    for name, kind, may_be_empty, has_default in columns:
        if name not in given and not may_be_empty and not has_default:
            given[name] = ANYTHING[kind]
    given |= {column: value for (in_table, column), value in EXACTLY.items() if in_table == table}
    if "entry_ref" in given:
        given["entry_ref"] = uuid4()
    if "reference" in given:
        given["reference"] = key.hex[:20]
    names = ", ".join(given)
    asked("SET LOCAL session_replication_role = replica")  # the rows around it do not matter here
    asked(f"INSERT INTO {table} ({names}) VALUES ({', '.join(['%s'] * len(given))})", *given.values())
    asked("SET LOCAL session_replication_role = origin")
    return key


ANYTHING = {
    "uuid": "00000000-0000-7000-8000-000000000000",
    "character varying": "",
    "text": "",
    "date": "2026-11-18",
    "timestamp with time zone": "2026-11-18T11:02:00Z",
    "boolean": False,
    "integer": 1,
    "bigint": 1,
    "smallint": 0,
    "jsonb": "{}",
    "bytea": b"",
}
EXACTLY = {
    ("provision_service", "takes"): True,
    ("provision_service", "share"): 90,
    ("accounts_team", "kind"): "locality",
    ("cases_involvement", "team_id"): ANYTHING["uuid"],
    ("notices_dispatch", "address"): "a@b.example",
    ("cases_task", "team_id"): ANYTHING["uuid"],
    ("panels_decision", "put_off"): True,
    ("cases_caseload", "team_id"): ANYTHING["uuid"],
    ("talking_talk", "carer_id"): ANYTHING["uuid"],
    ("profiles_profile", "carer_id"): ANYTHING["uuid"],
    ("people_learning", "words"): "The Barn",
    ("ehcp_telling", "nobody_because"): "Nobody",
}
"""What a check constraint insists on."""
