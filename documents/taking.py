"""Taking an uploaded file: looked at, and its bytes kept, before anything names it."""

import logging
from dataclasses import dataclass

from django.conf import settings

from core.words import _
from documents import rules, store
from documents.actions.add import File

log = logging.getLogger(__name__)
NOT_NOW = _("We could not keep the file just now. Try again in a minute, or go on without it.")


@dataclass(frozen=True)
class Taken:
    """A file in the store that nothing names yet, or why it was not taken."""

    file: File | None = None
    refusal: str = ""


def take(uploaded) -> Taken:
    """Keeps the bytes of an upload. Whoever does not name the file afterwards must forget it again."""
    head = uploaded.read(rules.SNIFF)
    uploaded.seek(0)
    name = rules.safe_name(uploaded.name)
    found = rules.sniff(name, head, uploaded.size, settings.ATTACHMENT_MAX_BYTES)
    if found.refusal:
        return Taken(refusal=found.refusal)
    if found.media_type == rules.WORD and (refusal := rules.against_word_file(uploaded.file)):
        return Taken(refusal=refusal)
    try:
        stored = store.keep(uploaded.chunks())
    except OSError as error:
        log.error("a file could not be kept: %s", type(error).__name__)
        return Taken(refusal=NOT_NOW)
    return Taken(File(name, found.media_type, stored.size, stored.sha256, stored.stored_as))
