"""A plan is agreed, done, contributed to, reviewed, and answered by the family."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from uuid import UUID

from django.db import transaction

from accounts.who import Who
from cases.company import partner_signed_in
from core import clock
from core.events import Event
from core.refusals import NotAllowed, Refused
from support import rules
from support.actions.begin import begin, opened_cycle
from support.models import SupportAnswer, SupportContribution, SupportCycle, SupportNote
from support.words import LONGEST, Agency, CycleState, Kind, Next, Why


@dataclass(frozen=True)
class Review:
    """A review as somebody writes it: of each outcome how far it came and whether it is met."""

    values: Mapping[UUID, tuple[str, bool]]
    family: str
    because: str
    then: str


def agree(key: UUID, before: int, *, by: Who, named: UUID | None = None) -> SupportCycle:
    """The plan stands: the family reads it, and its review is owed. Raises Refused with everything that is wanting,
    NotAllowed."""
    with opened_cycle(Event.SUPPORT_PLANNED, key, by, named) as act:
        row = act.subject
        if row.state != CycleState.WRITING:
            raise Refused(Why.NOT_WRITING)
        known = rules.Known(**{name: getattr(row, name) for name in rules.Known.__dataclass_fields__})
        why = rules.against_agreeing(known, row.outcomes.count(), row.lines.count())
        if why or before != row.version:
            why = [*why, *([Why.CHANGED] if before != row.version else [])]
            raise Refused(*(str(one).format(child=act.case.child.called) for one in why))
        row.agree()
        row.agreed_by, row.agreed_on = by.ref, clock.today()
        row.review_on = row.agreed_on + timedelta(weeks=row.weeks)
        act.facts["review"] = row.review_on.isoformat()
    return row


def note(
    key: UUID, line: UUID, on: date, sessions: int, words: str, *, by: Who, named: UUID | None = None
) -> SupportNote:
    """What was done of one kind of help on a day. Raises Refused, NotAllowed."""
    with opened_cycle(Event.SUPPORT_NOTED, key, by, named) as act:
        row = act.subject
        if why := rules.against_noting(CycleState(row.state), on, row.agreed_on, clock.today()):
            raise Refused(*why)
        found = row.lines.filter(pk=line).first()
        if found is None:
            raise NotAllowed("no such help")
        kept = SupportNote(
            authority_id=row.authority_id, case=act.case, cycle=row, line=found, done_on=on, sessions=sessions,
            words=words.strip()[:LONGEST], kept_by=by.ref, kept_at=clock.now(),
        )  # fmt: skip
        kept.save()
    return kept


def contribute(
    key: UUID, agency: Agency, words: str, before: int, *, by: Who, named: UUID | None = None
) -> SupportContribution:
    """One of four services says what it knows, for an Early Support Plan. Raises Refused, NotAllowed."""
    with opened_cycle(Event.SUPPORT_CONTRIBUTED, key, by, named) as act:
        cycle = act.subject
        if cycle.kind != Kind.EARLY_SUPPORT:
            raise Refused(Why.NOT_EARLY)
        found = cycle.contributions.filter(agency=agency).first()
        stands = found.version if found else 0
        why = rules.against_changing(CycleState(cycle.state)) + rules.against_writing([words], before, stands)
        if not words.strip():
            why.append(Why.EMPTY)
        if why:
            raise Refused(*why)
        row = found or SupportContribution(authority_id=cycle.authority_id, case=act.case, cycle=cycle, agency=agency)
        row.words, row.version, row.kept_by, row.kept_at = words.strip(), stands + 1, by.ref, clock.now()
        row.save()
        act.facts["agency"] = agency.value
    return row


@transaction.atomic
def review(key: UUID, given: Review, before: int, *, by: Who, named: UUID | None = None) -> SupportCycle:
    """How far each outcome came, what the family thinks, what happens next. The round stands as it is from now on;
    another begins where it is to go on. Raises Refused with everything that is wanting, NotAllowed."""
    with opened_cycle(Event.SUPPORT_REVIEWED, key, by, named) as act:
        row = act.subject
        if row.state != CycleState.DOING:
            raise Refused(Why.NOT_DOING)
        outcomes = list(row.outcomes.order_by("added_at", "pk"))
        why = rules.against_reviewing(
            given.values, [one.pk for one in outcomes], given.family, given.because, given.then
        ) + rules.against_writing([given.family, given.because], before, row.version)
        if why:
            raise Refused(*why)
        for one in outcomes:
            value, one.met = given.values[one.pk]
            one.reached = value.strip()
            one.save()
        row.review()
        row.family_review, row.no_review_because, row.next = given.family.strip(), given.because.strip(), given.then
        row.reviewed_by, row.reviewed_on = by.ref, clock.today()
        row.digest = digest_of(row)
        act.facts |= {"next": given.then, "digest": row.digest, "met": str(sum(bool(one.met) for one in outcomes))}
        act.facts["of"] = str(len(outcomes))
    if given.then == Next.AGAIN:
        begin(row.case_id, by=by, because=act.entry)
    return row


def digest_of(row: SupportCycle) -> str:
    """SHA-256 of a whole round: the same for the same words and sums."""
    own = {name: str(getattr(row, name)) for name in sorted(row.Privacy.personal | {"number", "kind", "next", "weeks"})}
    parts = {
        name: sorted([str(each) for each in one] for one in rows.values_list(*fields))
        for name, rows, fields in (
            ("outcomes", row.outcomes, ("need", "outcome", "measure", "baseline", "target", "reached", "met")),
            ("lines", row.lines, ("what", "often", "minutes", "children", "who", "hours", "hourly", "yearly")),
            ("notes", row.notes, ("line", "done_on", "sessions", "words")),
            ("contributions", row.contributions, ("agency", "words")),
        )
    }
    return sha256(json.dumps([own, parts], sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def answer(key: UUID, words: str, *, by: Who, named: UUID | None = None) -> SupportAnswer:
    """Somebody of the family says what they think of it. Raises Refused, NotAllowed."""
    with opened_cycle(Event.SUPPORT_ANSWERED, key, by, named, family=True) as act:
        partner = partner_signed_in(act.case, by.person_id)
        if partner is None or act.subject.state == CycleState.WRITING:
            raise NotAllowed("nobody who may say something to it")
        if not words.strip():
            raise Refused(Why.EMPTY)
        row = SupportAnswer(
            authority_id=act.case.authority_id, case=act.case, cycle=act.subject, carer=partner.carer,
            around=None if partner.carer else partner.around, words=words.strip()[:LONGEST], said_at=clock.now(),
        )  # fmt: skip
        row.save()
    return row
