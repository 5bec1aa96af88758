"""The sender opened the link we posted. No clock waits for it and nothing is hidden until it."""

from uuid import UUID

from accounts.who import visitor
from cases.act import Act
from cases.action import action
from cases.words import Part
from core import clock
from core.events import Event
from people.models import Carer
from referrals.models import Referral, TriageAnswer
from referrals.words import Said

TOLD_ONCE_CONFIRMED = frozenset({Said.SEND_ON, Said.DECLINE})
"""Answers whose letter to an unconfirmed address promises the rest."""


def confirm_sender(carer_key: UUID) -> None:
    """Marks the address as the sender's own, and tells them what a letter held back until then. Twice is as good as
    once. Raises Carer.DoesNotExist."""
    carer = Carer.objects.get(pk=carer_key)
    with action(
        Event.SENDER_CONFIRMED,
        by=visitor(carer.authority_id),
        subject=lambda: Referral.objects.get(sender=carer_key),
        part=Part.CONTACT,
    ) as act:
        sender = Carer.objects.get(pk=carer_key)
        if sender.email_confirmed_at:
            act.abandon()
        else:
            sender.email_confirmed_at = clock.now()
            sender.save()
            _say_what_was_held_back(act)


def _say_what_was_held_back(act: Act) -> None:
    """Where we have said no, or passed the request on, the reasons waited for the address to be theirs."""
    last = TriageAnswer.objects.filter(referral=act.subject).order_by("-said_at", "-pk").first()
    if last and last.said in TOLD_ONCE_CONFIRMED:
        act.facts["owed"] = last.said
        act.telling = {"reason": last.because, "sent_to": last.sent_to, "instead": last.instead}
