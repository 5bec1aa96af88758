"""Looks for files whose bytes are gone or have waited too long for the virus checker."""

from collections.abc import Iterator

from cases.findings import Finding
from cases.patrol import ask
from documents.models import Document
from documents.store import path_of

WAITED_TOO_LONG = """
SELECT authority, id FROM documents_document WHERE scan = 'waiting' AND received_on < current_date - 1
"""


def findings() -> Iterator[Finding]:
    """Everything wrong with files."""
    yield from ask("a file the virus checker has not answered for in a day", WAITED_TOO_LONG)
    for document in Document.objects.only("pk", "authority_id", "stored_as").iterator(2000):
        if not path_of(document.stored_as).exists():
            yield Finding("a file whose bytes are gone", document.authority_id, str(document.pk))
