"""The hash chain, one per authority: shows that no entry was altered, removed or slipped in."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from ledger.models import Entry, Link

FIRST = "0" * 64


def digest_of(entry: Entry, before: str) -> str:
    """SHA-256 over the digest before and the whole of the entry, in one fixed spelling."""
    whole = {
        "id": str(entry.pk),
        "authority": entry.authority,
        "event": entry.event,
        "case_ref": str(entry.case_ref),
        "part": entry.part,
        "about": str(entry.about),
        "actor_ref": entry.actor_ref,
        "moved": [entry.moved_from, entry.moved_to],
        "facts": entry.facts,
        "effective_on": entry.effective_on.isoformat(),
        "recorded_at": entry.recorded_at.timestamp(),
        "because": str(entry.because),
    }
    return hashlib.sha256((before + json.dumps(whole, sort_keys=True)).encode()).hexdigest()


def seal(authority: str, batch: int = 5000) -> int:
    """Chains every entry not chained yet, oldest first. Returns how many. Safe to run twice at once."""
    sealed = 0
    with transaction.atomic():
        _one_at_a_time(authority)
        last = Link.objects.filter(authority=authority).order_by("-place").first()
        place, before = (last.place, last.digest) if last else (0, FIRST)
        unsealed = Entry.objects.filter(authority=authority).extra(
            where=["NOT EXISTS (SELECT 1 FROM ledger_link l WHERE l.authority = ledger_entry.authority"
                   " AND l.entry_ref = ledger_entry.id)"]
        )  # fmt: skip
        links: list[Link] = []
        for entry in unsealed.order_by("recorded_at", "pk").iterator(batch):
            place, before = place + 1, digest_of(entry, before)
            links.append(Link(authority=authority, place=place, entry_ref=entry.pk, digest=before))
            if len(links) == batch:
                sealed += len(Link.objects.bulk_create(links))
                links = []
        sealed += len(Link.objects.bulk_create(links))
    return sealed


@dataclass(frozen=True)
class Broken:
    """A place where the chain does not hold, and what is wrong there."""

    authority: str
    place: int
    entry_ref: UUID
    wrong: str


def broken_links(authority: str) -> Iterator[Broken]:
    """Reads the chain from the beginning and names every place where it does not hold."""
    entries = {}
    before, expected = FIRST, 1
    links = Link.objects.filter(authority=authority).order_by("place")
    for page in _pages(links.iterator(2000), 2000):
        entries = Entry.objects.in_bulk([link.entry_ref for link in page])
        for link in page:
            if link.place != expected:
                yield Broken(authority, expected, link.entry_ref, "a link is missing before this one")
            entry = entries.get(link.entry_ref)
            if entry is None:
                yield Broken(authority, link.place, link.entry_ref, "the entry is gone")
            elif digest_of(entry, before) != link.digest:
                yield Broken(authority, link.place, link.entry_ref, "the entry was altered")
            before, expected = link.digest, link.place + 1


def _pages(rows, size):
    page = []
    for row in rows:
        page.append(row)
        if len(page) == size:
            yield page
            page = []
    if page:
        yield page


def _one_at_a_time(authority: str) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"seal:{authority}"])
