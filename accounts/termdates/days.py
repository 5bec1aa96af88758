"""Dates as people write them."""

import re
from datetime import date

from core.words import _
from statute.periods import MONTHS
from statute.words import WEEKDAYS

NOT_A_DATE = _("is not a date we can read. Write it like 3/9/2026 or 3 September 2026")
SHORT_YEAR = _("needs a year with 4 numbers, like 2026")
UNREAL = _("is not a real date")

WRITTEN = (
    r"(?:\d{4}-\d{1,2}-\d{1,2}"
    r"|(?:[A-Za-z]{3,9},?\s+)?\d{1,2}(?:st|nd|rd|th)?[/.\s-]+(?:\d{1,2}|[A-Za-z]{3,9}),?[/.\s-]+\d{2,4})"
)
"""What looks like a date, for finding one in a line."""
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?", re.ASCII)
_BRITISH = re.compile(
    r"(?:(?P<weekday>[A-Za-z]{3,9}),?\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    r"[/.\s-]+(?P<month>\d{1,2}|[A-Za-z]{3,9}),?[/.\s-]+(?P<year>\d{2,4})(?:\s+00:00(?::00)?)?",
    re.ASCII,
)


class Unreadable(ValueError):
    """What was written is no date. The words say why and how to mend it."""


def read_day(text: str) -> date:
    """2026-09-03, 3/9/2026, 3 September 2026 or Thursday 3rd Sept 2026. A weekday that is wrong is a slip, and told."""
    written = " ".join(text.split())
    if found := _ISO.fullmatch(written):
        return _real(written, *map(int, found.groups()))
    if not (found := _BRITISH.fullmatch(written)):
        raise Unreadable(f"“{written[:40]}” {NOT_A_DATE}")
    month = int(found["month"]) if found["month"].isdigit() else _one_of(found["month"], MONTHS[1:]) + 1
    if not month:
        raise Unreadable(f"“{written[:40]}” {NOT_A_DATE}")
    if len(found["year"]) != 4:
        raise Unreadable(f"“{written[:40]}” {SHORT_YEAR}")
    day = _real(written, int(found["year"]), month, int(found["day"]))
    if found["weekday"] and _one_of(found["weekday"], WEEKDAYS) != day.weekday():
        raise Unreadable(f"“{written[:40]}” is a {WEEKDAYS[day.weekday()]}. Check the day and the date")
    return day


def _real(written: str, year: int, month: int, day: int) -> date:
    try:
        found = date(year, month, day)
    except ValueError:
        raise Unreadable(f"“{written[:40]}” {UNREAL}") from None
    if not 1990 <= year <= 2100:
        raise Unreadable(f"“{written[:40]}” is too far away")
    return found


def _one_of(word: str, names: tuple[str, ...]) -> int:
    """The place of a name that begins so, or -1."""
    return next((n for n, name in enumerate(names) if len(word) >= 3 and _begins(name, word)), -1)


def _begins(name: str, word: str) -> bool:
    return name.casefold().startswith(word.casefold()) or (name == "September" and word.casefold() == "sept")
