"""Every minute: ask the virus checker about files that wait. Every night: forget half-done requests, and bytes
that nothing names."""

import logging
from datetime import timedelta

from celery import shared_task

from cases import drafts
from cases.heartbeat import clock_is_believed
from cases.models import DraftFile
from core import clock
from documents.actions.note_check import note_check
from documents.models import Document
from documents.scanning import CheckerAway, NoAnswer, scan
from documents.store import forget, lying_since, path_of
from documents.words import Scan

log = logging.getLogger(__name__)

SILENCES = 2
"""Files without an answer after which the checker itself is taken to be away. Each costs half a minute."""
NAMED_WITHIN = timedelta(days=2)
"""By then the bytes of an upload are somebody's, or nobody's."""


@shared_task(name="documents.tasks.check_waiting")
def check_waiting(at_most: int = 200) -> int:
    """Checks up to ``at_most`` files and says how many got an answer. They come in any order, so that some without
    an answer hold up the rest for no longer than a few minutes."""
    answered = silences = 0
    for document in Document.objects.filter(scan=Scan.WAITING).order_by("?")[:at_most]:
        try:
            result = scan(path_of(document.stored_as))
            note_check(document.pk, result)
            answered += result != Scan.WAITING
        except NoAnswer:
            silences += 1
            if silences == SILENCES:
                break
        except CheckerAway:
            break
        except Exception as trouble:  # this file's alone
            log.error("file %s could not be checked: %s", document.pk, type(trouble).__name__)
    return answered


@shared_task(name="documents.tasks.forget_old_drafts")
def forget_old_drafts() -> int:
    """Forgets half-done requests that nobody came back to, with their files. Sent files are the case's and stay.

    Nothing while the clock is not believed: a year's jump would forget every one of them.
    """
    if not clock_is_believed():
        return 0
    forgotten = 0
    for draft in drafts.too_old():
        for stored_as in drafts.forget(draft):
            forget(stored_as)
        forgotten += 1
    return forgotten


@shared_task(name="documents.tasks.sweep")
def sweep() -> int:
    """Removes bytes that no file names, such as those of an upload that broke off. Says how many.

    A database that names none at all is not the one these bytes belong to: then nothing is removed.
    """
    if not clock_is_believed() or not (Document.objects.exists() or DraftFile.objects.exists()):
        return 0
    swept = 0
    for old in lying_since((clock.now() - NAMED_WITHIN).timestamp()):
        names = [path.name for path in old]
        in_drafts = DraftFile.objects.filter(stored_as__in=names).values_list("stored_as", flat=True)
        in_cases = Document.objects.filter(stored_as__in=names).values_list("stored_as", flat=True)
        named = set(in_drafts.union(in_cases))  # in one question: a draft may be sent this moment
        for path in old:
            if path.name not in named:
                path.unlink(missing_ok=True)
                swept += 1
    return swept
