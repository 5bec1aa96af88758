"""Nightly work on the spine."""

import logging

from celery import shared_task
from django.conf import settings
from django.utils.module_loading import import_string

log = logging.getLogger(__name__)


@shared_task(name="cases.tasks.patrol")
def patrol() -> int:
    """Walks every room's patrol and logs what cannot be. Returns how many findings."""
    found = 0
    for finding in import_string(settings.PATROL)():
        found += 1
        log.error("patrol: %s %s %s", finding.what, finding.authority, finding.about)
    return found
