"""Nightly: chain the day's entries."""

from celery import shared_task

from accounts.selectors import authorities
from ledger.seal import seal as seal_authority


@shared_task(name="ledger.tasks.seal")
def seal() -> None:
    """Seals every authority's history."""
    for authority in authorities():
        seal_authority(authority.pk)
