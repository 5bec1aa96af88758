"""Requests as families send them. Everything else is built through acts."""

from datetime import date
from uuid import uuid4

from accounts.who import Who, visitor
from pathway.actions.receive_request import receive_request
from people.words import Relationship, Responsible
from referrals.actions.receive import FromWork, Named, Parent, Request
from referrals.models import Referral
from referrals.words import AsksFor, FamilyKnows, MainReason, ServiceKind, ServiceStands
from tests.personas import SALFORD


def request(asks_for: AsksFor = AsksFor.HELP, **changes) -> Request:
    """A mother's request for Ayaan, eight years old."""
    return Request(
        **{
            "sent_once": uuid4(),
            "asks_for": asks_for,
            "words": "He hides under the table when it is loud.",
            "wanted": "Someone to sit down with all of us at once.",
            "consent": True,
            "given_name": "Ayaan",
            "family_name": "Chowdhury",
            "preferred_name": "",
            "born_on": date(2018, 6, 14),
            "home_postcode": "M5 4WT",
            "learns_at": "Broadwalk Primary",
            "sender_name": "Nasreen Chowdhury",
            "relationship": Relationship.MOTHER,
            "says_responsible": Responsible.YES,
            "email": "nasreen@families.example",
            "phone": "07700 900 982",
            **changes,
        }
    )


def at_work(**changes) -> FromWork:
    """What a school’s SENCO says beside: the mother knows and agrees, and two services are named."""
    return FromWork(
        **{
            "job": "SENCO",
            "organisation": "Broadwalk Primary",
            "for_school": True,
            "knows_how": "I see him in class every day.",
            "known_to_family": True,
            "family_knows": FamilyKnows.AGREES,
            "main_reason": MainReason.COMMUNICATION,
            "tried": "A quiet corner, and pictures of what comes next.",
            "parent": Parent("Nasreen Chowdhury", Relationship.MOTHER, email="nasreen@families.example"),
            "complex_because": "Speech, sleep and anxiety at once.",
            "services": (
                Named(ServiceKind.SPEECH_LANGUAGE, ServiceStands.CURRENT),
                Named(ServiceKind.PAEDIATRICS, ServiceStands.EXPECTED),
            ),
            **changes,
        }
    )


def referred(asks_for: AsksFor = AsksFor.HELP, by: Who | None = None, work: FromWork | None = None, **changes):
    """A request that the SENCO of Ayaan’s school sent today, at the family’s door or signed in."""
    sender = {
        "sender_name": "Moira Keane", "relationship": Relationship.PROFESSIONAL, "email": "moira@broadwalk.example",
        "says_responsible": Responsible.NOT_ASKED, "phone": "0161 496 0122", **changes,
    }  # fmt: skip
    return received(asks_for, by=by, work=work or at_work(), **sender)


def received(asks_for: AsksFor = AsksFor.HELP, by: Who | None = None, **changes) -> Referral:
    """A request that came in today."""
    return receive_request(request(asks_for, **changes), by=by or visitor(SALFORD))
