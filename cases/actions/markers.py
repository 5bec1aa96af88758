"""What makes a child one of the most vulnerable: marked by those who carry the case and may know of it, over or a
mistake later, with what stood before kept."""

from datetime import date
from uuid import UUID

from accounts.who import Who
from cases import sight
from cases.action import action
from cases.marker_words import Marker
from cases.models import Case, CaseMarker
from core import clock
from core.events import Event
from core.refusals import Invalid

AHEAD = "The day must be today or in the past"
BEFORE_BIRTH = "This is before the child was born"
TWICE = "This is marked already, and stands"
NO_SOURCE = "Say who told you, or which record says so"
ENDS_FIRST = "This is before the day it began"


def mark(case_key: UUID, kind: Marker, since: date, source: str, *, by: Who) -> CaseMarker:
    """Marks it on the record. It starts no clock and tells nobody. Raises Invalid, NotAllowed."""
    with action(Event.MARKER_KEPT, by=by, subject=lambda: Case.objects.get(pk=case_key), part=kind.part) as act:
        sight.require_part(by, act.case, kind.part)
        wrong = {}
        if since > clock.today():
            wrong["since"] = AHEAD
        elif since < act.case.child.born_on:
            wrong["since"] = BEFORE_BIRTH
        if not source.strip():
            wrong["source"] = NO_SOURCE
        if CaseMarker.objects.filter(case=act.case, kind=kind, ended_at=None).exists():
            wrong["kind"] = TWICE
        if wrong:
            raise Invalid(wrong)
        row = CaseMarker(
            authority_id=act.case.authority_id, case=act.case, kind=kind, since=since, source=source.strip(),
            noted_by=by.ref, noted_at=clock.now(),
        )  # fmt: skip
        row.save()
        act.about, act.facts = row.pk, {"done": "noted"}
    return row


def marker_over(case_key: UUID, key: UUID, until: date | None, *, by: Who) -> None:
    """Says on which day it ended, or without a day that it was marked by mistake. One that a colleague ended meanwhile
    stays as they left it. Raises Invalid, NotAllowed, CaseMarker.DoesNotExist."""
    kind = Marker(CaseMarker.objects.get(pk=key, case=case_key).kind)
    with action(Event.MARKER_KEPT, by=by, subject=lambda: Case.objects.get(pk=case_key), part=kind.part) as act:
        sight.require_part(by, act.case, kind.part)
        row = CaseMarker.objects.get(pk=key, case=act.case)
        if row.ended_at:
            act.abandon()
            return
        if until and until > clock.today():
            raise Invalid({"until": AHEAD})
        if until and until < row.since:
            raise Invalid({"until": ENDS_FIRST})
        row.until, row.mistaken = until, until is None
        row.ended_by, row.ended_at = by.ref, clock.now()
        row.save()
        act.about, act.facts = row.pk, {"done": "over" if until else "mistaken"}
