"""Our tables, read from the models and from the live database's own catalogue."""

from django.apps import apps
from django.db import connection, models

from door.privacy import our_models
from door.tenancy import SHARED


def tenants() -> list[type[models.Model]]:
    """Every model of ours whose rows belong to one authority."""
    return sorted(
        (model for model in our_models() if model._meta.label not in SHARED and model._meta.managed),
        key=lambda model: model._meta.db_table,
    )


def tenant_tables() -> list[str]:
    """Their tables."""
    return [model._meta.db_table for model in tenants()]


def shared_tables() -> list[str]:
    """Every other table: the registers, and what Django and its packages keep."""
    mine = set(tenant_tables())
    return sorted({model._meta.db_table for model in apps.get_models(include_auto_created=True)} - mine)


def asked(sql: str, *values) -> list[tuple]:
    """The rows of a query."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall() if cursor.description else []


def constraints(table: str, kind: str) -> dict[str, str]:
    """A table's constraints of one kind (``p`` primary, ``u`` unique, ``f`` foreign key): name and definition."""
    return dict(
        asked(
            "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint"
            " WHERE conrelid = %s::regclass AND contype = %s ORDER BY conname",
            table,
            kind,
        )
    )


def columns_of_foreign_keys(table: str) -> set[tuple[tuple[str, ...], str, tuple[str, ...]]]:
    """Each foreign key as (columns, table it points at, columns there)."""
    rows = asked(
        """
        SELECT ARRAY(SELECT a.attname::text FROM unnest(c.conkey) WITH ORDINALITY k(n, place)
                     JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.n ORDER BY place),
               c.confrelid::regclass::text,
               ARRAY(SELECT a.attname::text FROM unnest(c.confkey) WITH ORDINALITY k(n, place)
                     JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.n ORDER BY place)
        FROM pg_constraint c WHERE c.conrelid = %s::regclass AND c.contype = 'f'
        """,
        table,
    )
    return {(tuple(here), there, tuple(keys)) for here, there, keys in rows}
