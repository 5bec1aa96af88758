"""Looks for families who wait past the day they were promised an answer."""

import logging
from uuid import UUID

from django.db import InterfaceError, OperationalError
from django.db.models import Q

from cases.telling import in_working_hours
from core import clock
from statute.calendar import add_working_days
from talking.actions.chase import AGAIN, chase
from talking.models import Said

log = logging.getLogger(__name__)
AT_MOST = 2000
"""In one go; the rest follows within the hour."""


def chase_answers() -> int:
    """Chases every answer that is late, in working hours. Says how many."""
    if not in_working_hours(clock.now()):
        return 0
    today = clock.today()
    late = Said.objects.filter(answer_by__lt=today, settled_at=None)
    late = late.filter(Q(chased_on=None) | Q(chased_on__lte=add_working_days(today, -AGAIN)))
    rows = late.order_by("answer_by", "pk").values_list("pk", "authority_id")[:AT_MOST]
    return sum(_chase(key, authority) for key, authority in list(rows))


def _chase(key: UUID, authority: str) -> bool:
    """One that cannot be chased is said aloud and holds up no other."""
    try:
        return chase(key, authority)
    except (OperationalError, InterfaceError):  # the database itself
        raise
    except Exception as trouble:
        log.error("answer %s of %s cannot be chased: %s", key, authority, type(trouble).__name__)
        return False
