"""What time it is. The only place that asks.

Law counts in London days; records are kept in moments. ``core.past`` can hold the clock for the
demonstration, the seed and the tests, and cannot be imported in production.
"""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")

_held: datetime | None = None


def now() -> datetime:
    """The present moment, with its zone."""
    return _held or datetime.now(UTC)


def today() -> date:
    """The present day in London, which is the day the law counts."""
    return london_day(now())


def london_day(moment: datetime) -> date:
    """The London calendar day on which ``moment`` fell."""
    return moment.astimezone(LONDON).date()


def is_held() -> bool:
    """Whether somebody has stopped the clock (demonstration, seed and tests only)."""
    return _held is not None
