"""Sending a half-done request for good, or thinking better of it."""

from accounts.who import Who
from cases.drafts import close, delete, held
from cases.models import Draft
from documents.family import to_send
from documents.store import forget
from pathway.actions.receive_request import receive_request
from referrals.actions.receive import Request
from referrals.models import Referral


def ask(who: Who, request: Request, draft: Draft) -> Referral:
    """Sends a half-done request for good, with its files, and empties the draft. Twice is once.

    Raises Refused with reasons; the draft then stays as it was.
    """
    with held(draft):
        referral = receive_request(request, to_send(draft), by=who)
        close(draft, referral.case_id)
    return referral


def unask(draft: Draft) -> None:
    """Deletes a half-done request with its files. One that was sent meanwhile stays as it is."""
    for stored_as in delete(draft):
        forget(stored_as)
