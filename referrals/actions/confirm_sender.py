"""The sender opened the link we posted. No clock waits for it and nothing is hidden until it."""

from uuid import UUID

from accounts.who import visitor
from cases.action import action
from cases.words import Part
from core import clock
from core.events import Event
from people.models import Carer
from referrals.models import Referral


def confirm_sender(carer_key: UUID) -> None:
    """Marks the address as the sender's own. Twice is as good as once. Raises Carer.DoesNotExist."""
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
