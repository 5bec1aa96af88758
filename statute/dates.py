"""The dates every deadline has. Never one date, always these."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Dates:
    """When a duty falls due, on both readings, and the day we work to."""

    ordinary: date
    """Last day as a court would ordinarily count. Only after this day may anyone say *breached*."""
    strict: date
    """Last day on the earliest reading. Work is planned, and families are told, by this one."""
    plan_for: date
    """The last working day on or before the strict date."""
    not_before: date | None = None
    """For a window: the first day on which the council may act. Otherwise nothing."""
