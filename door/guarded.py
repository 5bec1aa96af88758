"""Models that refuse the back door: their rows change only while the doorway holds their case open."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import UUID

from django.db import models

from core.keys import new_key
from core.refusals import OutsideAnAction

_open: ContextVar[frozenset[UUID]] = ContextVar("open_cases", default=frozenset())


@contextmanager
def opened(*case_keys: UUID) -> Iterator[None]:
    """Holds these cases open for change. Only the doorway (``cases.action``) calls it."""
    token = _open.set(_open.get() | frozenset(case_keys))
    try:
        yield
    finally:
        _open.reset(token)


def _require_open(key: UUID, what: str) -> None:
    if key not in _open.get():
        raise OutsideAnAction(f"{what} of case {key} was about to change outside an action")


class GuardedQuerySet(models.QuerySet):
    """Bulk changes ask the same question as ``save``."""

    def _require_all_open(self) -> None:
        if self.exclude(**{f"{self.model.guarded_by}__in": _open.get()}).exists():
            raise OutsideAnAction(f"some {self.model.__name__} rows belong to cases that are not open")

    def update(self, **kwargs):
        self._require_all_open()
        column = self.model._meta.get_field(self.model.guarded_by)
        for name in {column.name, column.attname} & kwargs.keys():
            _require_open(getattr(kwargs[name], "pk", kwargs[name]), self.model.__name__)
        return super().update(**kwargs)

    def delete(self):
        self._require_all_open()
        return super().delete()

    def bulk_create(self, objs, *args, **kwargs):
        objs = list(objs)
        for obj in objs:
            _require_open(getattr(obj, self.model.guarded_by), self.model.__name__)
        return super().bulk_create(objs, *args, **kwargs)

    def bulk_update(self, objs, *args, **kwargs):
        objs = list(objs)
        for obj in objs:
            _require_open(getattr(obj, self.model.guarded_by), self.model.__name__)
        return super().bulk_update(objs, *args, **kwargs)


class OfAnAuthority(models.Model):
    """Every row belongs to one authority, but for the registers listed in ``door.tenancy``."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    authority = models.ForeignKey(
        "accounts.Authority", on_delete=models.PROTECT, db_column="authority", related_name="+"
    )

    class Meta:
        abstract = True


class Guarded(OfAnAuthority):
    """A row of one case. ``guarded_by`` names the column that holds the case's key."""

    guarded_by = "case_id"

    objects = GuardedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        """Asks for the case the row belongs to, and for the one it was kept under when it was read."""
        kept_under = getattr(self, "_kept_under", None)
        for key in {getattr(self, self.guarded_by), kept_under or getattr(self, self.guarded_by)}:
            _require_open(key, type(self).__name__)
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        _require_open(getattr(self, self.guarded_by), type(self).__name__)
        return super().delete(*args, **kwargs)

    @classmethod
    def from_db(cls, db, field_names, values):
        row = super().from_db(db, field_names, values)
        row._kept_under = row.__dict__.get(cls.guarded_by)
        return row
