"""Who is written to about a meeting, and whether they may still have the letter when it goes."""

from uuid import UUID

from cases.models import Case
from cases.secrecy import is_secret
from cases.secret_letters import CARRIES, holds_hidden
from ledger.models import Entry
from meetings.company import hides_from, known_as
from meetings.models import Invitee, Meeting
from meetings.words import MeetingState
from notices.models import Dispatch
from notices.readers import Reader
from notices.words import HELD
from people.words import Relationship

NOT_ASKED_ANY_MORE = "Its reader is not asked to this meeting any more."
ADDRESS_CHANGED = "The address has changed since the letter was written."


def invited(entry: Entry, case: Case) -> list[Reader]:
    """Those whom an event about a meeting names, at the address each has now. Whoever did it needs no letter."""
    keys = entry.facts.get("invited", "").split()
    rows = Invitee.objects.filter(meeting=entry.facts["meeting"], pk__in=keys, told_otherwise=False)
    rows = rows.select_related("person", "carer", "around").order_by("pk")
    return [Reader(ref_of(row), address_of(row)) for row in rows if address_of(row) and ref_of(row) != entry.actor_ref]


def family_there(entry: Entry, case: Case) -> list[Reader]:
    """Everybody of the family who was asked to a meeting and signs in at their door, for its notes."""
    return [Reader(ref_of(row), address_of(row)) for row in _of_the_family(entry) if _signs_in(row)]


def there_without_account(entry: Entry, case: Case) -> list[Reader]:
    """The others of the family, and whoever asked from outside: they are told whom to ask for the notes."""
    return [Reader(ref_of(row), address_of(row)) for row in _of_the_family(entry) if not _signs_in(row)]


def _of_the_family(entry: Entry) -> list[Invitee]:
    rows = Invitee.objects.filter(meeting=entry.facts["meeting"], taken_out_at=None, person=None)
    rows = rows.exclude(carer=None, around=None).select_related("carer", "around__carer").order_by("pk")
    return [row for row in rows if address_of(row)]


def _signs_in(row: Invitee) -> bool:
    """Whether there is an account that opens the notes: see ``meetings.family``. Those who work with the child have
    theirs at the desk, and are asked as colleagues."""
    carer = row.carer or (row.around and row.around.carer)
    if row.around and row.around.person_id:
        return True
    return bool(carer and carer.person_id and carer.relationship != Relationship.PROFESSIONAL)


def ref_of(row: Invitee) -> str:
    """How a letter names its reader."""
    if row.person_id:
        return f"person:{row.person_id}"
    return f"carer:{row.carer_id}" if row.carer_id else f"invitee:{row.pk}"


def address_of(row: Invitee) -> str:
    """Where to write to somebody invited; empty where nothing is known."""
    if row.person:
        return row.person.email
    if row.carer:
        return row.carer.email
    return row.around.email if row.around else row.email


def still_may_have(letter: Dispatch, key: UUID) -> str | None:
    """Why a letter to somebody from outside, or a relative, must no longer go, or None."""
    row = Invitee.objects.select_related("around").filter(pk=key, authority_id=letter.authority_id).first()
    if row is None:
        return NOT_ASKED_ANY_MORE
    if holds_hidden(row.case_id, f"{letter.subject}\n{letter.body}", known_as(row)):
        return CARRIES
    if row.around_id and is_secret(row.case_id) and not letter.looked_at:
        return HELD
    return None if address_of(row).casefold() == letter.address.casefold() else ADDRESS_CHANGED


def asked_still(letter: Dispatch) -> str | None:
    """Why a letter about a meeting must no longer go to anybody, whoever its reader: they are not asked any more, it
    is not held, or they must not meet who else is asked. None when it may."""
    if letter.template not in {
        "meeting_invited",
        "meeting_moved",
        "meeting_soon",
        "meeting_notes",
        "meeting_notes_ask",
        "feedback_asked",
    }:
        return None
    entry = Entry.objects.get(pk=letter.entry_ref)
    rows = Invitee.objects.filter(meeting=entry.facts["meeting"], taken_out_at=None)
    rows = [row for row in rows.select_related("person", "carer", "around") if ref_of(row) == letter.to_ref]
    cancelled = Meeting.objects.filter(pk=entry.facts["meeting"], state=MeetingState.CANCELLED).exists()
    return None if rows and not cancelled and not hides_from(rows[0]) else NOT_ASKED_ANY_MORE
