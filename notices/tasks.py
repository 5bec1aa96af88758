"""Delivers what waits. Rung after each act, and every minute by the beat."""

from celery import shared_task
from django.conf import settings
from django.utils.module_loading import import_string

from notices.post_office import deliver_next, send_by_mail

AT_MOST = 500
"""Letters in one run; the next minute takes up the rest, so that no task runs for ever."""


@shared_task(name="notices.tasks.deliver")
def deliver() -> int:
    """Delivers up to ``AT_MOST`` letters and says how many it tried."""
    still_may_have = import_string(settings.STILL_MAY_HAVE)
    tried = 0
    while tried < AT_MOST and deliver_next(send_by_mail, still_may_have):
        tried += 1
    return tried
