"""Letters about a child whose address somebody may not be told: what goes to the family waits until a person has read
it, goes to no address its reader may not be told, and never carries one."""

import re
from collections.abc import Sequence
from uuid import UUID

from django.db.models import Q

from cases.secrecy import addresses_for, is_barred, is_secret, records_of_child
from core import clock
from core.words import _
from notices.addresses import postal_address
from notices.models import Dispatch
from notices.words import HELD, Channel
from people.models import Address, Around, Carer

CARRIES = _("It holds an address that its reader may not be told. Write it anew without.")
NOT_THEIRS = _("Its reader may not be told this address, or it is not one of theirs. Choose one that is written down.")


def why_not(letter: Dispatch) -> str | None:
    """Why a letter must not go, or not yet; None when nothing stands against it. Asked again whenever one would go."""
    carer = _carer_of(letter)
    if carer is None or not is_secret(letter.case_ref):
        return None
    reader = people_who_are(carer, letter.case_ref)
    if carries(letter, reader):
        return CARRIES
    if letter.channel == Channel.PRINT and letter.address not in _postal(carer, reader):
        return NOT_THEIRS
    return None if letter.looked_at else HELD


def addresses_open_to(letter: Dispatch) -> list[str] | None:
    """Where a letter may be posted, as it stands on the envelope, or None where any address may be written: a letter
    that is not to the family, or about a child with nothing kept secret."""
    carer = _carer_of(letter)
    if carer is None or not is_secret(letter.case_ref):
        return None
    return _postal(carer, people_who_are(carer, letter.case_ref))


def written_down(letter: Dispatch) -> list[str]:
    """The addresses written down for the reader of a letter, whether or not anything is secret."""
    carer = _carer_of(letter)
    return _postal(carer, people_who_are(carer, letter.case_ref)) if carer else []


def people_who_are(carer: Carer, case_key: UUID) -> list[Around]:
    """The rows that say who the one who asked is, on any record of the child."""
    here = Around.objects.filter(case_ref__in=records_of_child(case_key), mistaken_at=None)
    same = Q(carer=carer) | Q(email__iexact=carer.email) if carer.email else Q(carer=carer)
    return list(here.filter(same).order_by("pk"))


def reader_of(letter: Dispatch) -> list[Around]:
    """Who the reader of a letter is around the child; nobody, for a letter that is not to the family."""
    carer = _carer_of(letter)
    return people_who_are(carer, letter.case_ref) if carer else []


def carries(letter: Dispatch, reader: list[Around]) -> bool:
    """Whether a letter to the family has in it an address of the child that its reader may not be told."""
    if letter.case_ref is None or not letter.to_ref.startswith("carer:"):
        return False
    return holds_hidden(letter.case_ref, f"{letter.subject}\n{letter.body}", reader)


def holds_hidden(case_key: UUID, written: str, reader: list[Around]) -> bool:
    """Whether a text has in it an address of the child that its reader may not be told: by postcode or first line.
    A reader of whom nothing is written down is told no secret one."""
    return _holds(written, _hidden_from(case_key, reader))


def _hidden_from(case_key: UUID, reader: list[Around]) -> list[str]:
    """What would give away an address of the child that its reader may not be told."""
    told = {str(row.pk) for row in reader}
    hidden = [
        one
        for one in Address.objects.filter(case_ref__in=records_of_child(case_key))
        if (one.secret and not told & set(one.told)) or any(is_barred(row, one) for row in reader)
    ]
    return [part for one in hidden for part in _tell_tales(one) if len(part) > 4]


def _holds(written: str, parts: list[str]) -> bool:
    text = _bare(written)
    return any(part in text for part in parts)


def open_to(person: UUID | None, case_key: UUID, written: str) -> str:
    """A text for somebody of the family who signed in, or nothing where it holds an address they may not be told."""
    return texts_open_to(person, case_key, [written])[0]


def texts_open_to(person: UUID | None, case_key: UUID, texts: Sequence[str]) -> list[str]:
    """Texts for somebody of the family who signed in: each, or nothing where it holds an address they may not be
    told. Asks the database as often for ten texts as for one."""
    if not any(texts):
        return ["" for _text in texts]
    alike = Q(person=person) | Q(carer__person=person)
    rows = Around.objects.filter(alike, case_ref__in=records_of_child(case_key), mistaken_at=None)
    hidden = _hidden_from(case_key, list(rows) if person else [])
    return ["" if _holds(text, hidden) else text for text in texts]


def _tell_tales(one: Address) -> tuple[str, str]:
    return _bare(one.postcode), _bare(one.lines.splitlines()[0])


def _postal(carer: Carer, reader: list[Around]) -> list[str]:
    """The reader’s own addresses, and those of the child that they may be told, each under their name."""
    own = [f"{row.name}\n{row.home}" for row in reader if row.home]
    of_the_child = [f"{carer.name}\n{one.whole}" for one in addresses_for(reader, clock.today())]
    kept = []
    for typed in own + of_the_child:
        try:
            kept.append(postal_address(typed))
        except ValueError:  # too few lines for an envelope
            continue
    return list(dict.fromkeys(kept))


def _carer_of(letter: Dispatch) -> Carer | None:
    kind, _colon, key = letter.to_ref.partition(":")
    if kind != "carer" or letter.case_ref is None:
        return None
    return Carer.objects.filter(pk=UUID(key), authority_id=letter.authority_id).first()


def _bare(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()
