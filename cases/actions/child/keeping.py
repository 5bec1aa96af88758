"""What every change to what we know of a child does: keeps what stood before, and says what kind of thing it was."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Model

from accounts.who import Who
from cases import sight
from cases.action import action
from cases.models import Case
from cases.secrecy import records_of_child
from core import clock
from core.events import Event
from ledger.models import Entry
from people.models import Child, Earlier
from people.words import Kept

NOT_KEPT = {"id", "person", "authority", "case_ref", "child", "entered_by", "entered_at", "mistaken_at"}
"""What is the same in every version, or tells who wrote it and not what."""


def changes(row: Model, new: Mapping[str, Any]) -> set[str]:
    """The fields that would say something else."""
    return {name for name, value in new.items() if getattr(row, name) != value}


def keep_before(row: Model, kind: Kept, *, by: Who, secret: bool = False) -> None:
    """Writes down how a row stood, within the act that changes it."""
    names = [field.attname for field in row._meta.concrete_fields if field.name not in NOT_KEPT]
    Earlier(
        authority_id=row.authority_id,  # type: ignore[attr-defined]
        case_ref=row.case_ref,  # type: ignore[attr-defined]
        kind=kind,
        about=row.pk,
        kept={name: _plain(getattr(row, name)) for name in names},
        secret=secret,
        until_at=clock.now(),
        replaced_by=by.ref,
    ).save()


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


def of(case: Case) -> dict[str, Any]:
    """What every row of a case begins with."""
    return {"authority_id": case.authority_id, "case_ref": case.pk, "child_id": case.child_id}


def in_order(since: date | None, until: date | None) -> dict[str, str]:
    """What is wrong with a pair of days."""
    if since and until and until < since:
        return {"until": "The last day must not be before the first"}
    return {}


def take_off_the_page(case_key: UUID, field: str, *, by: Who, because: Entry) -> None:
    """Once a home or a school is secret, what a request said of it stands on no page and in no list any more: on every
    record of the child that the doer may see. It stays readable with what is secret."""
    for key in records_of_child(case_key):
        if sight.visible_to(by).filter(pk=key).exists():
            _take_off(key, field, by=by, because=because)


def _take_off(key: UUID, field: str, *, by: Who, because: Entry) -> None:
    with action(Event.CHILD_CHANGED, by=by, subject=lambda: Case.objects.get(pk=key), because=because) as act:
        child = Child.objects.get(pk=act.case.child_id)
        if not getattr(child, field):
            act.abandon()
            return
        keep_before(child, Kept.CHILD, by=by, secret=True)
        setattr(child, field, "")
        child.save()
        act.about, act.facts = child.pk, {"what": "place"}
