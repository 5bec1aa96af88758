"""What families may do with files: put them with a half-done request, take them out again, send them."""

from uuid import UUID

from cases import drafts
from cases.models import Draft, DraftFile
from core.words import _
from documents import store
from documents.actions.add import File
from documents.rules import SAID
from documents.taking import take

__all__ = ["MOST", "SAID", "drop", "files_of", "put", "to_send"]

MOST = 10
"""Files with one request. More can follow later."""


def put(draft: Draft, uploaded) -> str | None:
    """Keeps one uploaded file with a draft. Returns why not, or None when it was kept."""
    taken = take(uploaded)
    if taken.file is None:
        return taken.refusal
    file, kept = taken.file, False
    try:
        with drafts.held(draft) as now:
            if now.became:
                return _("The request was sent before this file came, so the file is not with it.")
            if now.files.count() >= MOST:
                return _("There are as many files as we can take with one request.")
            if not now.files.filter(sha256=file.sha256).exists():
                kept = bool(DraftFile.objects.create(authority_id=now.authority_id, draft=now, **vars(file)))
    finally:
        if not kept:
            store.forget(file.stored_as)
    return None


def files_of(draft: Draft) -> list[DraftFile]:
    """The files with a draft, in the order they came."""
    return list(draft.files.order_by("pk"))


def drop(draft: Draft, key: UUID) -> None:
    """Takes a file out of a draft for good. Nothing happens when it is not there, or is the case's by now."""
    with drafts.held(draft):
        rows = list(draft.files.filter(pk=key))
        for row in rows:
            row.delete()
    for row in rows:
        store.forget(row.stored_as)


def to_send(draft: Draft) -> list[File]:
    """The draft's files, as the act of receiving wants them."""
    return [File(row.name, row.media_type, row.size, row.sha256, row.stored_as) for row in files_of(draft)]
