"""Asks GOV.UK Notify what became of what it took. Looks at what is open, never at what happened: asked twice, or by two
workers at once, it ends the same."""

import logging
from collections.abc import Iterator
from datetime import timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from notifications_python_client.errors import APIError

from notices import notify
from notices.models import CHASED, Dispatch

log = logging.getLogger(__name__)

BATCH = 50
AT_MOST = 1000
"""Letters in one run, so that no task runs for ever."""
NOT_BEFORE = timedelta(minutes=9)
"""How long after an answer the next one is asked for: a little under the beat, or every second run would find none."""
KEPT_THERE = timedelta(days=7)
"""For so long Notify keeps what it knows. It gives up after three days at the latest."""
RETURNED = {
    "permanent-failure": "The address does not exist, or takes nothing from us.",
    "temporary-failure": "It could not be delivered for three days: the mailbox is full or the phone is off.",
    "technical-failure": "GOV.UK Notify could not hand it on.",
}


def ask_after_all() -> int:
    """Asks after every letter whose end is not known, and says how many were. Stops when Notify is away."""
    asked = 0
    for letter in _open_ones():
        try:
            status = notify.status_of(letter.carrier_ref)
        except APIError as error:
            if error.status_code in {400, 404}:  # this one alone: Notify does not know it, or no longer
                continue
            log.warning("GOV.UK Notify does not say what became of letters: %s", error.status_code)
            break
        _mark(letter, status)
        asked += 1
    return asked


def _open_ones() -> Iterator[Dispatch]:
    """Those not asked after just now, a batch at a time, each claimed so that no other worker asks as well."""
    for _ in range(AT_MOST // BATCH):
        now = timezone.now()
        due = Q(asked_at=None) | Q(asked_at__lte=now - NOT_BEFORE)
        with transaction.atomic():
            batch = list(
                Dispatch.objects.select_for_update(skip_locked=True)
                .filter(CHASED, due, sent_at__gte=now - KEPT_THERE)
                .order_by(F("asked_at").asc(nulls_first=True), "pk")[:BATCH]
            )
            Dispatch.objects.filter(pk__in=[letter.pk for letter in batch]).update(asked_at=now)
        yield from batch
        if len(batch) < BATCH:
            return


def _mark(letter: Dispatch, status: str) -> None:
    """Notes an end, unless one is noted already."""
    ended = Dispatch.objects.filter(CHASED, pk=letter.pk, carrier_ref=letter.carrier_ref)
    if status in RETURNED:
        ended.update(returned_at=timezone.now(), returned_because=RETURNED[status])
    elif status == "delivered":
        ended.update(delivered_at=timezone.now())
