"""Whoever asked for an assessment wants it no longer."""

from uuid import UUID

from accounts.who import Who
from cases import sight
from cases.action import action
from cases.words import Part
from core.events import Event
from core.refusals import Refused
from ehcp.actions.prepare import LONGEST
from ehcp.models import AssessmentRequest
from ehcp.selectors import LIVE
from ehcp.words import Why
from ledger.models import Entry


def withdraw(key: UUID, because: str, *, by: Who, named: UUID | None = None) -> tuple[AssessmentRequest, Entry]:
    """Nothing is owed on it any more; that nobody gives advice on it is an act of ``pathway``. They may ask again at
    any time, and that counts anew. Raises Refused, NotAllowed."""
    with action(
        Event.ASSESSMENT_WITHDRAWN, by=by, subject=lambda: AssessmentRequest.objects.get(pk=key), named=named
    ) as act:
        sight.require_part(by, act.case, Part.DECIDING)
        if act.subject.state not in LIVE:
            raise Refused(Why.NOT_OPEN)
        if not because.strip():
            raise Refused(Why.NO_WISH)
        act.subject.withdraw()
        act.subject.withdrawn_because = because.strip()[:LONGEST]
    return act.subject, act.entry
