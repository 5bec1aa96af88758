"""What must hold of a child before a request can be taken. Pure."""

from datetime import date

from core.words import _
from statute.counting import dates_of
from statute.duty import Anchor
from statute.timetable import duty

OLDEST = 25
"""The oldest age this installation serves: plans may run to 25 (CFA 2014 s.46; SEND Regulations 2014 reg 46)."""


def age_on(born_on: date, day: date) -> int:
    """Whole years lived by ``day``; a child born on 29 February has their birthday on 1 March in other years."""
    had_birthday = (day.month, day.day) >= (born_on.month, born_on.day)
    return day.year - born_on.year - (0 if had_birthday else 1)


def over_compulsory_school_age(born_on: date, on: date) -> bool:
    """Whether a person is a young person in law: over compulsory school age, which ends on the last Friday in June of
    the school year in which they turn 16 (Children and Families Act 2014 s.83(2); Education Act 1996 s.8)."""
    return on > dates_of(duty("YP-START", born_on), {Anchor.BORN: born_on}).ordinary


def against_born_on(born_on: date, today: date, oldest: int = OLDEST) -> str | None:
    """Why this cannot be the date of birth of somebody we serve, or None."""
    if born_on > today:
        return _("The date of birth must be in the past. Check the year.")
    if age_on(born_on, today) > oldest:
        return _("SENDPath is for people from birth to {oldest}. Check the year, or call us if it is right.").replace(
            "{oldest}", str(oldest)
        )
    return None
