"""What a decision whether to assess rests on: who was consulted and told, and the evidence on each half of the test."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from accounts.who import Who
from cases import sight
from cases.act import Act
from cases.action import action
from cases.words import Part
from core import clock
from core.events import Event
from core.refusals import Invalid, Refused
from ehcp import rules
from ehcp.models import AssessmentRequest, Evidence, Telling
from ehcp.selectors import decision_on
from ehcp.words import DecisionState, Limb, RequestState, Whom, Why

LONGEST = 4000


@contextmanager
def opened_request(event: Event, key: UUID, by: Who, named: UUID | None) -> Iterator[Act]:
    """The doorway of a request whose decision is still open and waits for nobody. Raises Refused, NotAllowed."""

    def subject() -> AssessmentRequest:
        return AssessmentRequest.objects.select_related("asked_by").get(pk=key)

    with action(event, by=by, subject=subject, named=named, part=Part.DECIDING) as act:
        sight.require_part(by, act.case, Part.DECIDING)
        decision = decision_on(act.subject)
        standing = DecisionState(decision.state) if decision else None
        if why := rules.against_changing(RequestState(act.subject.state), standing):
            raise Refused(*why)
        yield act


def note_told(
    key: UUID, whom: Whom, told_on: date | None, how: str, nobody_because: str, *, by: Who, named: UUID | None = None
) -> Telling:
    """Somebody whom the law names was consulted or told, or there is nobody (SEND Regulations 2014 regs 3 and 4(2)).
    What was noted of them before is replaced; history keeps that it was. Raises Refused, NotAllowed."""
    with opened_request(Event.ASSESSMENT_TOLD, key, by, named) as act:
        why = rules.against_telling(
            whom, told_on, how, nobody_because, received_on=act.subject.received_on, today=clock.today()
        )
        if why:
            raise Refused(*why)
        row = Telling.objects.filter(request=act.subject, whom=whom).first()
        row = row or Telling(authority_id=act.case.authority_id, case=act.case, request=act.subject, whom=whom)
        row.told_on, row.how, row.nobody_because = told_on, how.strip(), nobody_because.strip()
        row.noted_by, row.noted_at = by.ref, clock.now()
        row.save()
        act.facts = {"whom": whom.value, "done": "told" if told_on else "nobody"}
    return row


@dataclass(frozen=True)
class Shown:
    """One piece of evidence as somebody enters it."""

    shows: str
    source: str
    dated_on: date | None = None


def keep_evidence(key: UUID, limb: Limb, shown: Shown, *, by: Who, named: UUID | None = None) -> Evidence:
    """Enters what speaks for or against one half of the test. Raises Invalid, Refused, NotAllowed."""
    with opened_request(Event.EVIDENCE_KEPT, key, by, named) as act:
        wrong: dict[str, str] = {}
        if not shown.shows.strip():
            wrong["shows"] = str(Why.NOTHING_SHOWN)
        if not shown.source.strip():
            wrong["source"] = str(Why.NO_SOURCE)
        if shown.dated_on and shown.dated_on > clock.today():
            wrong["dated_on"] = str(Why.AHEAD)
        if wrong:
            raise Invalid(wrong)
        row = Evidence(
            authority_id=act.case.authority_id, case=act.case, request=act.subject, limb=limb,
            shows=shown.shows.strip()[:LONGEST], source=shown.source.strip()[:200], dated_on=shown.dated_on,
            kept_by=by.ref, kept_at=clock.now(),
        )  # fmt: skip
        row.save()
        act.facts = {"done": "entered"}
    return row


def take_out(key: UUID, evidence: UUID, *, by: Who, named: UUID | None = None) -> None:
    """It is not part of the evidence any more; that it was stays. Raises Refused, NotAllowed, Evidence.DoesNotExist."""
    with opened_request(Event.EVIDENCE_KEPT, key, by, named) as act:
        row = Evidence.objects.get(pk=evidence, request=act.subject)
        if row.gone_at:
            act.abandon()
            return
        row.gone_at = clock.now()
        row.save()
        act.facts = {"done": "taken_out"}
