"""What excuses lateness, and what does not.

An exception lifts a fixed limit for as long as it is impractical to keep to it. It never moves, stops or extends a
date; "as soon as practicable" stays (rule book 1.6, AMB-13). Each ground has its own test, and each duty names the
grounds that can excuse it.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

WEEK = timedelta(days=7)


class Ground(StrEnum):
    """The grounds in the regulations, and no others."""

    SETTING_CLOSED = "setting_closed"
    EARLY_YEARS_CLOSED = "early_years_closed"
    EXCEPTIONAL = "exceptional"
    AWAY_FOUR_WEEKS = "away_four_weeks"
    ADVISER_EXCEPTIONAL = "adviser_exceptional"
    ADVISER_AWAY = "adviser_away"
    MISSED_APPOINTMENT = "missed_appointment"
    AWAY_TWO_WEEKS = "away_two_weeks"
    OTHERWISE_AGREED = "otherwise_agreed"
    CONSENT_TO_LESS = "consent_to_less"

    @property
    def words(self) -> str:
        """The ground, as an officer reads it."""
        return _WORDS[self]


_CLOSED = (
    "closed for at least 4 weeks together, and was asked for advice between a week before it closed "
    "and a week before it opened again"
)
_WORDS = {
    Ground.SETTING_CLOSED: f"A school or post-16 institution {_CLOSED}",
    Ground.EARLY_YEARS_CLOSED: f"An early years provider {_CLOSED}",
    Ground.EXCEPTIONAL: "Exceptional personal circumstances of the child, parent or young person during that time",
    Ground.AWAY_FOUR_WEEKS: "The child, parent or young person was away from the area for at least 4 weeks together "
    "during that time",
    Ground.ADVISER_EXCEPTIONAL: "Exceptional circumstances of the child, parent or young person during those 6 weeks",
    Ground.ADVISER_AWAY: "The child, parent or young person was away from the area for at least 4 weeks together "
    "during those 6 weeks",
    Ground.MISSED_APPOINTMENT: "The child or young person missed an appointment for an examination or test made by "
    "the body asked, during those 6 weeks",
    Ground.AWAY_TWO_WEEKS: "The child, parent or young person was away from the area for at least 2 weeks together",
    Ground.OTHERWISE_AGREED: "The parties agreed another time in writing",
    Ground.CONSENT_TO_LESS: "The parent or young person agreed to shorter notice",
}

FOUR = frozenset(
    {Ground.SETTING_CLOSED, Ground.EARLY_YEARS_CLOSED, Ground.EXCEPTIONAL, Ground.AWAY_FOUR_WEEKS},
)
"""SI 2014/1530 regulations 5(4), 10(4), 13(3) and 27(3), sub-paragraphs (a) to (d)."""
DETAINED = FOUR - {Ground.AWAY_FOUR_WEEKS}
"""SI 2015/62 regulation 13(3): only regulation 10(4)(a) to (c)."""
ADVISER = frozenset({Ground.ADVISER_EXCEPTIONAL, Ground.ADVISER_AWAY, Ground.MISSED_APPOINTMENT})
"""SI 2014/1530 regulation 8(2). A closed school is not in it."""
ORDER = FOUR | {Ground.AWAY_TWO_WEEKS}
"""SI 2014/1530 regulations 44(3) and 45(7). Only for assessing and for making a plan (AMB-32)."""


@dataclass(frozen=True, slots=True)
class NotAnExcuse:
    """Something often offered, and why it does not excuse."""

    reason: str
    because: str


NOT_EXCUSES = (
    NotAnExcuse("late advice", "The council answers for the 16 and 20 weeks even when an adviser is late."),
    NotAnExcuse(
        "no educational psychologist", "The Ombudsman treats a shortage as a failure of service, not a reason."
    ),
    NotAnExcuse("staff away", "Staffing is not in the regulations."),
    NotAnExcuse("the date of a panel", "No panel is needed by law before the decision."),
    NotAnExcuse("a school that has not replied", "Silence is not refusal: the council may decide."),
    NotAnExcuse("giving the family more time", "More time to comment is allowed, but the clock does not stop."),
    NotAnExcuse(
        "a shorter school holiday", "Only a closure of at least 4 weeks together counts: not Christmas, not Easter."
    ),
)


def closure_excuses(asked: date, closed: date, reopens: date) -> bool:
    """Regulation 10(4)(a) and (b): asked in the window, and closed for at least 28 days."""
    return reopens - closed >= 4 * WEEK and closed - WEEK <= asked <= reopens - WEEK


def absence_excuses(left: date, returned: date, started: date, due: date, weeks: int = 4) -> bool:
    """Regulation 10(4)(d), and 44(3) and 45(7) with two weeks: that long away, inside the time allowed.

    ``left`` is the first day away and ``returned`` the first day back.
    """
    inside_from, inside_to = max(left, started), min(returned, due + timedelta(days=1))
    return inside_to - inside_from >= weeks * WEEK


def circumstances_excuse(began: date, ended: date | None, started: date, due: date) -> bool:
    """Regulation 10(4)(c): the circumstances touched the time allowed. Whether exceptional, a person decides."""
    return began <= due and (ended is None or ended >= started)


def missed_appointment_excuses(appointment: date, received: date, due: date) -> bool:
    """Regulation 8(2)(c): the appointment fell in the 6 weeks, and the body asked had made it."""
    return received <= appointment <= due
