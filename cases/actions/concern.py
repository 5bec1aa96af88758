"""Somebody worries that a child may not be safe, and social care answers."""

from collections.abc import Callable
from uuid import UUID

from accounts.who import Who
from cases import sight
from cases.action import action
from cases.concerns import open_concern
from cases.models import Case, Concern
from cases.task_kinds import Outcome, Why
from cases.words import Part
from core import clock
from core.events import Event
from core.refusals import Refused
from ledger.models import Entry


def raise_concern(case_key: UUID, words: str, *, by: Who) -> tuple[Concern, Entry]:
    """Writes the worry down where few may read it. What follows is an act of ``pathway``. Needs nobody's agreement.

    Raises Refused, NotAllowed.
    """
    case = Case.objects.get(pk=case_key)

    def a_concern() -> Concern:
        return Concern(authority_id=case.authority_id, case=case, raised_by=by.ref, raised_at=clock.now())

    with action(Event.CONCERN_RAISED, by=by, subject=a_concern, part=Part.SAFEGUARDING) as act:
        if not words.strip():
            raise Refused(Why.NO_WORDS)
        if open_concern(act.case):
            raise Refused(Why.RAISED_ALREADY)
        act.subject.words = words.strip()
    return act.subject, act.entry


def end_concern(concern_key: UUID, outcome: Outcome, because: str, *, by: Who, after: Entry) -> tuple[Concern, Entry]:
    """Social care says how it ended. Raises Refused, NotAllowed."""
    with action(Event.CONCERN_ENDED, by=by, because=after, part=Part.SAFEGUARDING, subject=_called(concern_key)) as act:
        sight.require_part(by, act.case, Part.SAFEGUARDING)
        if act.subject.ended_at:
            raise Refused(Why.ENDED_ALREADY)
        if not because.strip():
            raise Refused(Why.NO_REASON)
        concern = act.subject
        concern.ended_as, concern.ended_because = outcome, because.strip()
        concern.ended_by, concern.ended_at = by.ref, clock.now()
        act.facts = {"outcome": outcome.value}
    return act.subject, act.entry


def _called(key: UUID) -> Callable[[], Concern]:
    return lambda: Concern.objects.get(pk=key)
