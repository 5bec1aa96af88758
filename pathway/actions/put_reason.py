"""An officer says why a date cannot be kept, with a file that shows it: both are kept, or neither."""

from dataclasses import replace
from uuid import UUID

from django.db import transaction

from accounts.who import Who
from cases.actions.excuse import Given, Invalid, propose
from cases.models import Excuse
from cases.words import Part
from documents.actions.add import add
from documents.store import forget
from documents.taking import take


def put_reason(case_key: UUID, deadline_key: UUID, given: Given, upload=None, *, by: Who) -> Excuse:
    """Puts a ground to a manager, with its evidence, which only those who may read excuses can open.

    Raises Invalid with what is wrong by field, Refused, NotAllowed; then no file is kept either.
    """
    if upload is None:
        return propose(deadline_key, given, by=by, named=case_key)
    taken = take(upload)
    if taken.file is None:
        raise Invalid({"file": taken.refusal})
    try:
        with transaction.atomic():
            document = add(case_key, taken.file, by=by, part=Part.EXCUSES, named=case_key)
            return propose(deadline_key, replace(given, evidence_file=document.pk), by=by, named=case_key)
    except BaseException:
        forget(taken.file.stored_as)
        raise
