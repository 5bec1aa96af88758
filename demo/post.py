"""Post that did not arrive, so that its pages have something on them: a full mailbox, a mailbox that is gone, and a
letter that is printed instead."""

from collections.abc import Iterable
from uuid import UUID

from accounts.who import Who
from cases.actions.letters import print_instead
from core import clock
from notices.models import Dispatch
from people.models import Carer

FULL, GONE = "The mailbox is full (5.2.2).", "The address does not exist (5.1.1)."
REFUSED = "The mail server would not take it."


def lose_some(manager: Who, town: str, cases: Iterable[UUID]) -> None:
    """Three of the newest acknowledgements of these cases at the manager's authority did not arrive."""
    letters = Dispatch.objects.filter(authority_id=manager.authority_id, case_ref__in=cases, sent_at__isnull=False)
    newest = list(letters.filter(to_ref__startswith="carer:").order_by("-written_at")[:3])
    for letter, because in zip(newest, (FULL, GONE, ""), strict=False):
        row = Dispatch.objects.filter(pk=letter.pk)
        if because:
            row.update(returned_at=clock.now(), returned_because=because)
        else:
            row.update(
                sent_at=None, carrier="", carrier_ref="", stopped_at=clock.now(), stopped_because=REFUSED, attempts=5
            )
    if len(newest) > 1:
        name = Carer.objects.get(case_ref=newest[1].case_ref).name
        print_instead(newest[1].pk, f"{name}\n12 Sample Street\n{town}\nZZ1 1AB", by=manager)
