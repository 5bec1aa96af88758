"""What a family reads of the decision whether to assess."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from accounts.who import Who
from cases import sight
from cases.secret_letters import texts_open_to
from core.refusals import NotAllowed
from ehcp.models import AssessmentDecision
from ehcp.notice import as_file
from ehcp.words import DecisionState

__all__ = ["DecisionForFamily", "decision_file_for", "decision_for", "decisions_for"]


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
