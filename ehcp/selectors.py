"""Reading requests for assessment: the evidence, the decision and its notice."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Subquery

from accounts.selectors import names_of
from accounts.who import Who
from cases import powers, sight
from cases.leading import lead_of
from cases.models import Case, Deadline
from cases.selectors import case_called
from cases.words import Part
from core.events import Event
from core.refusals import NotAllowed
from ehcp.models import AssessmentDecision, AssessmentRequest, Evidence, NoticeContacts, Telling
from ehcp.rules import Findings
from ehcp.words import DecisionState, Limb, RequestState, Source, Whom

LIVE = (RequestState.RECEIVED, RequestState.AGREED)
"""A request on which something is still owed."""


def to_check_about_asking(case: UUID) -> str:
    """What must be found out about the right to ask, on a case fetched for its reader; empty when nothing."""
    source = AssessmentRequest.objects.filter(case=case).values_list("source", flat=True).first()
    return Source(source).to_check if source else ""


def is_under_assessment(case: UUID) -> bool:
    """Whether an assessment is asked for on a case and not answered yet, or under way."""
    return AssessmentRequest.objects.filter(case=case, state__in=LIVE).exists()


def refused_last(case: UUID) -> AssessmentDecision | None:
    """The decision by which the last request on a case was refused; None where it was not, or there is none."""
    last = AssessmentRequest.objects.filter(case=case).order_by("-received_on", "-pk").first()
    if last is None or last.state != RequestState.REFUSED:
        return None
    return AssessmentDecision.objects.filter(request=last, state=DecisionState.MADE).first()


@dataclass(frozen=True)
class TellingSeen:
    """Whom the law names, and what was noted of them."""

    whom: Whom
    row: Telling | None
    noted_by: str


@dataclass(frozen=True)
class RequestPage:
    """A request with everything its decision rests on."""

    row: AssessmentRequest
    asked_by: str
    decide_by: Deadline | None
    tellings: list[TellingSeen]
    evidence: list[tuple[Limb, str, list[Evidence]]]
    """Each half of the test in words, with what is entered on it."""
    decision: AssessmentDecision | None
    names: dict[str, str]
    contacts: NoticeContacts | None
    lead: str

    @property
    def state(self) -> RequestState:
        """How far the request has come."""
        return RequestState(self.row.state)

    @property
    def source(self) -> Source:
        """Who asked, as far as the law goes."""
        return Source(self.row.source)

    @property
    def decided(self) -> DecisionState | None:
        """How far the decision has come; None where nobody began to write it."""
        return DecisionState(self.decision.state) if self.decision else None

    @property
    def made_by(self) -> str:
        """Who made the decision."""
        return self.names.get(self.decision.made_by, "") if self.decision else ""

    @property
    def proposed_by(self) -> str:
        """Who wrote it and put it to a manager."""
        return self.names.get(self.decision.proposed_by, "") if self.decision else ""


def requests_on(who: Who, reference: str) -> tuple[Case, list[AssessmentRequest]]:
    """The requests on a case, the latest first. Raises NotAllowed where the reader may not see them."""
    case = case_called(who, reference, part=Part.DECIDING)
    return case, list(AssessmentRequest.objects.filter(case=case).order_by("-received_on", "-pk"))


def request_called(who: Who, reference: str, key: UUID) -> tuple[Case, AssessmentRequest]:
    """One of them. Raises NotAllowed where there is none the reader may see."""
    case, rows = requests_on(who, reference)
    row = next((one for one in rows if one.pk == key), None)
    if row is None:
        raise NotAllowed("no such request")
    return case, row


def request_page(case: Case, row: AssessmentRequest) -> RequestPage:
    """A request that was fetched for its reader, whole."""
    told = {one.whom: one for one in Telling.objects.filter(request=row)}
    evidence = list(Evidence.objects.filter(request=row, gone_at=None).order_by("kept_at", "pk"))
    decision = decision_on(row)
    refs = {one.noted_by for one in told.values()} | {one.kept_by for one in evidence}
    if decision:
        refs |= {decision.written_by, decision.proposed_by, decision.made_by} - {""}
    names = names_of(refs) if refs else {}
    called, lead = case.child.called, lead_of(case)
    return RequestPage(
        row=row, asked_by=row.asked_by.name,
        decide_by=Deadline.objects.filter(case=case, about=row.pk, duty="EHCNA-DECIDE").order_by("-pk").first(),
        tellings=[
            TellingSeen(whom, told.get(whom), names.get(told[whom].noted_by, "") if whom in told else "")
            for whom in Whom
        ],
        evidence=[(limb, limb.words.format(child=called), [one for one in evidence if one.limb == limb])
                  for limb in Limb],
        decision=decision, names=names, contacts=contacts_of(case.authority_id), lead=lead.name if lead else "",
    )  # fmt: skip


def decision_on(row: AssessmentRequest) -> AssessmentDecision | None:
    """The decision on a request, being written or made."""
    return AssessmentDecision.objects.select_related("contact").filter(request=row).first()


def contacts_of(authority: str) -> NoticeContacts | None:
    """Whom the notices of an authority name; None where nobody entered them."""
    return NoticeContacts.objects.filter(authority_id=authority).order_by("-kept_at", "-pk").first()


def findings_of(row: AssessmentDecision) -> Findings:
    """What a decision says, for the rules."""
    return Findings(
        assess=row.assess,
        found={Limb.NEEDS: row.may_have_needs, Limb.NECESSARY: row.may_be_necessary},
        because={Limb.NEEDS: row.needs_because, Limb.NECESSARY: row.necessary_because},
        family_view=row.family_view, instead=row.instead, has_contact=row.contact_id is not None, meet_by=row.meet_by,
    )  # fmt: skip


def may_prepare(who: Who, case: Case) -> bool:
    """Whether somebody may enter evidence and write the decision on a case."""
    return (
        powers.may_do(who, Event.DECISION_WRITTEN)
        and sight.may_act(who, case)
        and Part.DECIDING in sight.parts_open_to(who, case)
    )


def may_decide(who: Who, row: AssessmentDecision | None) -> bool:
    """Whether somebody may make a decision that waits: not whoever wrote it."""
    return (
        row is not None
        and row.state == DecisionState.PROPOSED
        and powers.may_do(who, Event.ASSESSMENT_REFUSED)
        and who.ref not in {row.proposed_by, row.written_by}
    )


@dataclass(frozen=True)
class Waiting:
    """A request that waits for its decision, for a list."""

    case: Case
    row: AssessmentRequest
    due: Deadline | None
    decided: DecisionState | None
    proposed_by: str
    mine: bool
    """The reader may make the decision now."""


PAGE = 25


def waiting(who: Who, *, page: int = 1) -> tuple[list[Waiting], bool]:
    """Requests whose decision is open and which the reader sees, what waits for a manager first, then the soonest due;
    and whether there are more."""
    proposed = AssessmentDecision.objects.filter(request=OuterRef("pk"), state=DecisionState.PROPOSED)
    owed = Deadline.objects.filter(about=OuterRef("pk"), duty="EHCNA-DECIDE", ended_on=None)
    rows = (
        AssessmentRequest.objects.filter(case__in=sight.open_in(who, Part.DECIDING), state=RequestState.RECEIVED)
        .annotate(first=Exists(proposed), due=Subquery(owed.order_by("due_strict").values("due_strict")[:1]))
        .select_related("case__child", "case__authority")
        .order_by("-first", "due", "pk")[PAGE * (page - 1) : PAGE * page + 1]
    )
    shown = list(rows)
    keys = [row.pk for row in shown[:PAGE]]
    decisions = {one.request_id: one for one in AssessmentDecision.objects.filter(request__in=keys)}
    due = {one.about: one for one in Deadline.objects.filter(duty="EHCNA-DECIDE", ended_on=None, about__in=keys)}
    names = names_of({one.proposed_by for one in decisions.values() if one.proposed_by})
    found = [_waiting(who, decisions.get(row.pk), due.get(row.pk), row, names) for row in shown[:PAGE]]
    return found, len(shown) > PAGE


def _waiting(
    who: Who, decision: AssessmentDecision | None, due: Deadline | None, row: AssessmentRequest, names: dict[str, str]
) -> Waiting:
    return Waiting(
        case=row.case, row=row, due=due, decided=DecisionState(decision.state) if decision else None,
        proposed_by=names.get(decision.proposed_by, "") if decision else "", mine=may_decide(who, decision),
    )  # fmt: skip


def evidence_limbs(row: AssessmentRequest) -> frozenset[Limb]:
    """The halves of the test on which something is entered."""
    rows: Iterable[Any] = Evidence.objects.filter(request=row, gone_at=None).values_list("limb", flat=True)
    return frozenset(Limb(one) for one in rows)


def told_on(row: AssessmentRequest) -> frozenset[Whom]:
    """Whom the law names and of whom something was noted."""
    return frozenset(Whom(one) for one in Telling.objects.filter(request=row).values_list("whom", flat=True))


def telling_of(row: AssessmentRequest, whom: Whom) -> Telling | None:
    """What was noted of one of those whom the law names."""
    return Telling.objects.filter(request=row, whom=whom).first()


def contacts_kept(authority: str) -> list[tuple[NoticeContacts, str]]:
    """Every version of whom notices name, the newest first, and who entered it."""
    rows = list(NoticeContacts.objects.filter(authority_id=authority).order_by("-kept_at", "-pk")[:PAGE])
    names = names_of({row.kept_by for row in rows})
    return [(row, names.get(row.kept_by, "")) for row in rows]


def to_decide(who: Who, *, most: int = 20) -> list[Waiting]:
    """The decisions that this manager can make now, the soonest due first; none for anybody else."""
    if not powers.may_do(who, Event.ASSESSMENT_REFUSED):
        return []
    return [one for one in waiting(who)[0] if one.mine][:most]
