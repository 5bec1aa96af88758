"""Whether the clock may be believed. Pure: what it reads is handed to it.

A machine whose clock jumps a year would send a year of reminders and forget every draft. Three clocks are compared:
this machine's, the database's, and the one that counts seconds since the machine started, which nobody can set.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from core.words import _

SLACK = timedelta(minutes=10)
"""Clocks may differ by this much before anybody should worry."""
LONGEST_GAP = timedelta(days=14)
"""After a longer silence across a restart nothing can vouch for the clock, and an operator must."""


@dataclass(frozen=True)
class Tick:
    """One look at this machine's clocks."""

    at: datetime
    boot: str
    """Which start of which machine; empty where the system does not say."""
    since_boot: float
    """Seconds since then, sleep included."""


def doubt(before: Tick | None, now: Tick, database: datetime) -> str:
    """Why the clock is not to be believed. Empty when it is."""
    if abs(now.at - database) > SLACK:
        return _("This machine’s clock and the database’s differ by {far}.").format(far=_far(now.at - database))
    if before is None:
        return ""
    passed = now.at - before.at
    if now.boot and now.boot == before.boot:
        astray = passed - timedelta(seconds=now.since_boot - before.since_boot)
        return _("The clock jumped by {far}.").format(far=_far(astray)) if abs(astray) > SLACK else ""
    if passed < -SLACK:
        return _("The clock went back by {far}.").format(far=_far(passed))
    if passed > LONGEST_GAP:
        return _("Nothing was heard of the watch for {far}.").format(far=_far(passed))
    return ""


def _far(span: timedelta) -> str:
    days, minutes = abs(span).days, abs(span).seconds // 60
    if days:
        return f"{days} days" if days > 1 else "1 day"
    return f"{minutes // 60} hours" if minutes >= 120 else f"{minutes} minutes"
