"""A Family Assessment is sent, the CAF team says that it has it, or it is not carried on."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from django.conf import settings

from accounts.who import Who
from assessments import rules
from assessments.actions.write import NOT_THEIRS, opened_assessment
from assessments.models import AssessmentAnswer, AssessmentPart, AssessmentReader, FamilyAssessment
from assessments.selectors import carries, may_take
from assessments.words import AssessmentState, Chapter, Why
from cases.leading import lead_of
from cases.of_the_family import family_told, is_barred
from cases.secret_letters import holds_hidden, people_who_are
from core import clock
from core.events import Event
from core.refusals import NotAllowed, Refused
from ledger.models import Entry

MOST = 4000


@dataclass(frozen=True)
class Wanted:
    """How somebody sends it: to whom of the family, and why something is wanting."""

    readers: tuple[UUID, ...] = ()
    no_reader_because: str = ""
    no_views_because: str = ""
    missing_because: str = ""


def send(key: UUID, wanted: Wanted, *, by: Who, named: UUID | None = None) -> tuple[FamilyAssessment, Entry]:
    """It stands as it is from now on; the CAF team has it, and those of the family who were chosen. Raises Refused with
    everything that is wanting, NotAllowed."""
    with opened_assessment(Event.FAMILY_ASSESSMENT_SENT, key, by, named) as act:
        if not carries(by, act.case):
            raise NotAllowed(NOT_THEIRS, seen=True)
        found, rows = act.subject, list(AssessmentPart.objects.filter(assessment=act.subject).order_by("chapter"))
        readers = list(family_told(act.case).filter(pk__in=wanted.readers))
        sending = rules.Sending(
            written=frozenset(Chapter(row.chapter) for row in rows if any(row.said.values())),
            waited_for=frozenset(Chapter(row.chapter) for row in rows if row.asked_id and not row.done_at),
            no_views_because=wanted.no_views_because,
            missing_because=wanted.missing_because,
            readers=len(readers),
            no_reader_because=wanted.no_reader_because,
            barred=any(is_barred(row, act.case) for row in readers),
            hidden=any(holds_hidden(act.case.pk, _all_of(rows), people_who_are(row, act.case.pk)) for row in readers),
        )
        if why := rules.against_sending(sending):
            raise Refused(*(str(one).format(child=act.case.child.called) for one in why))
        found.send()
        found.ended_by, found.ended_at = by.ref, clock.now()
        found.no_views_because, found.missing_because = wanted.no_views_because.strip(), wanted.missing_because.strip()
        found.no_reader_because = "" if readers else wanted.no_reader_because.strip()
        found.digest = digest_of(rows)
        for carer in readers:
            AssessmentReader(authority_id=found.authority_id, case=act.case, assessment=found, carer=carer).save()
        act.facts["digest"] = found.digest
        act.telling = {"family_url": settings.FAMILY_URL + "/mine/"}
    return act.subject, act.entry


def _all_of(rows: Iterable[AssessmentPart]) -> str:
    return "\n".join(words for row in rows for words in row.said.values())


def digest_of(rows: Iterable[AssessmentPart]) -> str:
    """SHA-256 of the parts, the same for the same words."""
    said = sorted([row.chapter, row.said] for row in rows if any(row.said.values()))
    return sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def take(key: UUID, *, by: Who, named: UUID | None = None) -> tuple[FamilyAssessment, Entry]:
    """The CAF team says that it has it. That its task is done is an act of ``pathway``. Raises Refused, NotAllowed."""
    with opened_assessment(Event.FAMILY_ASSESSMENT_TAKEN, key, by, named, sent=True) as act:
        if not may_take(by, act.case):
            raise NotAllowed(NOT_THEIRS, seen=True)
        if act.subject.state != AssessmentState.SENT:
            raise Refused(Why.NOT_SENT)
        act.subject.take()
        act.subject.taken_by, act.subject.taken_at = by.ref, clock.now()
    return act.subject, act.entry


def stop(key: UUID, because: str, *, by: Who, named: UUID | None = None) -> tuple[FamilyAssessment, Entry]:
    """It is not carried on, and why. What was written stays to be read. Raises Refused, NotAllowed."""
    with opened_assessment(Event.FAMILY_ASSESSMENT_STOPPED, key, by, named) as act:
        if not carries(by, act.case):
            raise NotAllowed(NOT_THEIRS, seen=True)
        if not because.strip():
            raise Refused(Why.NO_REASON)
        act.subject.stop()
        act.subject.ended_by, act.subject.ended_at = by.ref, clock.now()
        act.subject.stopped_because = because.strip()
    return act.subject, act.entry


def answer(key: UUID, carer: UUID, agrees: bool, words: str, *, by: Who, named: UUID | None = None) -> None:
    """Somebody of the family who has it agrees or does not, in their own words. Earlier answers stay. Raises Refused,
    NotAllowed."""
    with opened_assessment(Event.FAMILY_ASSESSMENT_ANSWERED, key, by, named, sent=True) as act:
        row = AssessmentReader.objects.filter(assessment=act.subject, carer=carer).first()
        if row is None:
            raise NotAllowed("not one of its readers")
        if not agrees and not words.strip():
            raise Refused(Why.NO_REASON)
        AssessmentAnswer(
            authority_id=act.case.authority_id, case=act.case, assessment=act.subject, carer=row.carer, agrees=agrees,
            words=words.strip()[:MOST], said_at=clock.now(),
        ).save()  # fmt: skip
        act.facts |= {"agrees": "yes" if agrees else "no", "led": "yes" if lead_of(act.case) else "no"}
