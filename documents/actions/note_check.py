"""The virus checker answered about a file."""

from uuid import UUID

from accounts.who import machine
from cases.action import action
from cases.words import Part
from core.events import Event
from documents.models import Document
from documents.words import Scan


def note_check(document_key: UUID, result: Scan) -> None:
    """Records the answer. Nothing happens when the file was answered for meanwhile, or still waits."""
    waiting = Document.objects.get(pk=document_key)
    by = machine("scanner", waiting.authority_id)
    with action(
        Event.DOCUMENT_CHECKED, by=by, subject=lambda: Document.objects.get(pk=document_key), part=Part(waiting.part)
    ) as act:
        if act.subject.scan != Scan.WAITING or result == Scan.WAITING:
            act.abandon()
        else:
            act.subject.scan = result
            act.facts["result"] = result
