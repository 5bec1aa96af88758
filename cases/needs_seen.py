"""Which needs a child has, for those who may read the case. The records were fetched for their reader."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from accounts.selectors import names_of
from cases.models import Case, CaseNeed
from cases.need_words import LISTS, NeedList, Needs, PathwayNeed, SenType


@dataclass(frozen=True)
class NeedSeen:
    """One need for a page."""

    which: NeedList
    code: str
    words: str
    reference: str
    """The record it is noted on."""
    since: date
    until: date | None
    mistaken: bool
    noted_by: str
    ended_by: str

    @property
    def stands(self) -> bool:
        """Whether the child has it still, as far as anybody said."""
        return not self.ended_by


def needs_of(references: Mapping[UUID, str]) -> list[NeedSeen]:
    """Every need ever noted on these records, those that stand first, in the order of the two lists."""
    rows = list(CaseNeed.objects.filter(case__in=references))
    order = {(which, code): at for which, codes in LISTS.items() for at, code in enumerate(codes)}
    rows.sort(key=lambda row: (row.ended_at is not None, row.which, order[NeedList(row.which), row.code], row.noted_at))
    names = names_of({ref for row in rows for ref in (row.noted_by, row.ended_by) if ref})
    return [
        NeedSeen(
            which=NeedList(row.which),
            code=row.code,
            words=LISTS[NeedList(row.which)](row.code).words,
            reference=references[row.case_id],
            since=row.since,
            until=row.until,
            mistaken=row.mistaken,
            noted_by=names.get(row.noted_by, ""),
            ended_by=names.get(row.ended_by, row.ended_by),
        )
        for row in rows
    ]


def standing_needs(case: Case) -> Needs:
    """The needs that stand on one record."""
    rows = list(CaseNeed.objects.filter(case=case, ended_at=None).values_list("which", "code"))
    return Needs(
        frozenset(PathwayNeed(code) for which, code in rows if which == NeedList.PATHWAY),
        frozenset(SenType(code) for which, code in rows if which == NeedList.SEN),
    )
