"""Reading the outbox."""

from collections.abc import Iterable
from uuid import UUID

from ledger.models import Entry
from notices.models import TROUBLE, Dispatch
from notices.roster import READ_FIRST

SAFEGUARDING = "safeguarding"
"""The part of a case whose readers may know of a worry."""


def undelivered_count(authority_id: str) -> int:
    """How many letters of an authority would not go or came back, and nobody has dealt with."""
    return Dispatch.objects.filter(TROUBLE, authority_id=authority_id, dealt_at=None).count()


def letters_of(case_refs: Iterable[UUID], parts: Iterable[str]) -> list[Dispatch]:
    """The letters about the records of one child, newest first, but for those that tell of a part the reader may not
    know of: that social care was written to says why."""
    keys, parts = list(case_refs), frozenset(parts)
    hidden = Entry.objects.filter(case_ref__in=keys).exclude(part__in=parts)
    letters = Dispatch.objects.filter(case_ref__in=keys).exclude(entry_ref__in=hidden.values("pk"))
    if SAFEGUARDING not in parts:
        letters = letters.exclude(template=READ_FIRST)
    return list(letters.order_by("-written_at"))


def written_already(authority_id: str, keys: Iterable[UUID]) -> set[UUID]:
    """Which of these letters, named by what they tell of, have been written before."""
    kept = Dispatch.objects.filter(authority_id=authority_id, entry_ref__in=list(keys))
    return set(kept.values_list("entry_ref", flat=True))
