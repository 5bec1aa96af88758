"""What may harm a child and what protects one: written down with its evidence by those who carry the case and may know
of it; over or a mistake later, with why. Nothing follows from it by itself."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from accounts.who import Who
from cases import sight
from cases.action import action
from cases.factor_words import Factor, Whence
from cases.models import Case, CaseFactor
from core import clock
from core.events import Event
from core.refusals import Invalid

AHEAD = "The day must be today or in the past"
BEFORE_BIRTH = "This is before the child was born"
NO_EVIDENCE = "Say what was seen or said"
NOBODY = "Say who saw it, or who says so"
ENDS_FIRST = "This is before the day it began"
NO_WHY = "Say what has changed, or what was wrong"


@dataclass(frozen=True)
class Evidence:
    """What somebody knows, and how."""

    kind: Factor
    words: str
    seen_by: str
    whence: Whence
    since: date


def note_factor(case_key: UUID, given: Evidence, *, by: Who) -> CaseFactor:
    """Writes it down. It starts no clock and tells nobody. Raises Invalid, NotAllowed."""
    part = given.kind.part
    with action(Event.FACTOR_KEPT, by=by, subject=lambda: Case.objects.get(pk=case_key), part=part) as act:
        sight.require_part(by, act.case, part)
        wrong = {}
        if given.since > clock.today():
            wrong["since"] = AHEAD
        elif given.since < act.case.child.born_on:
            wrong["since"] = BEFORE_BIRTH
        if not given.words.strip():
            wrong["evidence"] = NO_EVIDENCE
        if not given.seen_by.strip():
            wrong["seen_by"] = NOBODY
        if wrong:
            raise Invalid(wrong)
        row = CaseFactor(
            authority_id=act.case.authority_id, case=act.case, kind=given.kind, evidence=given.words.strip(),
            seen_by=given.seen_by.strip(), whence=given.whence, since=given.since, noted_by=by.ref,
            noted_at=clock.now(),
        )  # fmt: skip
        row.save()
        act.about, act.facts = row.pk, {"done": "noted"}
    return row


def factor_over(case_key: UUID, key: UUID, until: date | None, because: str, *, by: Who) -> None:
    """Says on which day it ended and what has changed, or without a day that it was written down by mistake. One that
    a colleague ended meanwhile stays as they left it. Raises Invalid, NotAllowed, CaseFactor.DoesNotExist."""
    part = Factor(CaseFactor.objects.get(pk=key, case=case_key).kind).part
    with action(Event.FACTOR_KEPT, by=by, subject=lambda: Case.objects.get(pk=case_key), part=part) as act:
        sight.require_part(by, act.case, part)
        row = CaseFactor.objects.get(pk=key, case=act.case)
        if row.ended_at:
            act.abandon()
            return
        wrong = {}
        if until and until > clock.today():
            wrong["until"] = AHEAD
        if until and until < row.since:
            wrong["until"] = ENDS_FIRST
        if not because.strip():
            wrong["because"] = NO_WHY
        if wrong:
            raise Invalid(wrong)
        row.until, row.mistaken, row.ended_because = until, until is None, because.strip()
        row.ended_by, row.ended_at = by.ref, clock.now()
        row.save()
        act.about, act.facts = row.pk, {"done": "over" if until else "mistaken"}
