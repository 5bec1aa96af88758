"""What those of the family who have a Family Assessment read, and say to it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from accounts.who import Who
from assessments.actions.send import answer
from assessments.models import AssessmentAnswer, AssessmentPart, AssessmentReader
from assessments.words import FIELDS, Chapter
from cases import sight
from cases.models import Case
from cases.of_the_family import is_barred
from cases.secret_letters import texts_open_to
from core.refusals import NotAllowed
from people.models import Around

__all__ = ["AssessmentForFamily", "assessment_for", "assessments_for", "say_to_assessment"]


@dataclass(frozen=True)
class AssessmentForFamily:
    """An assessment as one of its readers in the family sees it."""

    key: UUID
    is_review: bool
    sent_at: datetime
    called: str
    parts: list[tuple[Chapter, list[tuple[str, str]]]]
    """Each part with what was written in it, by name of the field."""
    answers: list[tuple[bool, str, datetime]]
    """What the reader said to it."""


def assessments_for(who: Who, reference: str) -> list[tuple[UUID, bool, datetime]]:
    """The assessments of a case that this reader was given, the latest first: key, whether a review, when sent."""
    case = sight.visible_to(who).get(reference=reference)
    rows = [row.assessment for row in _theirs(who, case)]
    return [(row.pk, row.review_of_id is not None, row.ended_at) for row in rows if row.ended_at]


def assessment_for(who: Who, reference: str, key: UUID) -> AssessmentForFamily:
    """One of them, whole but for what the reader may not be told. Raises NotAllowed otherwise, as for none at all."""
    case, row = _one(who, reference, key)
    found = row.assessment
    said = {part.chapter: part.said for part in AssessmentPart.objects.filter(assessment=found)}
    flat = [(Chapter(one), name, said[one][name]) for one in Chapter if one in said for name in FIELDS[one]]
    open_ = texts_open_to(who.person_id, case.pk, [words for _chapter, _name, words in flat])
    shown = [(chapter, name, words) for (chapter, name, _all), words in zip(flat, open_, strict=True) if words]
    answers = AssessmentAnswer.objects.filter(assessment=found, carer=row.carer_id).order_by("said_at")
    return AssessmentForFamily(
        key=found.pk, is_review=found.review_of_id is not None, sent_at=found.ended_at, called=case.child.called,
        parts=[
            (chapter, [(name, words) for one, name, words in shown if one == chapter])
            for chapter in dict.fromkeys(one for one, _name, _words in shown)
        ],
        answers=[(one.agrees, one.words, one.said_at) for one in answers],
    )  # fmt: skip


def say_to_assessment(who: Who, reference: str, key: UUID, agrees: bool, words: str) -> None:
    """The reader agrees to it or does not, in their own words. Raises Refused, NotAllowed."""
    case, row = _one(who, reference, key)
    answer(key, row.carer_id, agrees, words, by=who, named=case.pk)


def _one(who: Who, reference: str, key: UUID) -> tuple[Case, AssessmentReader]:
    case = sight.visible_to(who).select_related("child").get(reference=reference)
    row = next((one for one in _theirs(who, case) if one.assessment_id == key), None)
    if row is None:
        raise NotAllowed("no such assessment")
    return case, row


def _theirs(who: Who, case: Case) -> list[AssessmentReader]:
    """What the reader was given, as long as they may still be told where the child is."""
    if who.person_id is None:
        return []
    followed = Around.objects.filter(person=who.person_id, case_ref=case.pk, mistaken_at=None, carer__isnull=False)
    own = Q(carer__person=who.person_id) | Q(carer__in=followed.values("carer"))
    rows = AssessmentReader.objects.filter(own, case=case)
    rows = rows.select_related("assessment", "carer").order_by("-assessment__ended_at")
    return [row for row in rows if not is_barred(row.carer, case)]
