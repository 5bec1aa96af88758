"""Holds every row inside its authority, in SQL: a link from one council's row to another's cannot exist."""

from django.db import migrations, models

SHARED = {
    "accounts.Authority",
    "accounts.Agency",
    "accounts.Person",
    "accounts.SignedIn",
    "cases.Heartbeat",
}
"""The registers that belong to no single authority. Django's and allauth's own tables are shared too."""


def tenant_link(to: str, **kwargs) -> models.ForeignKey:
    """A foreign key to another row of the same authority; the database holds the pair, not the key alone."""
    kwargs.setdefault("on_delete", models.PROTECT)
    kwargs.setdefault("related_name", "+")
    return models.ForeignKey(to, db_constraint=False, **kwargs)


class HoldTogether(migrations.RunSQL):
    """Gives ``table`` UNIQUE (authority, id), and each of ``links`` a composite foreign key.

    ``links`` maps a column to the table it points at. Every tenant table passes through here once;
    a house test finds the one forgotten.
    """

    def __init__(self, table: str, links: dict[str, str] | None = None) -> None:
        forward = [f"ALTER TABLE {table} ADD CONSTRAINT {table}_held UNIQUE (authority, id)"]
        backward = []
        for column, target in (links or {}).items():
            forward.append(
                f"ALTER TABLE {table} ADD CONSTRAINT {table}_{column}_held FOREIGN KEY (authority, {column}) "
                f"REFERENCES {target} (authority, id) DEFERRABLE INITIALLY DEFERRED"
            )
            backward.append(f"ALTER TABLE {table} DROP CONSTRAINT {table}_{column}_held")
        backward.append(f"ALTER TABLE {table} DROP CONSTRAINT {table}_held")
        self._arguments = (table, links)
        super().__init__("; ".join(forward), "; ".join(backward))

    def deconstruct(self):
        return (self.__class__.__name__, list(self._arguments), {})
