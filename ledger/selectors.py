"""Reading history."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from core.events import Event
from ledger.models import Entry, Viewing
from ledger.words import SAY, say


@dataclass(frozen=True)
class Told:
    """One entry, told."""

    event: str
    sentence: str
    actor_ref: str
    effective_on: date
    recorded_at: datetime
    about: UUID | None
    case_ref: UUID | None


def history(case_refs: Iterable[UUID], parts: Iterable[str], *, newest: int = 100, table=SAY) -> list[Told]:
    """What happened on the records of one child, newest first, as far as the reader may see their parts."""
    entries = Entry.objects.filter(case_ref__in=list(case_refs), part__in=list(parts)).order_by("-recorded_at", "-pk")[
        :newest
    ]
    told = []
    for entry in entries:
        sentence = say(Event(entry.event), entry.facts, entry.effective_on, table)
        if sentence:
            told.append(
                Told(
                    entry.event,
                    sentence,
                    entry.actor_ref,
                    entry.effective_on,
                    entry.recorded_at,
                    entry.about,
                    entry.case_ref,
                )
            )
    return told


def who_looked(case_ref: UUID, *, newest: int = 50, but: str = "", not_by: Iterable[str] = ()) -> list[Viewing]:
    """Who opened the pages of a case, newest first: without the openings of the page called ``but``, where it is not
    the reader's to know that there is such a page, and without those of ``not_by``."""
    rows = Viewing.objects.filter(case_ref=case_ref).exclude(page=but).exclude(actor_ref__in=list(not_by))
    return list(rows.order_by("-seen_at")[:newest])


def office_history(authority_id: str, about: UUID, *, newest: int = 50) -> list[Told]:
    """What was done about something of the authority's own, such as a colleague, the newest first."""
    entries = Entry.objects.filter(authority=authority_id, about=about, case_ref=None)
    return [
        Told(
            entry.event,
            say(Event(entry.event), entry.facts, entry.effective_on) or "",
            entry.actor_ref,
            entry.effective_on,
            entry.recorded_at,
            entry.about,
            None,
        )
        for entry in entries.order_by("-recorded_at", "-pk")[:newest]
    ]
