"""Reading the outbox."""

from collections.abc import Iterable
from uuid import UUID

from accounts.who import Who
from notices.models import Dispatch


def post_that_would_not_go(who: Who, newest: int = 100) -> list[Dispatch]:
    """The asker's authority's stopped letters, newest first."""
    return list(
        Dispatch.objects.filter(authority_id=who.authority_id, stopped_at__isnull=False).order_by("-stopped_at")[
            :newest
        ]
    )


def letters_of(case_refs: Iterable[UUID]) -> list[Dispatch]:
    """Every letter about the records of one child, newest first."""
    return list(Dispatch.objects.filter(case_ref__in=list(case_refs)).order_by("-written_at"))


def written_already(authority_id: str, keys: Iterable[UUID]) -> set[UUID]:
    """Which of these letters, named by what they tell of, have been written before."""
    kept = Dispatch.objects.filter(authority_id=authority_id, entry_ref__in=list(keys))
    return set(kept.values_list("entry_ref", flat=True))


def undelivered_count(authority_id: str) -> int:
    """Letters that did not arrive and wait for somebody."""
    return Dispatch.objects.filter(authority_id=authority_id, stopped_at__isnull=False).count()
