"""A Family Assessment is begun, its parts are written and finished, each by whoever knows. Words still being written
are working notes (decision 29): kept at once, outside the case's history until the part is finished."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from accounts.away import case_staff
from accounts.who import Who
from assessments import rules
from assessments.models import AssessmentPart, FamilyAssessment
from assessments.selectors import carries, may_write
from assessments.words import FIELDS, AssessmentState, Chapter, Why
from cases.act import Act
from cases.action import action
from cases.models import Case
from cases.words import Part
from core import clock
from core.events import Event
from core.refusals import NotAllowed, Refused
from core.words import _
from door.working_notes import LONGEST, Written, cleaned
from ledger.models import Entry

NOT_THEIRS = _("This is not yours to change. Ask the engagement lead or the CAF team.")
STANDS = (AssessmentState.SENT, AssessmentState.TAKEN)


@dataclass(frozen=True)
class FirstWords:
    """What is known for a part already, where that was said, and, of a part taken over, who wrote it when."""

    said: Mapping[str, str]
    where: str
    by: str = ""
    at: datetime | None = None


def begin(case_key: UUID, first: Mapping[Chapter, FirstWords], *, by: Who) -> tuple[FamilyAssessment, Entry]:
    """A Family Assessment is being written; where one was sent before, a review of it. Raises Refused, NotAllowed."""
    case = Case.objects.get(pk=case_key)

    def a_new_one() -> FamilyAssessment:
        return FamilyAssessment(
            authority_id=case.authority_id, case=case, begun_by=by.ref, begun_at=clock.now(), review_of=latest_of(case)
        )

    with action(Event.FAMILY_ASSESSMENT_BEGUN, by=by, subject=a_new_one, part=Part.TOGETHER) as act:
        _require_carries(by, act.case)
        if FamilyAssessment.objects.filter(case=act.case, state=AssessmentState.WRITING).exists():
            raise Refused(Why.BEGUN_ALREADY)
        act.subject.save()
        for chapter, known in first.items():
            words = cleaned(known.said, FIELDS[chapter])
            if any(words.values()):
                row = AssessmentPart(
                    authority_id=case.authority_id,
                    assessment=act.subject,
                    chapter=chapter,
                    comes_from=known.where,
                    version=0,
                )
                row.put(words, 0, by.ref)
                if known.by and known.at:
                    row.written_by, row.written_at = known.by, known.at
                row.save()
        act.about, act.facts = act.case.pk, {"kind": "review" if act.subject.review_of_id else "first"}
        act.facts["assessment"] = str(act.subject.pk)
    return act.subject, act.entry


def latest_of(case: Case) -> FamilyAssessment | None:
    """The assessment of a case that was sent last, or None."""
    return FamilyAssessment.objects.filter(case=case, state__in=STANDS).order_by("-ended_at").first()


@transaction.atomic
def write(
    key: UUID, chapter: Chapter, said: Mapping[str, str], *, by: Who, version: int, named: UUID | None = None
) -> Written[AssessmentPart]:
    """Writes in one part, where it stands as its writer last read it. Raises Refused, NotAllowed."""
    found = FamilyAssessment.objects.select_related("case").select_for_update(no_key=True, of=("self",)).get(pk=key)
    row = AssessmentPart.objects.filter(assessment=found, chapter=chapter).first()
    if (named is not None and found.case_id != named) or not may_write(by, found, row):
        raise NotAllowed("not theirs to write")
    if why := rules.against_changing(AssessmentState(found.state)):
        raise Refused(*why)
    if row is not None and row.done_at:
        raise Refused(Why.DONE)
    words = cleaned(said, FIELDS[chapter])
    if any(len(each) > LONGEST for each in words.values()):
        raise Refused(Why.TOO_LONG)
    if row is None:
        row, version = AssessmentPart(authority_id=found.authority_id, assessment=found, chapter=chapter, version=0), 0
    if not row.put(words, version, by.ref):
        return Written(row, clash=True)
    row.save()
    return Written(row)


def ask(
    key: UUID, chapter: Chapter, person: UUID, due_on: date, *, by: Who, named: UUID | None = None
) -> tuple[AssessmentPart, Entry]:
    """Somebody is asked to write a part by a day, in place of whoever was asked before: what is written stays. That
    they have it to do is an act of ``pathway``. Raises Refused, NotAllowed."""
    with opened_assessment(Event.FAMILY_ASSESSMENT_ASKED, key, by, named) as act:
        _require_carries(by, act.case)
        row = AssessmentPart.objects.filter(assessment=act.subject, chapter=chapter).first()
        same = row is not None and not row.done_at and (row.asked_id, row.due_on) == (person, due_on)
        why = [Why.ASKED_ALREADY] if same else []
        if due_on < clock.today():
            why.append(Why.NO_DAY)
        if not case_staff(act.case.authority_id, clock.today()).filter(pk=person).exists():
            why.append(Why.NOT_HERE)
        if why:
            raise Refused(*why)
        if row is None:
            row = AssessmentPart(
                authority_id=act.case.authority_id, assessment=act.subject, chapter=chapter, version=0,
                said=cleaned({}, FIELDS[chapter]), written_by=by.ref, written_at=clock.now(),
            )  # fmt: skip
        row.asked_id, row.due_on, row.done_by, row.done_at = person, due_on, "", None
        row.save()
        act.facts |= {"chapter": chapter.value, "due": due_on.isoformat()}
    return row, act.entry


def finish_part(
    key: UUID, chapter: Chapter, *, by: Who, again: bool = False, named: UUID | None = None
) -> tuple[AssessmentPart, Entry]:
    """A part is finished; or, ``again``, open to be written in once more. Raises Refused, NotAllowed,
    AssessmentPart.DoesNotExist."""
    with opened_assessment(Event.FAMILY_ASSESSMENT_WRITTEN, key, by, named) as act:
        row = AssessmentPart.objects.get(assessment=act.subject, chapter=chapter)
        if not may_write(by, act.subject, row):
            raise NotAllowed(NOT_THEIRS, seen=True)
        if not again and not any(row.said.values()):
            raise Refused(Why.EMPTY)
        row.done_by, row.done_at = ("", None) if again else (by.ref, clock.now())
        row.save()
        act.facts |= {"chapter": chapter.value, "done": "no" if again else "yes"}
    return row, act.entry


@contextmanager
def opened_assessment(
    event: Event, key: UUID, by: Who, named: UUID | None, *, sent: bool = False, because: Entry | None = None
) -> Iterator[Act]:
    """The doorway for an assessment that is being written, or, ``sent``, one that was sent."""

    def the_assessment() -> FamilyAssessment:
        return FamilyAssessment.objects.select_for_update(no_key=True).get(pk=key)

    with action(event, by=by, subject=the_assessment, named=named, part=Part.TOGETHER, because=because) as act:
        if not sent and (why := rules.against_changing(AssessmentState(act.subject.state))):
            raise Refused(*why)
        act.about, act.facts = act.case.pk, {"assessment": str(act.subject.pk)}
        yield act


def _require_carries(by: Who, case: Case) -> None:
    if not carries(by, case):
        raise NotAllowed(NOT_THEIRS, seen=True)
