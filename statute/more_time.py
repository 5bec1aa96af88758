"""What more time for a family would leave the council: the window it would have, and what is left to finish in.

More time to comment may always be given (regulation 13(1)(a) says *at least* 15 days). It never moves the 20 weeks,
and it is not one of the exceptions in regulation 10(4): see ``exceptions.NOT_EXCUSES``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from statute.calendar import working_days_between
from statute.timetable import duty

ALWAYS = (
    "More time may always be given. It never moves the 20 weeks and is never an exception: a final plan that is late "
    "because of it is late."
)
ENOUGH_DAYS = 15
"""What a school or college that is consulted has to answer in (CONSULT-REPLY): with fewer left, none can be asked."""
A_WORKING_WEEK = 5


class Room(StrEnum):
    """How what is left compares with what finishing takes."""

    FITS = "fits"
    TIGHT = "tight"
    VERY_TIGHT = "very_tight"
    TOO_LATE = "too_late"

    @property
    def words(self) -> str:
        """What an officer reads beside it."""
        return {"fits": "Fits", "tight": "Tight", "very_tight": "Very tight", "too_late": "Does not fit"}[self.value]

    @property
    def because(self) -> str:
        """Where the line is drawn."""
        return _BECAUSE[self]


_BECAUSE = {
    Room.FITS: f"At least {ENOUGH_DAYS} days left, enough to consult one more school or college.",
    Room.TIGHT: f"Fewer than {ENOUGH_DAYS} days left: no time to consult one more school or college.",
    Room.VERY_TIGHT: f"{A_WORKING_WEEK} working days or fewer left.",
    Room.TOO_LATE: "No working day left before the final plan is due.",
}


@dataclass(frozen=True, slots=True)
class Option:
    """One length of the window, and what it leaves."""

    extra: int
    days: int
    until: date
    days_left: int
    working_days_left: int
    room: Room


def more_time(window_from: date, days: int, final_strict: date, extra: Sequence[int] = (0, 5, 10, 15)) -> list[Option]:
    """What the window of ``days`` that begins on ``window_from`` would leave, as it is and with each number more.

    ``window_from`` is the day the draft is served, which is day 1; ``final_strict`` is the strict date of the plan.
    """
    return [_option(window_from, days, more, final_strict) for more in extra]


def least_days() -> int:
    """How many days a family has at the least to comment on a draft."""
    return int(duty("DRAFT-REPS").period.number)  # type: ignore[union-attr]


def _option(window_from: date, days: int, more: int, final_strict: date) -> Option:
    until = window_from + timedelta(days=days + more - 1)
    left, working = (final_strict - until).days, working_days_between(until, final_strict)
    return Option(more, days + more, until, left, working, _room(left, working))


def _room(left: int, working: int) -> Room:
    if working <= 0:
        return Room.TOO_LATE
    if working <= A_WORKING_WEEK:
        return Room.VERY_TIGHT
    return Room.FITS if left >= ENOUGH_DAYS else Room.TIGHT
