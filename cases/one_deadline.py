"""Everything there is to know of one deadline, for the page that answers "why this date?"."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from accounts.selectors import names_of
from accounts.who import Who
from cases import ladder, powers, sight
from cases.deadlines import standing_of
from cases.models import Case, Deadline, Excuse, Reminder
from cases.reminder_plans import leads_of
from cases.words import ExcuseState, Part
from core import clock
from core.events import Event
from ledger.models import Entry
from ledger.words import say
from statute.exceptions import Ground
from statute.timetable import duty


@dataclass(frozen=True)
class ExcuseSeen:
    """A recorded ground, for those who may read it."""

    key: UUID
    state: ExcuseState
    ground: str
    words: str
    from_on: date
    until_on: date | None
    asked_on: date | None
    account: str
    evidence: str
    evidence_file: UUID | None
    recover_by: date
    author: str
    proposed_at: datetime
    answered_by: str
    answered_at: datetime | None
    answer: str
    own: bool
    """Put by the reader."""

    @property
    def waits(self) -> bool:
        return self.state == ExcuseState.PROPOSED

    @property
    def stands(self) -> bool:
        return self.state == ExcuseState.APPROVED


@dataclass(frozen=True)
class Started:
    """The entry of history that began a deadline."""

    sentence: str
    by: str
    recorded_at: datetime


@dataclass(frozen=True)
class Step:
    """A rung of the ladder: told on a day, or to be told on one."""

    words: str
    on: date
    told: bool


def deadline_called(case: Case, key: UUID) -> Deadline:
    """A deadline of a case fetched for its reader. Raises Deadline.DoesNotExist for one of another case."""
    return Deadline.objects.select_related("case").get(pk=key, case=case, authority_id=case.authority_id)


def started_by(deadline: Deadline) -> Started | None:
    """What began it and who wrote that down; None once history has been taken out of reach."""
    entry = Entry.objects.filter(pk=deadline.entry_ref, case_ref=deadline.case_id).first()
    if entry is None:
        return None
    sentence = say(Event(entry.event), entry.facts, entry.effective_on) or ""
    return Started(sentence, names_of({entry.actor_ref})[entry.actor_ref], entry.recorded_at)


def may_read_excuses(who: Who, case: Case) -> bool:
    """Whether the ground of an excuse, often somebody's illness or loss, is theirs to read."""
    return Part.EXCUSES in sight.parts_open_to(who, case)


def excuses_of(who: Who, deadline: Deadline) -> list[ExcuseSeen]:
    """The grounds put for a deadline, newest first. Asked only for those who ``may_read_excuses``."""
    rows = list(Excuse.objects.filter(deadline=deadline).order_by("-proposed_at", "-pk"))
    names = names_of({ref for row in rows for ref in (row.proposed_by, row.answered_by) if ref})
    return [
        ExcuseSeen(
            key=row.pk,
            state=ExcuseState(row.state),
            ground=row.ground,
            words=Ground(row.ground).words,
            from_on=row.from_on,
            until_on=row.until_on,
            asked_on=row.asked_on,
            account=row.account,
            evidence=row.evidence,
            evidence_file=row.evidence_file,
            recover_by=row.recover_by,
            author=names[row.proposed_by],
            proposed_at=row.proposed_at,
            answered_by=names.get(row.answered_by, ""),
            answered_at=row.answered_at,
            answer=row.answer,
            own=row.proposed_by == who.ref,
        )
        for row in rows
    ]


def steps_of(deadline: Deadline) -> list[Step]:
    """Who was told and who will be, rung by rung: what was left out is not there."""
    told = {
        row.rung: clock.london_day(row.settled_at)
        for row in Reminder.objects.filter(deadline=deadline, told=True).order_by("settled_at")
        if row.settled_at
    }
    steps = [Step(ladder.rung_of(rung).words, on, True) for rung, on in sorted(told.items(), key=lambda each: each[1])]
    if deadline.ended_on:
        return steps
    return steps + _to_come(deadline)


def _to_come(deadline: Deadline) -> list[Step]:
    """What the watch will tell, as it will tell it: a notice that a later one has overtaken is left out."""
    lead, standing = leads_of(deadline.authority_id, [deadline])[deadline.duty], standing_of(deadline)
    ahead = [(deadline.rung, deadline.chase_on)]
    for rung in ladder.Rung:
        if rung > deadline.rung and not (rung == ladder.Rung.NEARING and not lead.nearing):
            ahead.append((rung, max(ladder.day_of(rung, standing, lead), deadline.chase_on)))
    today = clock.today()
    return [
        Step(ladder.rung_of(rung).words, on, False)
        for place, (rung, on) in enumerate(ahead)
        if rung >= ladder.Rung.MISSED or place + 1 == len(ahead) or ahead[place + 1][1] > today
    ]


@dataclass(frozen=True)
class Waiting:
    """A reason that waits for a manager's answer."""

    reference: str
    child: str
    what: str
    deadline: UUID
    excuse: UUID
    author: str
    proposed_at: datetime


def waiting_for(who: Who, *, most: int = 20) -> list[Waiting]:
    """The reasons that wait for this manager's answer, the oldest first. Nobody answers their own."""
    if not powers.may_do(who, Event.EXCUSE_APPROVED):
        return []
    cases = sight.visible_to(who)
    rows = list(
        Excuse.objects.filter(authority_id=who.authority_id, state=ExcuseState.PROPOSED, case__in=cases)
        .exclude(proposed_by=who.ref)
        .select_related("deadline", "case__child")
        .order_by("proposed_at", "pk")[:most]
    )
    names = names_of({row.proposed_by for row in rows}) if rows else {}
    return [
        Waiting(
            reference=row.case.reference,
            child=row.case.child.full_name,
            what=duty(row.deadline.duty, row.deadline.counted_from).what,
            deadline=row.deadline_id,
            excuse=row.pk,
            author=names[row.proposed_by],
            proposed_at=row.proposed_at,
        )
        for row in rows
    ]
