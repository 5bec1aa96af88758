"""The hash chain, one per authority: shows an entry altered, removed or slipped in among those that were chained.

It cannot show alone that the newest links were cut off with their entries, or that all of it was made anew: for that,
keep ``head`` off the host and compare (``manage.py seal_head``).
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from core import clock
from core.keys import first_key_of
from ledger.models import Entry, Link

FIRST = "0" * 64
LONGEST_UNSEALED = timedelta(days=2)
"""Every night chains the day's entries; an entry older than this without a link was missed, or lost its link."""
LONGEST_BACK = timedelta(days=1)
"""How much older an entry may be than the one chained before it. More, and it may have been slipped in."""


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
        last = head(authority)
        place, before = (last.place, last.digest) if last else (0, FIRST)
        links: list[Link] = []
        for entry in _unsealed(authority).order_by("recorded_at", "pk").iterator(batch):
            place, before = place + 1, digest_of(entry, before)
            links.append(Link(authority=authority, place=place, entry_ref=entry.pk, digest=before))
            if len(links) == batch:
                sealed += len(Link.objects.bulk_create(links))
                links = []
        sealed += len(Link.objects.bulk_create(links))
    return sealed


def head(authority: str) -> Link | None:
    """The newest link, whose digest stands for all of this authority's history before it."""
    return Link.objects.filter(authority=authority).order_by("-place").first()


def forgotten(authority: str) -> UUID | None:
    """The oldest entry that was written down two days ago or more and has no link; None when every night did its work.

    Its key tells when it was written: the seed and the demonstration write of the past.
    """
    written_before = first_key_of(clock.now() - LONGEST_UNSEALED)
    return _unsealed(authority).filter(pk__lt=written_before).order_by("pk").values_list("pk", flat=True).first()


def _unsealed(authority: str) -> QuerySet[Entry]:
    link = Link.objects.filter(authority=authority, entry_ref=OuterRef("pk"))
    return Entry.objects.filter(~Exists(link), authority=authority)


@dataclass(frozen=True)
class Broken:
    """A place where the chain does not hold, and what is wrong there."""

    authority: str
    place: int
    entry_ref: UUID
    wrong: str


def broken_links(authority: str) -> Iterator[Broken]:
    """Reads the chain from the beginning and names every place where it does not hold.

    Where a link is missing nobody knows the digest before the next one, so nothing is said about that next entry.
    """
    before, expected = FIRST, 1
    dated: datetime | None = None
    links = Link.objects.filter(authority=authority).order_by("place")
    for page in _pages(links.iterator(2000), 2000):
        entries = Entry.objects.in_bulk([link.entry_ref for link in page])
        for link in page:
            entry = entries.get(link.entry_ref)
            if link.place != expected:
                yield Broken(authority, expected, link.entry_ref, "a link is missing before this one")
            if entry is None:
                yield Broken(authority, link.place, link.entry_ref, "the entry is gone")
            elif link.place == expected and digest_of(entry, before) != link.digest:
                yield Broken(authority, link.place, link.entry_ref, "the entry was altered")
            elif dated and entry.recorded_at < dated - LONGEST_BACK:
                yield Broken(authority, link.place, link.entry_ref, "the entry is dated long before the one before it")
            dated = entry.recorded_at if entry else dated
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
