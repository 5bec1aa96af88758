"""The decision whether to assess: written, put to a second person, sent back, or made."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from accounts.models import Authority, Person
from accounts.who import Who
from cases import sight
from cases.act import Act
from cases.action import action
from cases.models import Case
from cases.of_the_family import family_told
from cases.secret_letters import holds_hidden, people_who_are
from cases.words import Part
from core import clock
from core.events import Event
from core.refusals import NotAllowed, Refused
from ehcp import notice, rules
from ehcp.actions.prepare import LONGEST, opened_request
from ehcp.models import AssessmentDecision, AssessmentRequest
from ehcp.selectors import contacts_of, decision_on, evidence_limbs, findings_of, told_on
from ehcp.words import DecisionState, RequestState, Why
from ledger.models import Entry
from people.words import Relationship


@dataclass(frozen=True)
class Written:
    """A decision as somebody writes it, and the version they had read."""

    before: int
    assess: bool | None = None
    may_have_needs: bool | None = None
    needs_because: str = ""
    may_be_necessary: bool | None = None
    necessary_because: str = ""
    family_view: str = ""
    instead: str = ""
    contact: UUID | None = None
    meet_by: date | None = None


TEXTS = ("needs_because", "necessary_because", "family_view", "instead")


def write(key: UUID, written: Written, *, by: Who, named: UUID | None = None) -> AssessmentDecision:
    """Keeps it as it stands, half done or whole. Nobody writes over what they have not read. Raises Refused,
    NotAllowed."""
    with opened_request(Event.DECISION_WRITTEN, key, by, named) as act:
        row = decision_on(act.subject) or AssessmentDecision(
            authority_id=act.case.authority_id, case=act.case, request=act.subject
        )
        if row.version != written.before:
            raise Refused(Why.CHANGED)
        for name in TEXTS:
            setattr(row, name, getattr(written, name).replace("\r\n", "\n").strip()[:LONGEST])
        row.assess, row.meet_by, row.contact_id = written.assess, written.meet_by, written.contact
        row.may_have_needs, row.may_be_necessary = written.may_have_needs, written.may_be_necessary
        row.version, row.written_by, row.written_at = row.version + 1, by.ref, clock.now()
        row.save()
    return row


def propose(key: UUID, *, by: Who, before: int, named: UUID | None = None) -> AssessmentDecision:
    """Puts it to a second person, where nothing is wanting. ``before``: the version that was read. Raises Refused with
    everything that is wanting, NotAllowed."""
    with opened_request(Event.DECISION_PROPOSED, key, by, named) as act:
        row = decision_on(act.subject)
        if row is None:
            raise Refused(Why.NOT_WRITTEN)
        if row.version != before:
            raise Refused(Why.CHANGED)
        _require_whole(act, row)
        row.propose()
        row.proposed_by, row.proposed_at, row.sent_back_because = by.ref, clock.now(), ""
        row.save()
        act.facts = {"assess": "yes" if row.assess else "no"}
    return row


def send_back(key: UUID, because: str, *, by: Who, named: UUID | None = None) -> AssessmentDecision:
    """A second person wants it changed and says what; or whoever proposed it takes it back. Raises Refused,
    NotAllowed."""
    with _proposed(Event.DECISION_SENT_BACK, key, by, named) as (act, row):
        own = row.proposed_by == by.ref
        if not own and not because.strip():
            raise Refused(Why.NO_WHY_BACK)
        row.send_back()
        row.sent_back_because = because.strip()[:LONGEST]
        row.save()
        act.facts = {"done": "taken_back" if own else "sent_back"}
    return row


def make(key: UUID, *, by: Who, named: UUID | None = None) -> tuple[AssessmentDecision, Entry]:
    """A second person decides so, and the family is written to the same day. What follows is an act of ``pathway``.
    Raises Refused, NotAllowed."""
    assess = AssessmentDecision.objects.filter(request=key).values_list("assess", flat=True).first()
    event = Event.ASSESSMENT_AGREED if assess else Event.ASSESSMENT_REFUSED
    with _proposed(event, key, by, named, part=Part.CORE) as (act, row):
        if row.assess != assess:
            raise Refused(Why.CHANGED)
        if by.ref in {row.proposed_by, row.written_by}:
            raise NotAllowed(str(Why.SAME_PERSON), seen=True)
        _require_whole(act, row)
        row.make()
        row.made_by, row.made_at, row.made_on = by.ref, clock.now(), clock.today()
        if assess:
            act.subject.agree()
        else:
            act.subject.refuse()
            row.notice = notice_of(row)
            row.digest = sha256(json.dumps(row.notice, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
            act.facts["digest"] = row.digest
        row.save()
        asker = act.subject.asked_by
        act.telling = {
            "asker": asker, "decision_url": _url(act, act.subject), "notice": row.notice,
            "asked_at": "work" if asker.relationship == Relationship.PROFESSIONAL else "home",
        }  # fmt: skip
    return row, act.entry


def notice_of(row: AssessmentDecision) -> dict[str, Any]:
    """The notice of a refusal, as it would be sent today. Raises Refused where it would not be complete."""
    contacts = contacts_of(row.authority_id)
    if contacts is None or row.contact_id is None or row.meet_by is None:
        raise Refused(Why.NO_CONTACTS)
    found = findings_of(row)
    return notice.drawn_up(
        called=row.case.child.called,
        council=Authority.objects.get(pk=row.authority_id).name,
        sent_on=row.made_on or clock.today(),
        because=found.because,
        found=found.found,
        family_view=row.family_view,
        instead=row.instead,
        contact=Person.objects.get(pk=row.contact_id).name,
        meet_by=row.meet_by,
        contacts=contacts,
    )


@contextmanager
def _proposed(
    event: Event, key: UUID, by: Who, named: UUID | None, *, part: Part = Part.DECIDING
) -> Iterator[tuple[Act, AssessmentDecision]]:
    def subject() -> AssessmentRequest:
        return AssessmentRequest.objects.select_related("asked_by").get(pk=key)

    with action(event, by=by, subject=subject, named=named, part=part) as act:
        sight.require_part(by, act.case, Part.DECIDING)
        row = decision_on(act.subject)
        if act.subject.state != RequestState.RECEIVED:
            raise Refused(Why.ANSWERED)
        if row is None or row.state != DecisionState.PROPOSED:
            raise Refused(Why.NOT_PROPOSED)
        yield act, row


def _require_whole(act: Act, row: AssessmentDecision) -> None:
    if why := _missing(act.case, act.subject, row):
        raise Refused(*why)


def wanting(
    case: Case, request: AssessmentRequest, row: AssessmentDecision | None
) -> tuple[list[str], dict[str, Any] | None]:
    """What is wanting before a decision can go to a second person, in words; and the notice as it would be sent, where
    it is a no and whole. The case was fetched for its reader."""
    if row is None:
        return [str(Why.NOT_WRITTEN)], None
    why = _missing(case, request, row)
    return why, None if why or row.assess else notice_of(row)


def _missing(case: Case, request: AssessmentRequest, row: AssessmentDecision) -> list[str]:
    """What is wanting, and whom the words would tell an address they may not be told."""
    why = rules.against_proposing(
        findings_of(row), told=told_on(request), evidence=evidence_limbs(request),
        contacts=contacts_of(row.authority_id) is not None, called=case.child.called, today=clock.today(),
    )  # fmt: skip
    said = "\n".join(getattr(row, name) for name in TEXTS)
    return why + [
        str(Why.HIDDEN).format(reader=reader.name)
        for reader in family_told(case)
        if holds_hidden(case.pk, said, people_who_are(reader, case.pk))
    ]


def _url(act: Act, request: AssessmentRequest) -> str:
    path = reverse("portal:decision", args=[act.case.reference, request.pk], urlconf="sendpath.urls_family")
    return settings.FAMILY_URL + path
