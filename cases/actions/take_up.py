"""Saying what one is doing about a deadline, and by when: the ladder then waits for that day."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from accounts.who import Who
from cases import deadlines
from cases.action import action
from cases.models import Case, Deadline
from core import clock
from core.events import Event
from core.refusals import Refused
from core.words import _
from statute.calendar import add_working_days

AT_MOST = 10
"""Working days that a promise may run: after that somebody must look again."""


class Why(StrEnum):
    """Why a deadline cannot be taken up so."""

    NOT_OWED = _("This is no longer owed.")
    PAST = _("Enter a day from today on.")
    TOO_FAR = _("Enter a day within the next {n} working days. You can take it up again then.")


def against_taking_up(until: date, today: date) -> str | None:
    """What is wrong with the promised day, or nothing."""
    if until < today:
        return Why.PAST
    return Why.TOO_FAR.format(n=AT_MOST) if until > add_working_days(today, AT_MOST) else None


def take_up(deadline_key: UUID, until: date, *, by: Who, named: UUID | None = None) -> Deadline:
    """Records that ``by`` has this in hand until a day. No date in law moves. Raises Refused, NotAllowed."""
    with action(
        Event.DEADLINE_TAKEN_UP, by=by, subject=lambda: Case.objects.get(deadlines=deadline_key), named=named
    ) as act:
        deadline = Deadline.objects.get(pk=deadline_key)
        if deadline.ended_on:
            raise Refused(Why.NOT_OWED)
        if wrong := against_taking_up(until, clock.today()):
            raise Refused(wrong)
        act.about, act.facts = deadline.pk, deadlines.names(deadline) | {"until": until.isoformat()}
    return Deadline.objects.get(pk=deadline_key)
