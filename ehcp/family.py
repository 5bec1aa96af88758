"""What a family reads of the decision whether to assess."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from accounts.who import Who
from cases import sight
from cases.company import partner_signed_in
from cases.secret_letters import texts_open_to
from core.refusals import NotAllowed
from door.working_notes import LONGEST
from ehcp.actions.advice import give_own
from ehcp.models import Advice, AdvicePoint, AssessmentDecision, AssessmentRequest
from ehcp.notice import as_file
from ehcp.words import OF_FAMILY, AdviceState, Adviser, DecisionState, Point, RequestState
from people.models import Carer
from people.words import Relationship

__all__ = [
    "LONGEST", "DecisionByLink", "DecisionForFamily", "OwnAdvice", "decision_by_link", "decision_file_for",
    "decision_for", "decisions_for", "own_advice_for", "say_own_advice",
]  # fmt: skip


@dataclass(frozen=True)
class DecisionForFamily:
    """A decision that was made, as the family reads it."""

    key: UUID
    assess: bool
    made_on: date
    called: str
    council: str
    contact: str
    meet_by: date | None
    appeal_by: date | None
    mediation_by: date | None
    items: list[dict[str, Any]]
    """The notice, item by item, word for word as it was sent; empty where the council assesses."""


def decisions_for(who: Who, reference: str) -> list[tuple[UUID, bool, date]]:
    """The decisions made on a case of the signed-in family, the latest first: key of the request, whether we assess,
    when."""
    theirs = sight.visible_to(who).filter(reference=reference)
    rows = AssessmentDecision.objects.filter(case__in=theirs, state=DecisionState.MADE).order_by("-made_on", "-made_at")
    return [(row.request_id, bool(row.assess), row.made_on) for row in rows if row.made_on]


def decision_for(who: Who, reference: str, key: UUID) -> DecisionForFamily:
    """One of them, whole. Raises NotAllowed where there is none the reader may see."""
    case = sight.visible_to(who).select_related("child", "authority").get(reference=reference)
    row = AssessmentDecision.objects.select_related("contact").filter(
        case=case, request=key, state=DecisionState.MADE
    ).first()  # fmt: skip
    if row is None or row.made_on is None:
        raise NotAllowed("no such decision")
    items = row.notice.get("items", [])
    lines = texts_open_to(who.person_id, case.pk, [line for item in items for line in item["lines"]])
    open_ = iter(lines)
    shown = [{**item, "lines": [line for line in (next(open_) for _each in item["lines"]) if line]} for item in items]
    days = {name: date.fromisoformat(row.notice[name]) for name in ("appeal_by", "mediation_by") if name in row.notice}
    return DecisionForFamily(
        key=key, assess=bool(row.assess), made_on=row.made_on, called=case.child.called, council=case.authority.name,
        contact=row.contact.name if row.contact else "", meet_by=row.meet_by, appeal_by=days.get("appeal_by"),
        mediation_by=days.get("mediation_by"), items=shown,
    )  # fmt: skip


def decision_file_for(who: Who, reference: str, key: UUID) -> dict[str, Any]:
    """The notice of a refusal as its file says it. Raises NotAllowed where there is none the reader may see."""
    seen = decision_for(who, reference, key)
    if not seen.items:
        raise NotAllowed("no notice")
    said = {"called": seen.called, "council": seen.council, "sent_on": seen.made_on.isoformat(), "items": seen.items}
    return as_file(said, reference)


RIGHTS = ("appeal", "time_limits", "mediation", "disagreement", "advice")
"""What of a notice names no child and says nothing of one."""


@dataclass(frozen=True)
class DecisionByLink:
    """A decision as whoever has the link in a letter reads it: that it was made, and what can be done. Whoever has the
    link can open it, so it names no child and gives no reasons."""

    assess: bool
    made_on: date
    at_work: bool
    """The reader asked for somebody they work with, and the rights are the family's."""
    appeal_by: date | None
    mediation_by: date | None
    items: list[dict[str, Any]]


def decision_by_link(carer: UUID) -> DecisionByLink | None:
    """The latest decision on the case of whoever a letter went to; None where none is made."""
    reader = Carer.objects.get(pk=carer)
    row = AssessmentDecision.objects.filter(case=reader.case_ref, state=DecisionState.MADE).order_by("-made_at").first()
    if row is None or row.made_on is None:
        return None
    at_work = reader.relationship == Relationship.PROFESSIONAL
    days = {name: date.fromisoformat(row.notice[name]) for name in ("appeal_by", "mediation_by") if name in row.notice}
    items = [] if at_work else [item for item in row.notice.get("items", []) if item["key"] in RIGHTS]
    return DecisionByLink(
        assess=bool(row.assess), made_on=row.made_on, at_work=at_work, appeal_by=days.get("appeal_by"),
        mediation_by=days.get("mediation_by"), items=items,
    )  # fmt: skip


@dataclass(frozen=True)
class OwnAdvice:
    """What a parent or young person has said as their own advice, and may add to."""

    called: str
    oneself: bool
    said: list[tuple[date, dict[str, str]]]
    """What they said before, each with its day."""


def own_advice_for(who: Who, reference: str, key: UUID) -> OwnAdvice:
    """The reader's own advice for an assessment that the council carries out. Raises NotAllowed otherwise."""
    case, partner = _own(who, reference, key)
    mine = Advice.objects.filter(request=key, adviser=Adviser.FAMILY, state=AdviceState.GIVEN)
    mine = mine.filter(carer=partner.carer) if partner.carer else mine.filter(around=partner.around)
    days = {row.pk: row.given_on for row in mine.order_by("given_on", "pk")}
    rows = {row.advice_id: row.said for row in AdvicePoint.objects.filter(advice__in=days, kind=Point.ABOUT)}
    return OwnAdvice(
        called=case.child.called,
        oneself=partner.carer is not None and partner.carer.relationship == Relationship.SELF,
        said=[(day, rows.get(pk, {})) for pk, day in days.items() if day],
    )


def say_own_advice(who: Who, reference: str, key: UUID, said: Mapping[str, str]) -> None:
    """Says it; what was said before stays. Raises Refused, NotAllowed."""
    case, partner = _own(who, reference, key)
    words = {name: said.get(name, "") for name in OF_FAMILY}
    give_own(key, words, by=who, carer=partner.carer, around=partner.around, named=case.pk)


def _own(who: Who, reference: str, key: UUID):
    case = sight.visible_to(who).select_related("child").get(reference=reference)
    partner = partner_signed_in(case, who.person_id)
    here = AssessmentRequest.objects.filter(pk=key, case=case, state=RequestState.AGREED).exists()
    if partner is None or not here:
        raise NotAllowed("no advice of theirs")
    return case, partner
