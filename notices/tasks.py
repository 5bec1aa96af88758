"""Delivers what waits, rung for after each act and every minute by the beat; and asks what became of what went."""

import time

from celery import shared_task
from django.conf import settings
from django.utils.module_loading import import_string

from notices import channels, chase
from notices.carriers import send
from notices.postman import deliver_next

AT_MOST = 500
"""Letters in one run; the next minute takes up the rest, so that no task runs for ever."""
SECONDS = 45
"""After so long no further letter is begun: a mail server that hangs must not keep the watch from its turn."""


@shared_task(name="notices.tasks.deliver")
def deliver() -> int:
    """Delivers up to ``AT_MOST`` letters, for ``SECONDS`` at most, and says how many it tried."""
    still_may_have = import_string(settings.STILL_MAY_HAVE)
    tried, until = 0, time.monotonic() + SECONDS
    while tried < AT_MOST and time.monotonic() < until and deliver_next(send, still_may_have):
        tried += 1
    return tried


@shared_task(name="notices.tasks.ask_after")
def ask_after() -> int:
    """Asks GOV.UK Notify what became of what it took, and says after how many letters it asked."""
    return chase.ask_after_all() if channels.uses_notify() else 0
