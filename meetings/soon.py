"""Looks for meetings that are soon and of which nobody was reminded."""

import logging
from uuid import UUID

from django.db import InterfaceError, OperationalError

from cases.telling import in_working_hours
from core import clock
from meetings.actions.remind import remind
from meetings.models import Meeting
from meetings.rules import REMINDED_BEFORE
from meetings.words import MeetingState
from statute.calendar import add_working_days

log = logging.getLogger(__name__)
AT_MOST = 2000
"""In one go; the rest follows within the hour."""


def remind_of_meetings() -> int:
    """Reminds of every meeting that is soon, in working hours. Says of how many."""
    if not in_working_hours(clock.now()):
        return 0
    today = clock.today()
    soon = Meeting.objects.filter(
        state=MeetingState.PLANNED, reminded_on=None, late_because="", held_on__gt=today,
        held_on__lte=add_working_days(today, REMINDED_BEFORE + 1),
    )  # fmt: skip
    rows = soon.order_by("held_on", "pk").values_list("pk", "authority_id")[:AT_MOST]
    return sum(_remind(key, authority) for key, authority in list(rows))


def _remind(key: UUID, authority: str) -> bool:
    """One of which nobody can be reminded is said aloud and holds up no other."""
    try:
        return remind(key, authority)
    except (OperationalError, InterfaceError):  # the database itself
        raise
    except Exception as trouble:
        log.error("nobody can be reminded of meeting %s of %s: %s", key, authority, type(trouble).__name__)
        return False
