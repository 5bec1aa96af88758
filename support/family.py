"""The support plans of a child, for those of the family who follow the case, and what they say to them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from accounts.who import Who
from cases import sight
from cases.company import Partner, partner_signed_in
from cases.models import Case
from cases.of_the_family import is_barred
from cases.secrecy import is_barred_anywhere
from cases.secret_letters import texts_open_to
from core.refusals import NotAllowed
from support.actions.go_on import answer
from support.models import SupportCycle
from support.selectors import CycleSeen, seen_of
from support.words import LONGEST, CycleState, Kind, Next

__all__ = ["LONGEST", "RoundForFamily", "has_support", "rounds_for", "say_to_support"]


@dataclass(frozen=True)
class OutcomeForFamily:
    """What should be different, and how far it came."""

    outcome: str
    baseline: str
    target: str
    reached: str
    met: bool | None


@dataclass(frozen=True)
class HelpForFamily:
    """One kind of help, and how much of it took place."""

    what: str
    often: str
    minutes: int
    children: int
    who: str
    planned: int
    done: int


@dataclass(frozen=True)
class RoundForFamily:
    """One round as the family reads it."""

    key: UUID
    kind: str
    number: int
    agreed_on: date
    review_on: date
    reviewed_on: date | None
    strengths: str
    needs: str
    family_view: str
    child_view: str
    family_review: str
    next: str
    contributions: list[tuple[str, str]]
    outcomes: list[OutcomeForFamily]
    lines: list[HelpForFamily]
    planned: int
    done: int
    total: Decimal
    said: list[tuple[str, date]]
    """What the reader said to it themselves."""


def has_support(who: Who, reference: str) -> bool:
    """Whether there is a plan for the reader to read."""
    agreed = SupportCycle.objects.exclude(state=CycleState.WRITING)
    if not agreed.filter(authority_id=who.authority_id, case__reference=reference).exists():
        return False
    return _partner(who, sight.visible_to(who).get(reference=reference)) is not None


def rounds_for(who: Who, reference: str) -> tuple[str, list[RoundForFamily]]:
    """What the child is called, and every round that was agreed, the latest first. Raises NotAllowed where there is
    none that the reader may read."""
    case = sight.visible_to(who).select_related("child").get(reference=reference)
    partner = _partner(who, case)
    rows = list(_rows(case).order_by("-number"))
    if partner is None or not rows:
        raise NotAllowed("no support plan")
    return case.child.called, [_for(who, case, partner, one) for one in seen_of(rows)]


def say_to_support(who: Who, reference: str, key: UUID, words: str) -> None:
    """The reader says what they think. Raises Refused, NotAllowed."""
    case = sight.visible_to(who).get(reference=reference)
    if _partner(who, case) is None or not _rows(case).filter(pk=key).exists():
        raise NotAllowed("no support plan")
    answer(key, words, by=who, named=case.pk)


def _rows(case: Case):
    return SupportCycle.objects.filter(case=case).exclude(state=CycleState.WRITING)


def _partner(who: Who, case: Case) -> Partner | None:
    """Who of the family the reader is. Nobody, where they may not be told where the child is: who helps tells where."""
    partner = partner_signed_in(case, who.person_id)
    if partner is None:
        return None
    barred = (
        is_barred(partner.carer, case) if partner.carer else bool(partner.around and is_barred_anywhere(partner.around))
    )
    return None if barred else partner


def _for(who: Who, case: Case, partner: Partner, seen: CycleSeen) -> RoundForFamily:
    row = seen.row
    texts = [row.strengths, row.needs, row.family_view, row.child_view, row.family_review]
    texts += [words for one in seen.outcomes for words in (one.outcome, one.baseline, one.target, one.reached)]
    texts += [words for one in seen.lines for words in (one.row.what, one.row.often, one.row.who)]
    given = [(agency, one) for agency, one, _name in seen.contributions if one]
    texts += [one.words for _agency, one in given]
    open_ = iter(texts_open_to(who.person_id, case.pk, texts))
    said = [next(open_) for _ in range(5)]
    outcomes = [OutcomeForFamily(next(open_), next(open_), next(open_), next(open_), one.met) for one in seen.outcomes]
    lines = [
        HelpForFamily(
            next(open_), next(open_), one.row.minutes, one.row.children, next(open_), one.row.sessions, one.done
        )
        for one in seen.lines
    ]  # fmt: skip
    own = [one for one in seen.answers if (one.carer_id or one.around_id) == partner.key]
    return RoundForFamily(
        key=row.pk, kind=Kind(row.kind).words, number=row.number, agreed_on=row.agreed_on, review_on=row.review_on,
        reviewed_on=row.reviewed_on, strengths=said[0], needs=said[1], family_view=said[2], child_view=said[3],
        family_review=said[4], next=Next(row.next).words if row.next else "",
        contributions=[(agency.words, next(open_)) for agency, _one in given], outcomes=outcomes, lines=lines,
        planned=sum(one.planned for one in lines), done=sum(one.done for one in lines), total=seen.total,
        said=[(one.words, one.said_at.date()) for one in own],
    )  # fmt: skip
