"""How a deadline counts in the figures. Pure."""

from datetime import date
from enum import StrEnum

from core.words import _


class Kind(StrEnum):
    """Where a deadline stands. Each is in exactly one."""

    IN_TIME = "in-time"
    AFTER_TARGET = "after-target"
    LATE = "late"
    EXCUSED = "excused"
    OPEN = "open"
    OPEN_LATE = "open-late"
    OPEN_EXCUSED = "open-excused"

    @property
    def words(self) -> str:
        return WORDS[self]


WORDS = {
    Kind.IN_TIME: _("Done by the target"),
    Kind.AFTER_TARGET: _("Done on its last day, after the target"),
    Kind.LATE: _("Done late"),
    Kind.EXCUSED: _("Done late, excused"),
    Kind.OPEN: _("Still owed, in time"),
    Kind.OPEN_LATE: _("Still owed, late"),
    Kind.OPEN_EXCUSED: _("Still owed, excused"),
}


def percent(part: int, whole: int) -> str:
    """A share in whole per cent; a dash of nothing."""
    return f"{round(100 * part / whole)}%" if whole else "–"


def since(months: int, today: date) -> date:
    """The first day of the month so many months ago."""
    place = today.year * 12 + today.month - 1 - months
    return date(place // 12, place % 12 + 1, 1)
