"""Advice is asked for, written, given, served by earlier advice, or not waited for. Words still being written are
working notes (decision 29): kept at once, outside the case's history until the advice is given."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from accounts.away import case_staff
from accounts.who import Who
from cases import sight
from cases.act import Act
from cases.action import action
from cases.models import Case
from cases.need_words import PathwayNeed, SenType
from cases.needs_seen import standing_needs
from cases.words import Part
from core import clock
from core.events import Event
from core.refusals import NotAllowed, Refused
from door.working_notes import LONGEST, Written, cleaned
from ehcp import rules
from ehcp.models import Advice, AdvicePoint, AssessmentRequest
from ehcp.selectors_advice import gives, may_take_down
from ehcp.words import OF_FAMILY, POINT_FIELDS, AdviceState, Adviser, Point, RequestState, Why
from ledger.models import Entry
from people.models import Around, Carer

SENSORY = ({SenType.HI, SenType.VI, SenType.MSI}, {PathwayNeed.HEARING, PathwayNeed.VISUAL})


@dataclass(frozen=True)
class Asked:
    """Who is asked, and about what."""

    adviser: Adviser
    why: str
    received_on: date
    person: UUID | None = None
    """A colleague who signs in here;"""
    named: str = ""
    """or somebody who does not, and how they were asked."""
    binds: bool = False


def ask(
    request_key: UUID, asked: Asked, *, by: Who, task: UUID | None = None, named: UUID | None = None
) -> tuple[Advice, Entry]:
    """Somebody is asked for advice; their six weeks count from the day they received it (SEND Regulations 2014 reg
    8(1)). That it is theirs to do is an act of ``pathway``. Raises Refused, NotAllowed."""
    request = AssessmentRequest.objects.get(pk=request_key)

    def a_new_one() -> Advice:
        return Advice(
            authority_id=request.authority_id, case_id=request.case_id, request=request, adviser=asked.adviser,
            asked_id=asked.person, named=asked.named.strip()[:200], binds=asked.binds, why=asked.why.strip()[:LONGEST],
            asked_by=by.ref, asked_on=asked.received_on, task=task,
        )  # fmt: skip

    with _agreed(Event.ADVICE_ASKED, a_new_one, request_key, by, named, on=asked.received_on) as act:
        if why := against_asking(request, asked):
            raise Refused(*why)
        act.facts = {"adviser": asked.adviser.value, "binds": "yes" if asked.binds else "no"}
    return act.subject, act.entry


def against_asking(request: AssessmentRequest, asked: Asked) -> list[Why]:
    """Why somebody cannot be asked so: everything at once."""
    today = clock.today()
    why = [Why.OWN_PAGE] if asked.adviser == Adviser.FAMILY else []
    if (asked.person is None) == (not asked.named.strip()):
        why.append(Why.WHO)
    elif asked.person and not case_staff(request.authority_id, today).filter(pk=asked.person).exists():
        why.append(Why.NOT_HERE)
    if not asked.why.strip():
        why.append(Why.NO_WHY_ASKED)
    if asked.received_on > today:
        why.append(Why.AHEAD)
    if asked.received_on < request.received_on:
        why.append(Why.BEFORE_REQUEST)
    open_ = Advice.objects.filter(request=request, adviser=asked.adviser, state=AdviceState.ASKED)
    if asked.person and open_.filter(asked=asked.person).exists():
        why.append(Why.ASKED_ALREADY)
    return why


@transaction.atomic
def write_point(
    key: UUID, kind: Point, said: Mapping[str, str], *, by: Who, number: int | None = None, version: int = 0,
    named: UUID | None = None,
) -> Written[AdvicePoint]:  # fmt: skip
    """Writes one paragraph of advice that is asked for, or, without ``number``, one more. Nobody writes over what they
    have not read. Raises Refused, NotAllowed."""
    found = _to_write(key, by, named)
    words = cleaned(said, POINT_FIELDS[kind])
    if any(len(each) > LONGEST for each in words.values()):
        raise Refused(Why.TOO_LONG)
    rows = AdvicePoint.objects.filter(advice=found, kind=kind)
    number = 1 if kind == Point.ABOUT else number
    row = rows.filter(number=number).first() if number else None
    if row is None:
        last = rows.aggregate(last=Max("number"))["last"] or 0
        row, version = AdvicePoint(authority_id=found.authority_id, advice=found, kind=kind, number=last + 1), 0
        row.version = 0
    if not row.put(words, version, by.ref):
        return Written(row, clash=True)
    row.save()
    return Written(row)


@transaction.atomic
def take_out_point(key: UUID, point: UUID, *, by: Who, named: UUID | None = None) -> None:
    """Takes a paragraph out. The numbers of the others stay. Raises Refused, NotAllowed, AdvicePoint.DoesNotExist."""
    found = _to_write(key, by, named)
    row = AdvicePoint.objects.get(pk=point, advice=found)
    row.gone = True
    row.save()


def _to_write(key: UUID, by: Who, named: UUID | None) -> Advice:
    found = Advice.objects.select_related("case").select_for_update(no_key=True, of=("self",)).get(pk=key)
    if (named is not None and found.case_id != named) or not (gives(by, found) or may_take_down(by, found)):
        raise NotAllowed("not theirs to write")
    if found.state != AdviceState.ASKED:
        raise Refused(Why.NOT_ASKED)
    return found


def give(key: UUID, *, by: Who, came_on: date | None = None, named: UUID | None = None) -> tuple[Advice, Entry]:
    """It is whole, and stands from now on. ``came_on``: when it came, where somebody who carries the case typed it in
    from paper. That its writer has it to do no more is an act of ``pathway``. Raises Refused, NotAllowed."""
    with _asked_for(Event.ADVICE_GIVEN, key, by, named) as act:
        found = act.subject
        own = gives(by, found)
        if not own and not may_take_down(by, found):
            raise NotAllowed(str(Why.NOT_YOURS), seen=True)
        day = clock.today() if own or came_on is None else came_on
        rows = standing_points(found)
        why = rules.against_giving(_as_given(found, act.case, rows), act.case.child.called)
        if day > clock.today():
            why.append(str(Why.AHEAD))
        if day < found.asked_on:
            why.append(str(Why.BEFORE_REQUEST))
        if why:
            raise Refused(*why)
        found.give()
        found.given_by, found.given_on, found.took_down = by.ref, day, not own
        found.digest = digest_of(rows)
        act.facts = {"adviser": found.adviser, "digest": found.digest}
    return act.subject, act.entry


def _as_given(found: Advice, case: Case, rows: list[AdvicePoint]) -> rules.Given:
    needs = standing_needs(case)
    return rules.Given(
        about=next((row.said for row in rows if row.kind == Point.ABOUT), {}),
        needs=sum(row.kind == Point.NEED for row in rows),
        provisions=tuple(row.said for row in rows if row.kind == Point.PROVISION),
        teaches=found.adviser == Adviser.EDUCATION,
        sensory=bool(needs.sen & SENSORY[0] or needs.pathway & SENSORY[1]),
    )


def standing_points(found: Advice) -> list[AdvicePoint]:
    """What stands in a piece of advice, in its order, without empty paragraphs."""
    rows = AdvicePoint.objects.filter(advice=found, gone=False)
    order = list(Point)
    return sorted((row for row in rows if any(row.said.values())), key=lambda row: (order.index(row.kind), row.number))


def digest_of(rows: list[AdvicePoint]) -> str:
    """SHA-256 of the paragraphs, the same for the same words."""
    said = [[row.kind, row.number, row.said] for row in rows]
    return sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def give_own(
    request_key: UUID, said: Mapping[str, str], *, by: Who, carer: Carer | None = None, around: Around | None = None,
    named: UUID | None = None, took_down: bool = False,
) -> Advice:  # fmt: skip
    """What a parent or young person says as their own advice (reg 6(1)(a)); they may say more later. ``took_down``: a
    colleague who carries the case wrote it down for them. Raises Refused, NotAllowed."""
    request = AssessmentRequest.objects.get(pk=request_key)
    words = cleaned(said, OF_FAMILY)
    today = clock.today()

    def a_new_one() -> Advice:
        return Advice(
            authority_id=request.authority_id, case_id=request.case_id, request=request, adviser=Adviser.FAMILY,
            carer=carer, around=around, asked_by=by.ref, asked_on=today, given_by=by.ref, given_on=today,
            took_down=took_down, state=AdviceState.GIVEN,
        )  # fmt: skip

    with _agreed(Event.ADVICE_GIVEN, a_new_one, request_key, by, named) as act:
        if took_down:
            sight.require_part(by, act.case, Part.DECIDING)
        if not any(words.values()):
            raise Refused(Why.NOTHING_WRITTEN)
        if any(len(each) > LONGEST for each in words.values()):
            raise Refused(Why.TOO_LONG)
        act.subject.save()
        row = AdvicePoint(authority_id=request.authority_id, advice=act.subject, kind=Point.ABOUT, number=1, version=0)
        row.put(words, 0, by.ref)
        row.save()
        act.subject.digest = digest_of([row])
        act.facts = {"adviser": Adviser.FAMILY.value, "digest": act.subject.digest}
    return act.subject


def reuse(
    request_key: UUID, adviser: Adviser, which: str, agreed: Mapping[str, str], *, by: Who, named: UUID | None = None
) -> Advice:
    """Earlier advice serves, whatever it was given for: the adviser, the council and the family are each satisfied that
    it is enough (SEND Regulations 2014 reg 6(4)). ``agreed``: of each, who said so and when. Raises Refused,
    NotAllowed."""
    request = AssessmentRequest.objects.get(pk=request_key)
    said = {name: agreed.get(name, "").strip()[:300] for name in rules.AGREE}

    def a_new_one() -> Advice:
        return Advice(
            authority_id=request.authority_id, case_id=request.case_id, request=request, adviser=adviser,
            asked_by=by.ref, asked_on=clock.today(), source=which.strip()[:300], agreed=said, state=AdviceState.REUSED,
        )  # fmt: skip

    with _agreed(Event.ADVICE_REUSED, a_new_one, request_key, by, named) as act:
        why = rules.against_reusing(said, which)
        if adviser == Adviser.FAMILY:
            why.append(Why.OWN_PAGE)
        if why:
            raise Refused(*why)
        act.facts = {"adviser": adviser.value}
    return act.subject


def end(key: UUID, because: str, *, declined: bool, by: Who, named: UUID | None = None) -> tuple[Advice, Entry]:
    """It is not waited for: the body declined and said why in writing, or it is not asked for any more. Raises Refused,
    NotAllowed."""
    with _asked_for(Event.ADVICE_ENDED, key, by, named) as act:
        if not may_take_down(by, act.subject) and not (declined and gives(by, act.subject)):
            raise NotAllowed(str(Why.NOT_YOURS), seen=True)
        if not because.strip():
            raise Refused(Why.NO_STOP_REASON)
        if declined:
            act.subject.decline()
        else:
            act.subject.stop()
        act.subject.ended_because = because.strip()[:LONGEST]
        act.facts = {"adviser": act.subject.adviser, "done": "declined" if declined else "stopped"}
    return act.subject, act.entry


@contextmanager
def _agreed(
    event: Event, subject, request_key: UUID, by: Who, named: UUID | None, *, on: date | None = None
) -> Iterator[Act]:
    """The doorway of one more piece of advice, where the council has decided to assess."""
    with action(event, by=by, subject=subject, named=named, part=Part.DECIDING, effective_on=on) as act:
        if event != Event.ADVICE_GIVEN:
            sight.require_part(by, act.case, Part.DECIDING)
        state = AssessmentRequest.objects.values_list("state", flat=True).get(pk=request_key)
        if state != RequestState.AGREED:
            raise Refused(Why.NOT_AGREED)
        yield act


@contextmanager
def _asked_for(event: Event, key: UUID, by: Who, named: UUID | None) -> Iterator[Act]:
    """The doorway of a piece of advice that is waited for."""
    with action(event, by=by, subject=lambda: Advice.objects.get(pk=key), named=named, part=Part.DECIDING) as act:
        if act.subject.state != AdviceState.ASKED:
            raise Refused(Why.NOT_ASKED)
        yield act
