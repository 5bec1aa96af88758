"""A service that a request was passed to says that it is not for them: the request waits at the Bridge again."""

from uuid import UUID

from accounts.who import Who
from cases.action import action
from cases.words import Stage
from core.events import Event
from ledger.models import Entry
from referrals.models import Referral
from referrals.words import State


def come_back(referral_key: UUID, *, by: Who, because: Entry) -> None:
    """Waits again, and our target counts from today. Nothing happens to one that no longer is with a service."""
    with action(
        Event.REFERRAL_CAME_BACK, by=by, because=because, subject=lambda: Referral.objects.get(pk=referral_key)
    ) as act:
        if act.subject.state != State.SENT_ON:
            act.abandon()
            return
        act.subject.come_back()
        act.case.stage = Stage.INTAKE
        act.case.save()
