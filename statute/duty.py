"""What a rule is: who owes what to whom, from when, for how long, on what authority, how surely."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from core.events import Event
from statute.evidence import Evidence as Evidence
from statute.evidence import Kind as Kind
from statute.exceptions import Ground
from statute.periods import Period

NOT_YET = date.max
"""In force from this day: enacted, and no day appointed."""
UNDATED = date.min
"""In force from this day: guidance and practice for which the rule book gives no day."""


class Anchor(StrEnum):
    """Which day a period is counted from. The regulations use all of these, and they are seldom the same day."""

    RECEIVED = "received"
    SENT = "sent"
    SERVED = "served"
    MADE = "made"
    ISSUED = "issued"
    AWARE = "aware"
    MEETING = "meeting"
    NOTICE_SENT = "notice_sent"
    REVIEWED = "reviewed"
    TRANSFERRED = "transferred"
    TRANSFER = "transfer"
    NOTIFIED = "notified"
    TOLD = "told"
    AGREED = "agreed"
    ENDED = "ended"
    DECISION_SENT = "decision_sent"
    CERTIFICATE_ISSUED = "certificate_issued"
    ORDER_MADE = "order_made"
    NOTICE_RECEIVED = "notice_received"
    NOTICE_GIVEN = "notice_given"
    FIRST_DAY = "first_day"
    BORN = "born"
    HEARD = "heard"
    HAPPENED = "happened"
    STARTS = "starts"
    KEPT = "kept"
    ADMITTED = "admitted"
    ENTERED = "entered"
    PAID = "paid"
    PUBLISHED = "published"
    MEDIATION = "mediation"
    DUE = "due"


class Counted(StrEnum):
    """The counting words of the law. What each does to a date is in ``counting``."""

    OF = "of"
    FROM = "from"
    AFTER = "after"
    BEGINNING_WITH = "beginning with"
    AT_LEAST_BEGINNING_WITH = "at least, beginning with"
    STARTING_WITH = "starting with"
    BEFORE = "before"
    AT_LEAST_BEFORE = "at least, before"
    BACK_FROM = "back from"
    ON = "on"


class Calendar(StrEnum):
    """Which days count, and whether an end on a dead day moves."""

    CIVIL = "civil"
    """Every day counts and nothing moves: a deadline on a Sunday stays there (AMB-06)."""
    WORKING = "working"
    SCHOOL = "school"
    SCHOOL_OR_WORKING = "school_or_working"
    """School days, or working days where none are given: they can only end sooner."""
    TRIBUNAL_LODGE = "tribunal_lodge"
    """Rule 12(2) and 12(3)(a): an end in August, or from 25 December to 1 January, moves to the next working day."""
    TRIBUNAL_OTHER = "tribunal_other"
    """Rule 12(2) and 12(3)(b): days in August, and from 25 December to 1 January, are not counted at all."""


@dataclass(frozen=True, slots=True)
class When:
    """This event happened, and the facts recorded with it say this."""

    event: Event
    where: tuple[tuple[str, str], ...] = ()

    def fits(self, event: Event, facts: Mapping[str, object]) -> bool:
        """Is this what happened?"""
        return event == self.event and all(str(facts.get(name, "")) == value for name, value in self.where)


@dataclass(frozen=True, slots=True)
class Limit:
    """One period from one day."""

    anchor: Anchor
    period: Period
    counted: Counted
    optional: bool = False


@dataclass(frozen=True, slots=True)
class EarlierOf:
    """The duty's own limit, or this one if it ends first."""

    limit: Limit


@dataclass(frozen=True, slots=True)
class LaterOf:
    """The duty's own limit, or this one if it ends last."""

    limit: Limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One rule, under its code in the rule book."""

    code: str
    process: str
    what: str
    who: str
    whom: str
    trigger: str
    basis: str
    kind: Kind
    evidence: Evidence
    in_force_from: date
    in_force_to: date | None = None

    anchor: Anchor | None = None
    period: Period | None = None
    counted: Counted | None = None
    calendar: Calendar = Calendar.CIVIL
    joined: EarlierOf | LaterOf | None = None
    limit: str = ""
    """How soon, in words, when the law fixes no period."""

    starts: tuple[When, ...] = ()
    met_by: tuple[When, ...] = ()
    withdrawn_by: tuple[When, ...] = ()

    excused_by: frozenset[Ground] = field(default_factory=frozenset)
    excuse_basis: str = ""
    open_questions: tuple[str, ...] = ()
    """Entries of the ambiguity register this rule's reading rests on."""
    notice: str = ""
    """The code of the notice that goes with it, in ``contents``."""
    next_step: str = ""
    note: str = ""

    @property
    def version(self) -> str:
        """Which wording of the rule: the day it came into force."""
        return "undated" if self.in_force_from == UNDATED else self.in_force_from.isoformat()

    @property
    def limits(self) -> tuple[Limit, ...]:
        """Every period in the rule, its own first."""
        if self.anchor is None or self.period is None or self.counted is None:
            return ()
        own = Limit(self.anchor, self.period, self.counted)
        return (own, self.joined.limit) if self.joined else (own,)

    def in_force(self, day: date) -> bool:
        """Was this wording the law on that day?"""
        return self.in_force_from <= day and (self.in_force_to is None or day <= self.in_force_to)
