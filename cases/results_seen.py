"""What came of a child's case, for those who carry it; and what managers entered of earlier years."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F

from accounts.selectors import names_of
from accounts.who import Who
from cases.models import Baseline, CaseResult
from cases.result_words import Result
from statute.school_days import called


@dataclass(frozen=True)
class ResultSeen:
    """One result for a page."""

    key: UUID
    reference: str
    words: str
    came_on: date
    note: str
    noted_by: str
    mistaken_by: str


def results_of(references: Mapping[UUID, str]) -> list[ResultSeen]:
    """Those of these records, newest first. The records were fetched for their reader, who carries the case."""
    rows = list(
        CaseResult.objects.filter(case__in=references).order_by(
            "-came_on", F("mistaken_at").asc(nulls_first=True), "-noted_at", "pk"
        )
    )
    names = names_of({ref for row in rows for ref in (row.noted_by, row.mistaken_by) if ref})
    return [
        ResultSeen(
            key=row.pk,
            reference=references[row.case_id],
            words=Result(row.kind).words,
            came_on=row.came_on,
            note=row.note,
            noted_by=names.get(row.noted_by, ""),
            mistaken_by=names.get(row.mistaken_by, ""),
        )
        for row in rows
    ]


@dataclass(frozen=True)
class BaselineSeen:
    """One version of a figure of an earlier year."""

    measure: Result
    year: str
    figure: int | None
    source: str
    dated_on: date
    entered_by: str
    entered_at: datetime
    stands: bool
    """It is the newest of its year."""


def baselines(who: Who) -> list[BaselineSeen]:
    """Every version, the latest year first, and of each year the newest version first."""
    rows = list(Baseline.objects.filter(authority_id=who.authority_id).order_by("-year", "measure", "-version"))
    names = names_of({row.entered_by for row in rows})
    newest = {(row.measure, row.year): row.version for row in reversed(rows)}
    return [
        BaselineSeen(
            measure=Result(row.measure),
            year=called(row.year),
            figure=row.figure,
            source=row.source,
            dated_on=row.dated_on,
            entered_by=names[row.entered_by],
            entered_at=row.entered_at,
            stands=newest[row.measure, row.year] == row.version,
        )
        for row in rows
    ]


def figures_of(who: Who, year: int, measures: Iterable[Result] = Result) -> dict[Result, Baseline]:
    """What stands of one school year."""
    rows = Baseline.objects.filter(authority_id=who.authority_id, year=year, measure__in=list(measures))
    newest = {Result(row.measure): row for row in rows.order_by("version")}
    return {measure: row for measure, row in newest.items() if row.figure is not None}
