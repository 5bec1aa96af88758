"""Reading files."""

from collections.abc import Collection, Mapping
from uuid import UUID

from accounts.who import Who
from cases import sight
from cases.models import Case
from cases.words import Part
from core.refusals import NotAllowed
from documents.models import Document
from documents.words import Scan


def documents_of(who: Who, case: Case) -> list[Document]:
    """The files of a case in the parts open to ``who``."""
    return documents_in({case.pk: sight.parts_open_to(who, case)})


def documents_in(open_: Mapping[UUID, Collection[Part]]) -> list[Document]:
    """The files of several records of one child, each in the parts of it that are open; record by record."""
    order = {key: place for place, key in enumerate(open_)}
    files = Document.objects.filter(case__in=list(open_)).order_by("pk")
    return sorted((row for row in files if row.part in open_[row.case_id]), key=lambda row: order[row.case_id])


def file_to_open(who: Who, key: UUID) -> Document:
    """A file ``who`` may open now. NotAllowed (unseen) for a stranger, (seen) while it is shut."""
    document = Document.objects.select_related("case").get(pk=key)
    if not sight.may_see(who, document.case) or Part(document.part) not in sight.parts_open_to(who, document.case):
        raise NotAllowed("not theirs to open")
    if not Scan(document.scan).may_open:
        raise NotAllowed(Scan(document.scan).words, seen=True)
    return document
