"""Looks for what somebody agreed to do by a day that has passed. What our own rules give a date climbs the ladder of
deadlines (``cases.ladder``); the rest is chased here."""

import logging
from uuid import UUID

from django.db import InterfaceError, OperationalError
from django.db.models import F, Q

from cases.actions.chase import AGAIN, chase
from cases.models import Task
from cases.task_kinds import TaskState
from cases.telling import in_working_hours
from core import clock
from statute.calendar import add_working_days

log = logging.getLogger(__name__)
AT_MOST = 2000
"""In one go; the rest follows within the hour."""


def chase_late() -> int:
    """Chases everything that is late, in working hours. Says how many."""
    if not in_working_hours(clock.now()):
        return 0
    today = clock.today()
    late = Task.objects.filter(state=TaskState.OPEN, due_on__lt=today)
    long_ago = Q(chased_on__lte=add_working_days(today, -AGAIN)) | Q(chased_on__lte=F("due_on"))
    late = late.filter(Q(chased_on=None) | long_ago)
    rows = late.order_by("due_on", "pk").values_list("pk", "authority_id")[:AT_MOST]
    return sum(_chase(key, authority) for key, authority in list(rows))


def _chase(key: UUID, authority: str) -> bool:
    """One that cannot be chased is said aloud and holds up no other."""
    try:
        return chase(key, authority)
    except (OperationalError, InterfaceError):  # the database itself
        raise
    except Exception as trouble:
        log.error("task %s of %s cannot be chased: %s", key, authority, type(trouble).__name__)
        return False
