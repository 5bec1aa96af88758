"""Whoever leads is reminded that the family waits for an answer past the day it was promised."""

from uuid import UUID

from accounts.who import machine
from cases.action import action
from cases.leading import lead_of
from cases.words import Part
from core import clock
from core.events import Event
from statute.calendar import add_working_days
from talking.models import Said

AGAIN = 5
"""Working days until somebody is reminded of the same thing once more."""


def chase(key: UUID, authority_id: str) -> bool:
    """Says whether somebody was reminded: not where it was answered or chased meanwhile."""
    with action(
        Event.TALK_CHASED, by=machine("watch", authority_id), subject=lambda: Said.objects.get(pk=key), part=Part.TALK
    ) as act:
        said, today = act.subject, clock.today()
        lately = said.chased_on is not None and said.chased_on > add_working_days(today, -AGAIN)
        if said.settled_at or said.answer_by is None or said.answer_by >= today or lately:
            act.abandon()
        said.chased_on = today
        act.facts = {"led": "yes" if lead_of(act.case) else "no"}
    return act.entry is not None
