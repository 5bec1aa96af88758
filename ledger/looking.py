"""Looking is recorded."""

from collections.abc import Iterable
from uuid import UUID

from core import clock
from ledger.models import Viewing


def note(*, authority: str, case_ref: UUID, actor_ref: str, page: str) -> None:
    """Writes down that somebody opened a page about a case."""
    Viewing.objects.create(authority=authority, case_ref=case_ref, actor_ref=actor_ref, page=page, **_stamped())


def note_all(*, authority: str, case_refs: Iterable[UUID], actor_ref: str, page: str) -> None:
    """Writes down, in one go, that somebody was shown a list of cases they had asked for by name."""
    Viewing.objects.bulk_create(
        Viewing(authority=authority, case_ref=case_ref, actor_ref=actor_ref, page=page, **_stamped())
        for case_ref in case_refs
    )


def _stamped() -> dict:
    return {"seen_at": clock.now()} if clock.is_held() else {}
