"""What families may do with files: put them with a half-done request, take them out again, send them."""

import logging
from uuid import UUID

from django.conf import settings

from cases import drafts
from cases.models import Draft, DraftFile
from core.words import _
from documents import rules, store
from documents.actions.add import File
from documents.rules import SAID

log = logging.getLogger(__name__)

__all__ = ["MOST", "SAID", "drop", "files_of", "put", "to_send"]

MOST = 10
"""Files with one request. More can follow later."""


def put(draft: Draft, uploaded) -> str | None:
    """Keeps one uploaded file with a draft. Returns why not, or None when it was kept."""
    head = uploaded.read(rules.SNIFF)
    uploaded.seek(0)
    name = rules.safe_name(uploaded.name)
    found = rules.sniff(name, head, uploaded.size, settings.ATTACHMENT_MAX_BYTES)
    if found.refusal:
        return found.refusal
    if found.media_type == rules.WORD and (refusal := rules.against_word_file(uploaded.file)):
        return refusal
    try:
        stored = store.keep(uploaded.chunks())
    except OSError as error:
        log.error("a file could not be kept: %s", type(error).__name__)
        return _("We could not keep the file just now. Try again in a minute, or go on without it.")
    kept = False
    try:
        with drafts.held(draft) as now:
            if now.became:
                return _("The request was sent before this file came, so the file is not with it.")
            if now.files.count() >= MOST:
                return _("There are as many files as we can take with one request.")
            if not now.files.filter(sha256=stored.sha256).exists():
                kept = bool(_named(now, name, found.media_type, stored))
    finally:
        if not kept:
            store.forget(stored.stored_as)
    return None


def _named(draft: Draft, name: str, media_type: str, stored: store.Stored) -> DraftFile:
    return DraftFile.objects.create(
        authority_id=draft.authority_id,
        draft=draft,
        name=name,
        media_type=media_type,
        size=stored.size,
        sha256=stored.sha256,
        stored_as=stored.stored_as,
    )


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
