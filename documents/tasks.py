"""Every minute: ask the virus checker about files that wait. Every night: forget half-done requests."""

from celery import shared_task

from cases import drafts
from documents.actions.note_check import note_check
from documents.models import Document
from documents.scanning import CheckerAway, scan
from documents.store import forget, path_of
from documents.words import Scan


@shared_task(name="documents.tasks.check_waiting")
def check_waiting(at_most: int = 200) -> int:
    """Checks up to ``at_most`` files and says how many got an answer. One without does not hold up the rest."""
    answered = 0
    for document in Document.objects.filter(scan=Scan.WAITING).order_by("pk")[:at_most]:
        try:
            result = scan(path_of(document.stored_as))
        except CheckerAway:
            break
        note_check(document.pk, result)
        answered += result != Scan.WAITING
    return answered


@shared_task(name="documents.tasks.forget_old_drafts")
def forget_old_drafts() -> int:
    """Forgets half-done requests that nobody came back to, with their files. Sent files are the case's and stay."""
    forgotten = 0
    for draft in drafts.too_old():
        for stored_as in drafts.forget(draft):
            forget(stored_as)
        forgotten += 1
    return forgotten
