"""What must hold of a child before a request can be taken. Pure."""

from datetime import date

from core.words import _

OLDEST = 25
"""The oldest age this installation serves: plans may run to 25 (CFA 2014 s.46; SEND Regulations 2014 reg 46)."""


def age_on(born_on: date, day: date) -> int:
    """Whole years lived by ``day``; a child born on 29 February has their birthday on 1 March in other years."""
    had_birthday = (day.month, day.day) >= (born_on.month, born_on.day)
    return day.year - born_on.year - (0 if had_birthday else 1)


def against_born_on(born_on: date, today: date, oldest: int = OLDEST) -> str | None:
    """Why this cannot be the date of birth of somebody we serve, or None."""
    if born_on > today:
        return _("The date of birth must be in the past. Check the year.")
    if age_on(born_on, today) > oldest:
        return _("SENDPath is for people from birth to 25. Check the year, or call us if it is right.")
    return None
