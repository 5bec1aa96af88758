"""A service's work with a child ends: what came of it, need by need, and why. Its team no longer sees the case."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from accounts.who import Who
from cases.act import Act
from cases.action import action
from cases.leading import lead_of
from cases.models import Case, CaseNeed
from cases.words import Stage
from core import clock
from core.events import Event
from core.refusals import Refused
from provision.actions.answer import require_team
from provision.actions.ask import leave, note, request
from provision.models import ServiceOutcome, ServiceRequest
from provision.words import Came, ServiceSaid, WhyEnds, WhyNot

NO_NEED = ("", "")
"""What a service worked on that is no need of the lists."""


@dataclass(frozen=True)
class CameOfIt:
    """What came of the work on one need, in a sentence that names no child."""

    which: str
    code: str
    came: Came
    words: str


@dataclass(frozen=True)
class Ending:
    """Everything a service says when its work ends."""

    outcomes: Sequence[CameOfIt]
    why: WhyEnds
    because: str
    """For the family to read."""


def end_work(key: UUID, ending: Ending, *, by: Who, named: UUID | None = None) -> ServiceRequest:
    """Says so. The lead is told, and the family; where nobody leads, the Bridge. Raises Refused, NotAllowed."""
    with action(Event.SERVICE_FINISHED, by=by, subject=lambda: request(key), named=named) as act:
        require_team(by, act.subject)
        if why := _against(act.case, ending):
            raise Refused(why)
        act.subject.finish(clock.today())
        act.subject.why_ended = ending.why
        _write(act, ending, by)
        note(act, ServiceSaid.FINISHED, ending.because, "", by)
        leave(act)
        others = ServiceRequest.objects.filter(case=act.case, over_on=None).exclude(pk=act.subject.pk)
        if act.case.stage == Stage.SERVICE and not others.exists():
            act.case.stage = Stage.CLOSED
            act.case.save()
        leads = "yes" if lead_of(act.case) else "no"
        act.facts = {"service": str(act.subject.service_id), "why": ending.why.value, "lead": leads}
        act.telling = {"service": act.subject.service.name, "reason": ending.because.strip()}
    return act.subject


def _against(case: Case, ending: Ending) -> WhyNot | None:
    if not ending.outcomes:
        return WhyNot.NO_OUTCOME
    if not all(one.words.strip() for one in ending.outcomes):
        return WhyNot.NO_SENTENCE
    if not ending.because.strip():
        return WhyNot.NO_REASON
    named = {(one.which, one.code) for one in ending.outcomes}
    home = case.merged_into_id or case.pk
    records = Case.objects.filter(Q(pk=home) | Q(merged_into=home))
    noted = CaseNeed.objects.filter(case__in=records, mistaken=False).values_list("which", "code")
    if len(named) != len(ending.outcomes) or named - set(noted) - {NO_NEED}:
        return WhyNot.NOT_A_NEED
    return None


def _write(act: Act, ending: Ending, by: Who) -> None:
    ServiceOutcome.objects.bulk_create(
        ServiceOutcome(
            authority_id=act.case.authority_id, case=act.case, request=act.subject, which=one.which, code=one.code,
            came=one.came, words=one.words.strip(), noted_by=by.ref, noted_at=clock.now(),
        )
        for one in ending.outcomes
    )  # fmt: skip
