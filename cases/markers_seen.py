"""Which markers a child has, each reader as far as they may know. The first argument is always who asks."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from accounts.selectors import names_of
from accounts.who import Who
from cases import sight
from cases.marker_words import Marker, open_kinds
from cases.models import Case, CaseMarker
from cases.words import Part

PARTS = (Part.CIRCUMSTANCES, Part.SAFEGUARDING)
OF = {part: frozenset(open_kinds([part])) for part in PARTS}
"""The kinds of marker that each part opens."""


@dataclass(frozen=True)
class MarkerSeen:
    """One marker for a page."""

    key: UUID
    kind: Marker
    reference: str
    """The record it is kept on."""
    since: date
    until: date | None
    source: str
    mistaken: bool
    noted_by: str
    ended_by: str

    @property
    def words(self) -> str:
        return self.kind.words

    @property
    def stands(self) -> bool:
        """Whether it is so still, as far as anybody said."""
        return not self.ended_by


def markers_of(references: Mapping[UUID, str], parts: Mapping[UUID, frozenset[Part]]) -> list[MarkerSeen]:
    """Every marker on these records whose part is among those open to the reader on that record, those that stand
    first, in the order of the kinds."""
    open_to = {record: set(open_kinds(parts[record])) for record in references}
    rows = [row for row in CaseMarker.objects.filter(case__in=references) if row.kind in open_to[row.case_id]]
    order = list(Marker)
    rows.sort(key=lambda row: (row.ended_at is not None, order.index(Marker(row.kind)), row.noted_at))
    names = names_of({ref for row in rows for ref in (row.noted_by, row.ended_by) if ref}) if rows else {}
    return [
        MarkerSeen(
            key=row.pk, kind=Marker(row.kind), reference=references[row.case_id], since=row.since, until=row.until,
            source=row.source, mistaken=row.mistaken, noted_by=names.get(row.noted_by, ""),
            ended_by=names.get(row.ended_by, row.ended_by),
        )
        for row in rows
    ]  # fmt: skip


def known_to(who: Who, rows: QuerySet[CaseMarker] | None = None) -> QuerySet[CaseMarker]:
    """The markers, of cases of their authority, that somebody may know of: for lists, what ``markers_of`` answers for
    one child."""
    rows = (CaseMarker.objects.all() if rows is None else rows).filter(authority_id=who.authority_id)
    told = Q()
    for part in PARTS:
        told |= Q(kind__in=open_kinds([part]), case__in=sight.open_in(who, part).values("pk"))
    return rows.filter(told)


def marked(who: Who, cases: Collection[UUID]) -> dict[UUID, tuple[str, ...]]:
    """Which of these cases are of a child with a marker that stands and that the reader may know of, in words. One on
    another record of the same child counts. A case without any is not in it."""
    if not cases:
        return {}
    homes = dict(Case.objects.filter(pk__in=cases).values_list("pk", Coalesce("merged_into", "pk")))
    theirs = set(homes.values())
    rows = known_to(who, CaseMarker.objects.filter(Q(case__in=theirs) | Q(case__merged_into__in=theirs), ended_at=None))
    by_home: dict[UUID, set[Marker]] = defaultdict(set)
    for case, home, kind in rows.values_list("case", "case__merged_into", "kind"):
        by_home[home or case].add(Marker(kind))
    return {
        case: tuple(str(kind.words) for kind in Marker if kind in by_home[home])
        for case, home in homes.items()
        if home in by_home
    }


def cases_marked(who: Who) -> set[UUID]:
    """The cases of a child with a marker that stands and that the reader may know of, on whichever record of the child:
    for the order of a list. Who may know is asked of the few that bear one: a list without any costs
    nothing."""
    standing = CaseMarker.objects.filter(authority_id=who.authority_id, ended_at=None)
    rows = list(standing.values_list("case", "case__merged_into", "kind"))
    if not rows:
        return set()
    here = {case for case, _home, _kind in rows}
    open_to = {part: _open(who, part, here) for part in PARTS}
    known = {
        (case, home) for case, home, kind in rows if any(case in open_to[part] and kind in OF[part] for part in PARTS)
    }
    theirs = {case for case, _home in known}
    joined = Case.objects.filter(merged_into__in=theirs).values_list("pk", flat=True)
    return theirs | {home for _case, home in known if home} | set(joined)


def _open(who: Who, part: Part, cases: Collection[UUID]) -> set[UUID]:
    return set(sight.open_in(who, part).filter(pk__in=cases).values_list("pk", flat=True))
