"""Marks letters that the mail server could not deliver, from the reports it sends back."""

from enum import StrEnum

from django.utils import timezone

from notices.models import Dispatch
from notices.reports import failure_in
from notices.words import Carrier

MOST = 1024 * 1024
"""Bytes. A report about a letter of ours is a few thousand; nothing larger is read."""


class Outcome(StrEnum):
    """What became of one message that was handed in."""

    CAME_BACK = "came back"
    KNOWN = "known already"
    NOT_OURS = "of no letter of ours"
    NOTHING = "not a report of failure"
    TOO_LARGE = "too large to be read"


def take(message: bytes) -> Outcome:
    """Reads one message and marks the letter it reports on. A report of a letter that we never sent marks nothing."""
    if len(message) > MOST:
        return Outcome.TOO_LARGE
    report = failure_in(message)
    if report is None:
        return Outcome.NOTHING
    sent = Dispatch.objects.filter(pk=report.letter, carrier=Carrier.MAIL, carrier_ref=report.message_id)
    if sent.filter(returned_at=None).update(returned_at=timezone.now(), returned_because=report.because):
        return Outcome.CAME_BACK
    return Outcome.KNOWN if sent.exists() else Outcome.NOT_OURS
