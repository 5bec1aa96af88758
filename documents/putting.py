"""A colleague puts files with a case: the good ones are kept, and of every other it is said why not."""

from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction

from accounts.who import Who
from cases.models import Case
from cases.words import Part
from core.words import _
from documents import store
from documents.actions.add import About, File, add
from documents.models import Document
from documents.taking import take

THERE = _("This file is with the case already.")


@dataclass
class Put:
    """What became of the files that were chosen."""

    kept: list[str] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    """The name of each that was not taken, and why."""


def put_with_case(case_key: UUID, uploads, about: About, *, part: Part, by: Who) -> Put:
    """Puts files in one part of a case, all of one kind and from one person. Raises NotAllowed; then none is kept."""
    put, files = Put(), []
    for upload in uploads:
        taken = take(upload)
        if taken.file is None:
            put.refused.append((upload.name, taken.refusal))
        else:
            files.append(taken.file)
    try:
        with transaction.atomic():
            _lock(case_key, by)
            for file in files:
                if _is_there(case_key, file, part):
                    put.refused.append((file.name, THERE))
                else:
                    add(case_key, file, by=by, part=part, named=case_key, about=about)
                    put.kept.append(file.stored_as)
    except BaseException:
        put.kept.clear()
        raise
    finally:
        for file in files:
            if file.stored_as not in put.kept:
                store.forget(file.stored_as)
    put.kept = [file.name for file in files if file.stored_as in put.kept]
    return put


def _lock(case_key: UUID, by: Who) -> None:
    """So that the same file, sent by two presses at once, is found by the second. The doorway asks for the same row."""
    Case.objects.select_for_update(no_key=True).get(pk=case_key, authority_id=by.authority_id)


def _is_there(case_key: UUID, file: File, part: Part) -> bool:
    """Looked for in the chosen part alone: of no other may it be told whether the file is there."""
    return Document.objects.filter(case=case_key, sha256=file.sha256, part=part).exists()
