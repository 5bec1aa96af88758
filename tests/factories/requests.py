"""Requests as families send them. Everything else is built through acts."""

from datetime import date
from uuid import uuid4

from accounts.who import Who, visitor
from pathway.actions.receive_request import receive_request
from people.words import Relationship, Responsible
from referrals.actions.receive import Request
from referrals.models import Referral
from referrals.words import AsksFor
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


def received(asks_for: AsksFor = AsksFor.HELP, by: Who | None = None, **changes) -> Referral:
    """A request that came in today."""
    return receive_request(request(asks_for, **changes), by=by or visitor(SALFORD))
