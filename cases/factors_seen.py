"""What may harm a child and what protects one, each reader as far as they may know, and what it comes to in words: a
guide for people who talk about the child, from which nothing is decided and by which nothing is ordered."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from accounts.selectors import names_of
from cases.factor_words import Factor, Side, Whence, open_factors
from cases.models import CaseFactor
from cases.words import Part
from core import clock

STALE = timedelta(days=182)
"""How long after it was written down somebody should ask whether it is still so."""


@dataclass(frozen=True)
class FactorSeen:
    """One piece of evidence for a page."""

    key: UUID
    kind: Factor
    reference: str
    """The record it is kept on."""
    evidence: str
    seen_by: str
    whence: str
    since: date
    noted_by: str
    noted_on: date
    until: date | None
    mistaken: bool
    ended_by: str
    ended_because: str

    @property
    def words(self) -> str:
        return self.kind.words

    @property
    def stands(self) -> bool:
        """Whether it is so still, as far as anybody said."""
        return not self.ended_by

    @property
    def is_old(self) -> bool:
        """Nobody has said for half a year whether it is still so."""
        return self.stands and self.noted_on < clock.today() - STALE


@dataclass(frozen=True)
class Picture:
    """What stands, for one reader, each kind once."""

    risks: tuple[str, ...]
    protects: tuple[str, ...]
    old: int
    """How many of the rows are old."""

    @property
    def words(self) -> str:
        """In a sentence, which says what was written down and judges nothing."""
        if not self.risks and not self.protects:
            return "Nobody has written anything down yet that you may know of."
        if not self.protects:
            return "Nothing that protects is written down: ask the child, the family and the school what does."
        if not self.risks:
            return "Nothing that may harm is written down that you may know of."
        more = len(self.risks) - len(self.protects)
        if more > 0:
            return "More that may harm is written down than that protects: talk about it with the family."
        return "At least as much that protects is written down as that may harm."


def factors_of(references: Mapping[UUID, str], parts: Mapping[UUID, frozenset[Part]]) -> list[FactorSeen]:
    """Everything on these records whose part is among those open to the reader on that record, what stands first, in
    the order of the kinds."""
    open_to = {record: set(open_factors(parts[record])) for record in references}
    rows = [row for row in CaseFactor.objects.filter(case__in=references) if row.kind in open_to[row.case_id]]
    order = list(Factor)
    rows.sort(key=lambda row: (row.ended_at is not None, order.index(Factor(row.kind)), row.since, row.noted_at))
    names = names_of({ref for row in rows for ref in (row.noted_by, row.ended_by) if ref}) if rows else {}
    return [
        FactorSeen(
            key=row.pk, kind=Factor(row.kind), reference=references[row.case_id], evidence=row.evidence,
            seen_by=row.seen_by, whence=str(Whence(row.whence).words), since=row.since,
            noted_by=names.get(row.noted_by, ""), noted_on=clock.london_day(row.noted_at), until=row.until,
            mistaken=row.mistaken, ended_by=names.get(row.ended_by, row.ended_by), ended_because=row.ended_because,
        )
        for row in rows
    ]  # fmt: skip


def kinds_standing(references: Collection[UUID], parts: Mapping[UUID, frozenset[Part]]) -> set[Factor]:
    """The kinds that stand on these records and that the reader may know of."""
    rows = CaseFactor.objects.filter(case__in=references, ended_at=None).values_list("case", "kind")
    return {Factor(kind) for record, kind in rows if Factor(kind).part in parts[record]}


def on_side(rows: Sequence[FactorSeen], side: Side) -> list[FactorSeen]:
    """Those that weigh one way."""
    return [row for row in rows if row.kind.side == side]


def picture(rows: Sequence[FactorSeen]) -> Picture:
    """What those that stand come to."""
    standing = [row for row in rows if row.stands]
    kinds = {side: tuple(dict.fromkeys(str(row.words) for row in on_side(standing, side))) for side in Side}
    return Picture(kinds[Side.RISK], kinds[Side.PROTECTS], sum(row.is_old for row in standing))
