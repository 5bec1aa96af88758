"""Whom every notice of a right to appeal names is entered by a manager or an administrator."""

from dataclasses import asdict, dataclass

from accounts.who import Who
from cases.office import office_act
from core import clock
from core.events import Event
from core.refusals import Invalid
from ehcp.models import NoticeContacts

MISSING = "Enter this: the notice must name it"


@dataclass(frozen=True)
class Contacts:
    """What notices name (SEND Regulations 2014 reg 32)."""

    mediation_adviser: str
    mediation_reach: str
    disagreement_service: str
    disagreement_reach: str
    advice_service: str
    advice_reach: str
    council_contact: str
    council_reach: str


def keep_contacts(said: Contacts, *, by: Who) -> NoticeContacts:
    """Another version, which counts from now on; notices already sent stand as they were. Raises Invalid,
    NotAllowed."""
    given = {name: words.strip() for name, words in asdict(said).items()}

    def subject() -> NoticeContacts:
        return NoticeContacts(authority_id=by.authority_id, kept_by=by.ref, kept_at=clock.now(), **given)

    with office_act(Event.NOTICE_CONTACTS_KEPT, by=by, subject=subject) as act:
        if wrong := {name: MISSING for name, words in given.items() if not words}:
            raise Invalid(wrong)
        act.facts = {}
    return act.subject
