"""Post that did not arrive, so that its pages have something on them: a full mailbox, a mailbox that is gone, and a
letter that is printed instead."""

from accounts.who import Who
from cases.actions.letters import print_instead
from core import clock
from notices.models import Dispatch

FULL, GONE = "The mailbox is full (5.2.2).", "The address does not exist (5.1.1)."
REFUSED = "The mail server would not take it."


def lose_some(manager: Who, town: str) -> None:
    """Three of the newest acknowledgements at the manager's authority did not arrive. Nothing happens twice."""
    letters = Dispatch.objects.filter(authority_id=manager.authority_id, sent_at__isnull=False)
    if letters.filter(returned_at__isnull=False).exists():
        return
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
        name = newest[1].address.partition("@")[0].replace(".", " ").title()
        print_instead(newest[1].pk, f"{name}\n12 Sample Street\n{town}\nZZ1 1AB", by=manager)
