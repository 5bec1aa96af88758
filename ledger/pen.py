"""Writes history. Only the doorway holds the pen."""

from datetime import date
from uuid import UUID

from core import clock
from core.events import Event
from ledger.models import Entry


def write(
    event: Event,
    *,
    authority: str,
    case_ref: UUID | None,
    part: str,
    about: UUID | None,
    actor_ref: str,
    effective_on: date,
    facts: dict[str, str],
    moved: tuple[str, str] = ("", ""),
    because: UUID | None = None,
) -> Entry:
    """One entry. The database stamps the moment, unless the clock is held (demonstration, seed, tests)."""
    stamped = {"recorded_at": clock.now()} if clock.is_held() else {}
    return Entry.objects.create(
        event=event,
        authority=authority,
        case_ref=case_ref,
        part=part,
        about=about,
        actor_ref=actor_ref,
        effective_on=effective_on,
        facts=facts,
        moved_from=moved[0],
        moved_to=moved[1],
        because=because,
        **stamped,
    )
