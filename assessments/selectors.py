"""Reading Family Assessments. The first argument is always who asks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from accounts.roles import CASE_STAFF
from accounts.selectors import names_of
from accounts.who import Who
from assessments.models import AssessmentAnswer, AssessmentPart, AssessmentReader, FamilyAssessment
from assessments.words import AssessmentState, Chapter
from cases import powers, sight
from cases.models import Case
from cases.of_the_family import family_told, is_barred
from cases.selectors import case_called
from cases.task_kinds import TaskKind
from cases.task_teams import team_with
from cases.words import Capacity, Part
from core.events import Event
from core.refusals import NotAllowed
from people.models import Carer
from people.words import Relationship


@dataclass(frozen=True)
class AssessmentSeen:
    """An assessment, for a list or the head of its page."""

    key: UUID
    reference: str
    state: AssessmentState
    is_review: bool
    begun_by: str
    begun_at: datetime
    ended_by: str
    ended_at: datetime | None
    taken_by: str
    taken_at: datetime | None
    no_views_because: str
    missing_because: str
    no_reader_because: str
    stopped_because: str

    @property
    def title(self) -> str:
        """What it is called."""
        return "Family Assessment Review" if self.is_review else "Family Assessment"

    @property
    def is_open(self) -> bool:
        """Whether it is being written."""
        return self.state == AssessmentState.WRITING

    @property
    def stands(self) -> bool:
        """Whether it was sent, and reads as it was sent."""
        return self.state in {AssessmentState.SENT, AssessmentState.TAKEN}


@dataclass(frozen=True)
class PartSeen:
    """One part as its page shows it; version 0 where nobody wrote in it yet."""

    chapter: Chapter
    key: UUID | None
    said: dict[str, str]
    version: int
    written_by: str
    written_at: datetime | None
    comes_from: str
    asked: str
    due_on: date | None
    done_by: str
    done_at: datetime | None
    may_write: bool

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(self.said.values())


@dataclass(frozen=True)
class AnswerSeen:
    """What somebody of the family says to it."""

    name: str
    agrees: bool
    words: str
    said_at: datetime


@dataclass(frozen=True)
class AssessmentPage:
    """Everything on the page of one assessment."""

    head: AssessmentSeen
    parts: list[PartSeen]
    readers: list[str]
    answers: list[AnswerSeen]
    carries: bool
    may_take: bool


def assessments_of(who: Who, records: Iterable[Case]) -> list[AssessmentSeen]:
    """The assessments on the records of one child that ``who`` may read, the latest first."""
    open_ = sight.open_in(who, Part.TOGETHER).filter(pk__in=[record.pk for record in records])
    rows = FamilyAssessment.objects.filter(case__in=open_).select_related("case").order_by("-begun_at", "-pk")
    return _seen(list(rows))


def assessment_called(who: Who, reference: str, key: UUID) -> tuple[Case, FamilyAssessment]:
    """An assessment by its case's reference and its own key. Raises NotAllowed where there is none the reader may
    see."""
    case = case_called(who, reference, part=Part.TOGETHER)
    found = FamilyAssessment.objects.select_related("case__child").filter(pk=key, case=case).first()
    if found is None:
        raise NotAllowed("no such assessment")
    return case, found


def carries(who: Who, case: Case) -> bool:
    """Whether somebody carries this case's assessment: begins it, asks services for their parts, sends it. Who carries
    the case does, and the CAF team while the case is before it."""
    if not powers.may_do(who, Event.FAMILY_ASSESSMENT_BEGUN):
        return False
    stands = sight.capacities(who, case)
    return bool(stands & sight.HOLDING) or Capacity.TASKED in stands and _of_caf_team(who, case)


def may_take(who: Who, case: Case) -> bool:
    """Whether somebody may say that the CAF team has it: one of that team, or who oversees it."""
    if not powers.may_do(who, Event.FAMILY_ASSESSMENT_TAKEN):
        return False
    return bool(who.roles & powers.OVERSEERS) or _of_caf_team(who, case)


def _of_caf_team(who: Who, case: Case) -> bool:
    return team_with(TaskKind.FAMILY_ASSESSMENT, case).pk in who.teams


def may_write(who: Who, assessment: FamilyAssessment, part: AssessmentPart | None) -> bool:
    """Whether somebody may write in a part: who carries the assessment, everywhere; anybody else who works on the
    case, in the part they were asked for."""
    if not who.roles & CASE_STAFF or not sight.may_act(who, assessment.case):
        return False
    return carries(who, assessment.case) or part is not None and part.asked_id == who.person_id is not None


def assessment_page(who: Who, assessment: FamilyAssessment) -> AssessmentPage:
    """Everything on the page of one assessment."""
    theirs, open_ = carries(who, assessment.case), assessment.state == AssessmentState.WRITING
    acts = sight.may_act(who, assessment.case) if open_ else False
    readers = AssessmentReader.objects.filter(assessment=assessment).select_related("carer").order_by("pk")
    answers = AssessmentAnswer.objects.filter(assessment=assessment).select_related("carer").order_by("said_at", "pk")
    return AssessmentPage(
        head=_seen([assessment])[0],
        parts=parts_of(who, assessment, carries=theirs and acts, asked=acts),
        readers=[row.carer.name for row in readers],
        answers=[AnswerSeen(row.carer.name, row.agrees, row.words, row.said_at) for row in answers],
        carries=theirs,
        may_take=assessment.state == AssessmentState.SENT and may_take(who, assessment.case),
    )


def parts_of(who: Who, assessment: FamilyAssessment, *, carries: bool, asked: bool) -> list[PartSeen]:
    """Every part in order, written or not. ``carries``: the reader may write in all of them; ``asked``: in those they
    were asked for."""
    rows = {row.chapter: row for row in AssessmentPart.objects.filter(assessment=assessment).select_related("asked")}
    names = names_of({ref for row in rows.values() for ref in (row.written_by, row.done_by) if ref}) if rows else {}
    found = []
    for chapter in Chapter:
        row = rows.get(chapter.value)
        if row is None:
            found.append(PartSeen(chapter, None, {}, 0, "", None, "", "", None, "", None, carries))
            continue
        mine = row.asked_id is not None and row.asked_id == who.person_id
        found.append(
            PartSeen(
                chapter=chapter, key=row.pk, said=row.said, version=row.version,
                written_by=names.get(row.written_by, ""), written_at=row.written_at, comes_from=row.comes_from,
                asked=row.asked.name if row.asked else "", due_on=row.due_on, done_by=names.get(row.done_by, ""),
                done_at=row.done_at, may_write=(carries or asked and mine) and row.done_at is None,
            )
        )  # fmt: skip
    return found


def news_of(assessment: FamilyAssessment, since: datetime) -> list[AssessmentPart]:
    """The parts written since a moment."""
    return list(AssessmentPart.objects.filter(assessment=assessment, written_at__gt=since).order_by("written_at"))


def readers_on(case: Case) -> list[tuple[str, str]]:
    """Who of the family may get it: those known on the case, but for who may not be told where the child lives."""
    rows = family_told(case).order_by("pk")
    return [(str(row.pk), f"{row.name}, {_tie(row)}") for row in rows if not is_barred(row, case)]


def _tie(row: Carer) -> str:
    said = str(Relationship(row.relationship).words).lower()
    return said if row.email else f"{said} (no email address: give it on paper)"


def _seen(rows: list[FamilyAssessment]) -> list[AssessmentSeen]:
    refs = {ref for row in rows for ref in (row.begun_by, row.ended_by, row.taken_by) if ref}
    names = names_of(refs) if rows else {}
    return [
        AssessmentSeen(
            key=row.pk, reference=row.case.reference, state=AssessmentState(row.state),
            is_review=row.review_of_id is not None, begun_by=names.get(row.begun_by, ""), begun_at=row.begun_at,
            ended_by=names.get(row.ended_by, ""), ended_at=row.ended_at, taken_by=names.get(row.taken_by, ""),
            taken_at=row.taken_at, no_views_because=row.no_views_because, missing_because=row.missing_because,
            no_reader_because=row.no_reader_because, stopped_because=row.stopped_because,
        )
        for row in rows
    ]  # fmt: skip
