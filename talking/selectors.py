"""Reading conversations with the family, for those who hold the case. The first argument is always who asks."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db.models import Q

from accounts.selectors import names_of
from accounts.who import Who
from accounts.working_hours import weekday
from cases.company import Partner, partners_on
from cases.models import Case, Involvement
from cases.words import Capacity
from core import clock
from core.refusals import NotAllowed
from people.words import Mode
from talking.models import Said, Talk
from talking.readers import postal
from talking.rules import suited
from talking.words import Suits, Way

MOST = 20
"""How many stand on the first page of whoever leads."""


@dataclass(frozen=True)
class SaidSeen:
    """One thing that was said."""

    key: UUID
    by_family: bool
    way: Way
    words: str
    said_on: date
    kept_by: str
    """Who of the staff wrote it, or wrote it down; empty where the family wrote it."""
    kept_at: datetime
    answer_by: date | None
    settled_at: datetime | None
    settled_by: str
    no_answer_because: str

    @property
    def waits(self) -> bool:
        """Whether an answer is owed still."""
        return self.answer_by is not None and self.settled_at is None

    @property
    def late(self) -> bool:
        """Whether the day we promised has passed."""
        return self.waits and self.answer_by is not None and self.answer_by < clock.today()

    @property
    def was_written_here(self) -> bool:
        """Whether it is a message, and not written down afterwards."""
        return self.way == Way.PORTAL


@dataclass(frozen=True)
class TalkSeen:
    """One conversation."""

    key: UUID
    name: str
    tie: str
    prefers: Way | None
    meets: Mode | None
    suits: tuple[Suits, ...]
    not_on: tuple[int, ...]
    helps: str
    said: list[SaidSeen]
    may_write: bool
    """They know of the case today; else the conversation is to be read alone."""
    signs_in: bool
    by_email: bool
    on_paper: bool

    @property
    def waits_until(self) -> date | None:
        """The earliest day by which they were promised an answer, while one is owed."""
        days = [one.answer_by for one in self.said if one.waits and one.answer_by]
        return min(days) if days else None

    @property
    def late(self) -> bool:
        """Whether that day has passed."""
        return self.waits_until is not None and self.waits_until < clock.today()

    @property
    def wishes_a_meeting(self) -> bool:
        """Whether they have said anything of how they like to meet."""
        return bool(self.meets or self.suits or self.not_on or self.helps)

    @property
    def how_to_meet(self) -> str:
        """What they have said of it, in a line; what helps them stands apart."""
        parts = [str(self.meets.words).lower()] if self.meets else []
        if self.suits:
            parts.append(" or ".join(str(one.words).lower() for one in self.suits))
        if self.not_on:
            parts.append("not on " + ", ".join(weekday(day) for day in self.not_on))
        return "; ".join(parts)

    def is_suited(self, on: date, begins: time) -> bool:
        """Whether a day and a time are as they wish."""
        return suited(self.suits, self.not_on, on, begins)

    @property
    def last(self) -> SaidSeen | None:
        """What was said last."""
        return self.said[-1] if self.said else None


def wishes_on(case: Case) -> list[TalkSeen]:
    """How each of the family who knows of the case likes to be reached and met, without what was said."""
    rows = Talk.objects.filter(case=case)
    talks = {row.carer_id or row.around_id: row for row in rows}
    return [_with(one, talks.get(one.key), {}) for one in partners_on(case)]


def talks_on(case: Case) -> list[TalkSeen]:
    """The conversation with each of the family who may be talked with; and those held with somebody before, who may
    not any more."""
    rows = Talk.objects.filter(case=case).select_related("carer", "around").order_by("pk")
    talks = {row.carer_id or row.around_id: row for row in rows}
    said = said_in(list(talks.values()))
    found = [_with(one, talks.pop(one.key, None), said) for one in partners_on(case)]
    return found + [
        TalkSeen(
            key=key, name=(row.carer or row.around).name, tie="", may_write=False, signs_in=False, by_email=False,
            on_paper=False, **_kept(row, said),
        )
        for key, row in talks.items()
    ]  # fmt: skip


def talk_seen(case: Case, key: UUID) -> TalkSeen:
    """One of them. Raises NotAllowed where there is none."""
    found = next((one for one in talks_on(case) if one.key == key), None)
    if found is None:
        raise NotAllowed("no such conversation")
    return found


def _with(one: Partner, row: Talk | None, said: dict[UUID, list[SaidSeen]]) -> TalkSeen:
    return TalkSeen(
        key=one.key, name=one.name, tie=one.tie, may_write=True, signs_in=bool(one.people), by_email=bool(one.email),
        on_paper=not one.email and bool(postal(one)), **_kept(row, said),
    )  # fmt: skip


def _kept(row: Talk | None, said: dict[UUID, list[SaidSeen]]) -> dict:
    return {**wishes_in(row), "said": said.get(row.pk, []) if row else []}


def wishes_in(row: Talk | None) -> dict:
    """How somebody likes to be reached and met, as it stands in their conversation."""
    if row is None:
        return {"prefers": None, "meets": None, "suits": (), "not_on": (), "helps": ""}
    return {
        "prefers": Way(row.prefers) if row.prefers else None,
        "meets": Mode(row.meets) if row.meets else None,
        "suits": tuple(Suits(one) for one in row.suits),
        "not_on": tuple(row.not_on),
        "helps": row.helps,
    }


def said_in(talks: list[Talk]) -> dict[UUID, list[SaidSeen]]:
    """What was said in each of these conversations, oldest first."""
    rows = list(Said.objects.filter(talk__in=talks).order_by("said_on", "kept_at", "pk")) if talks else []
    refs = {ref for row in rows for ref in ("" if _wrote(row) else row.kept_by, row.settled_by) if ref}
    names = names_of(refs) if refs else {}
    found: dict[UUID, list[SaidSeen]] = {}
    for row in rows:
        found.setdefault(row.talk_id, []).append(
            SaidSeen(
                key=row.pk, by_family=row.by_family, way=Way(row.way), words=row.words, said_on=row.said_on,
                kept_by="" if _wrote(row) else names.get(row.kept_by, ""), kept_at=row.kept_at,
                answer_by=row.answer_by, settled_at=row.settled_at, settled_by=names.get(row.settled_by, ""),
                no_answer_because=row.no_answer_because,
            )
        )  # fmt: skip
    return found


def _wrote(row: Said) -> bool:
    return row.by_family and row.way == Way.PORTAL


HOLD = (Capacity.TRIAGE, Capacity.OWNER, Capacity.COORDINATOR)
"""As what a case is held where nobody leads."""


@dataclass(frozen=True)
class Waiting:
    """Somebody of the family who waits for an answer."""

    reference: str
    child: str
    key: UUID
    name: str
    answer_by: date
    late: bool


def unanswered(who: Who) -> list[Waiting]:
    """Who waits for an answer on the cases that this person leads; and, where nobody leads, on those that they or
    their team hold. What is late stands first."""
    if who.person_id is None:
        return []
    open_ones = Said.objects.filter(authority_id=who.authority_id, answer_by__isnull=False, settled_at=None)
    waiting = set(open_ones.values_list("case", flat=True))
    theirs = _to_answer(who, waiting) if waiting else set()
    if not theirs:
        return []
    today = clock.today()
    rows = open_ones.filter(case__in=theirs).order_by("answer_by", "pk")
    rows = rows.select_related("case__child", "talk__carer", "talk__around")
    found: dict[UUID, Waiting] = {}
    for row in rows[: MOST * 5]:
        partner = row.talk.carer or row.talk.around
        late = row.answer_by < today
        found.setdefault(
            row.talk_id,
            Waiting(row.case.reference, row.case.child.called, partner.pk, partner.name, row.answer_by, late),
        )
    return list(found.values())[:MOST]


def _to_answer(who: Who, cases: set[UUID]) -> set[UUID]:
    """Those of these cases that this person answers for: they lead, or nobody does and they or their team hold it."""
    today = clock.today()
    lasting = Q(until=None) | Q(until__gte=today)
    rows = Involvement.objects.filter(lasting, since__lte=today, case__in=cases, capacity__in=[Capacity.LEAD, *HOLD])
    led, leads, holds = set(), set(), set()
    for case, capacity, person, team in rows.values_list("case", "capacity", "person", "team"):
        if capacity == Capacity.LEAD:
            led.add(case)
            if person == who.person_id:
                leads.add(case)
        elif person == who.person_id or team in who.teams:
            holds.add(case)
    return leads | (holds - led)
