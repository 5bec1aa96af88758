"""Dates, numbers and anchors in plain English."""

from datetime import date

from statute.duty import Anchor
from statute.periods import MONTHS

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def long(day: date) -> str:
    """Sunday 10 January 2027."""
    return f"{short(day)} {day.year}"


def short(day: date) -> str:
    """Sunday 10 January."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month]}"


def after(day: date, said: date) -> str:
    """The second date of a sentence: its year only when it is another."""
    return short(day) if day.year == said.year else long(day)


def listed(things: list[str]) -> str:
    """One, two and three."""
    return things[0] if len(things) == 1 else f"{', '.join(things[:-1])} and {things[-1]}"


def happened(anchor: Anchor) -> str:
    """How the day of an anchor is told after its trigger: "received", "held on"."""
    return _HAPPENED[anchor]


_HAPPENED = {
    Anchor.RECEIVED: "received",
    Anchor.SENT: "sent",
    Anchor.SERVED: "served",
    Anchor.MADE: "made",
    Anchor.ISSUED: "issued",
    Anchor.AWARE: "known of on",
    Anchor.MEETING: "held on",
    Anchor.NOTICE_SENT: "sent",
    Anchor.REVIEWED: "made or last reviewed on",
    Anchor.TRANSFERRED: "on",
    Anchor.TRANSFER: "on",
    Anchor.NOTIFIED: "given on",
    Anchor.TOLD: "told on",
    Anchor.AGREED: "agreed on",
    Anchor.ENDED: "ended on",
    Anchor.DECISION_SENT: "sent",
    Anchor.CERTIFICATE_ISSUED: "issued",
    Anchor.ORDER_MADE: "made",
    Anchor.NOTICE_RECEIVED: "received",
    Anchor.NOTICE_GIVEN: "given on",
    Anchor.FIRST_DAY: "on",
    Anchor.BORN: "born",
    Anchor.HEARD: "on",
    Anchor.HAPPENED: "on",
    Anchor.STARTS: "starting",
    Anchor.KEPT: "on",
    Anchor.ADMITTED: "on",
    Anchor.ENTERED: "on",
    Anchor.PAID: "on",
    Anchor.PUBLISHED: "on",
    Anchor.MEDIATION: "on",
    Anchor.DUE: "on",
}
