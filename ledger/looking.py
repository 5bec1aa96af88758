"""Looking is recorded."""

from uuid import UUID

from core import clock
from ledger.models import Viewing


def note(*, authority: str, case_ref: UUID, actor_ref: str, page: str) -> None:
    """Writes down that somebody opened a page about a case."""
    stamped = {"seen_at": clock.now()} if clock.is_held() else {}
    Viewing.objects.create(authority=authority, case_ref=case_ref, actor_ref=actor_ref, page=page, **stamped)
