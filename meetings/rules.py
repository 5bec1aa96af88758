"""When an act on a meeting is refused. Pure: no database, no framework."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from meetings.words import Came, Gathered, MeetingState, Outcome, Why
from statute.calendar import add_working_days, is_working_day

NEEDS_REVIEW = frozenset({Outcome.SUPPORT, Outcome.CLOSE, Outcome.MEET_AGAIN})
"""Outcomes after which somebody looks again on a day, or says why nobody need."""


REMINDED_BEFORE = 2
"""Working days before a meeting on which everybody who is asked is told once more: our own choice."""


def is_soon(held_on: date, today: date) -> bool:
    """Whether a meeting is near enough that whoever is asked should be told of it again: in two working days or less,
    and not today."""
    return add_working_days(held_on, -REMINDED_BEFORE) <= today < held_on


def minutes(at: time) -> int:
    """After midnight."""
    return at.hour * 60 + at.minute


@dataclass(frozen=True)
class Span:
    """From when to when on one day, in minutes after midnight."""

    begins: int
    ends: int

    @classmethod
    def of(cls, begins_at: time | None, lasts: int) -> "Span | None":
        """None where nobody said when it begins."""
        if begins_at is None:
            return None
        return cls(minutes(begins_at), minutes(begins_at) + lasts)

    @classmethod
    def between(cls, begins_at: time, ends_at: time) -> "Span":
        """From one time to another of the same day."""
        return cls(minutes(begins_at), minutes(ends_at))

    def meets(self, other: "Span") -> bool:
        """Whether the two overlap by a minute or more."""
        return self.begins < other.ends and other.begins < self.ends


@dataclass(frozen=True)
class Closing:
    """What the rules need to know of a meeting that somebody wants to close."""

    held_on: date
    begun: bool
    """The time has come at which it was to begin, or nobody said when."""
    here: int
    """How many were there."""
    views: str
    gathered: Gathered | None
    no_views_because: str
    needs: Sequence[Mapping[str, str]]
    actions: Sequence[Mapping[str, str]]
    """Each with ``what``, ``who`` and ``by_day``, an ISO date or empty."""
    outcomes: Collection[Outcome]
    because: str
    review_on: date | None
    no_review_because: str
    asked_by_somebody: bool = False
    """It is said who asks for the EHC needs assessment."""
    still_to_do: int = 0
    """What is given to somebody on the case and not done yet."""
    under_assessment: bool = False
    """An EHC needs assessment is asked for, or under way."""
    earlier: bool = field(default=False)
    """It was held before anybody entered it here: its actions and needs are history."""


def against_calling(held_on: date, today: date) -> list[Why]:
    """A meeting is called for today or later."""
    return [Why.PAST] if held_on < today else []


def against_entering(held_on: date, late_because: str, today: date) -> list[Why]:
    """One that was held before is entered with its day, and with why only now."""
    why = [Why.NOT_PAST] if held_on > today else []
    return why if late_because.strip() else [*why, Why.NO_LATE_REASON]


def against_noting(held_on: date, came: Came | None, today: date) -> list[Why]:
    """Nobody was there before the day; that somebody cannot come is known earlier."""
    return [Why.NOT_THERE_YET] if came == Came.HERE and held_on > today else []


def has_begun(held_on: date, begins_at: time | None, now: datetime) -> bool:
    """Whether a meeting has begun, by London's clock. ``now``: there."""
    return begins_at is None or datetime.combine(held_on, begins_at) <= now.replace(tzinfo=None)


def against_changing(state: MeetingState) -> list[Why]:
    """What is over or cancelled stands."""
    return [] if state == MeetingState.PLANNED else [Why.NOT_PLANNED]


def against_closing(facts: Closing, today: date) -> list[Why]:
    """Every reason at once, in the order of the page."""
    why: list[Why] = []
    if facts.held_on > today or not facts.begun:
        why.append(Why.NOT_YET)
    if not facts.here:
        why.append(Why.NOBODY_HERE)
    if not (facts.views.strip() and facts.gathered) and not facts.no_views_because.strip():
        why.append(Why.NO_VIEWS)
    if any(not all(one.get(name, "").strip() for name in WHOLE_NEED) for one in facts.needs):
        why.append(Why.NO_OUTCOME_FOR_NEED)
    if any(_unfinished(one, facts.held_on if facts.earlier else today) for one in facts.actions):
        why.append(Why.UNFINISHED_ACTION)
    return why + _against_outcomes(facts, today)


WHOLE_NEED = ("need", "outcome", "measure", "baseline", "target")


def _unfinished(action: Mapping[str, str], earliest: date) -> bool:
    if not action.get("what", "").strip() or not action.get("who", "").strip():
        return True
    try:
        return date.fromisoformat(action.get("by_day", "")) < earliest
    except ValueError:
        return True


def _against_outcomes(facts: Closing, today: date) -> list[Why]:
    chosen, why = set(facts.outcomes), []
    if not chosen:
        return [Why.NO_RESULT]
    if Outcome.ACTIONS in chosen and not facts.actions:
        why.append(Why.NO_ACTION)
    if Outcome.CLOSE in chosen and chosen - {Outcome.CLOSE}:
        why.append(Why.CLOSE_ALONE)
    if Outcome.ASSESSMENT in chosen and not facts.asked_by_somebody and not facts.earlier:
        why.append(Why.NO_SENDER)
    if Outcome.CLOSE in chosen and facts.still_to_do and not facts.earlier:
        why.append(Why.STILL_TO_DO)
    if Outcome.CLOSE in chosen and facts.under_assessment and not facts.earlier:
        why.append(Why.UNDER_ASSESSMENT)
    if not facts.because.strip():
        why.append(Why.NO_REASON)
    if facts.review_on is not None and facts.review_on <= today:
        why.append(Why.REVIEW_PAST)
    elif facts.review_on is not None and not is_working_day(facts.review_on):
        why.append(Why.REVIEW_NO_WORKING_DAY)
    if facts.review_on is None and not facts.no_review_because.strip() and chosen & NEEDS_REVIEW:
        why.append(Why.NO_REVIEW)
    return why
