"""A file is put with a case."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from accounts.who import Who
from cases.action import action
from cases.models import Case
from cases.words import Part
from core import clock
from core.events import Event
from documents.models import Document
from ledger.models import Entry


@dataclass(frozen=True)
class File:
    """A file already in the store."""

    name: str
    media_type: str
    size: int
    sha256: str
    stored_as: str


@dataclass(frozen=True)
class About:
    """What a colleague says of a file they put with a case. Nothing is known of most that families send."""

    title: str = ""
    from_whom: str = ""
    dated_on: date | None = None


UNTITLED = About()


def add(
    case_key: UUID,
    file: File,
    *,
    by: Who,
    because: Entry | None = None,
    part: Part = Part.FILES,
    named: UUID | None = None,
    about: About = UNTITLED,
) -> Document:
    """Puts a stored file with a case, in the part of it that says who may open it. It stays shut until the virus
    checker has answered."""

    def document() -> Document:
        case = Case.objects.get(pk=case_key)
        said = vars(file) | vars(about)
        return Document(authority_id=case.authority_id, case=case, received_on=clock.today(), part=part, **said)

    with action(Event.DOCUMENT_ADDED, by=by, subject=document, because=because, named=named, part=part) as act:
        act.facts["sha256"] = file.sha256
    return act.subject
