"""A calendar of dates as a file other calendars read (iCalendar, RFC 5545): whole days, or from a time on; no alarms.

What goes in leaves the house and may be read by anybody the file is passed to: give it no child's name.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event
from icalendar.prop import vDuration, vText

from core import clock

CONTENT_TYPE = "text/calendar; charset=utf-8"
MADE_BY = "-//SENDPath//Dates//EN"


@dataclass(frozen=True, slots=True)
class Dated:
    """One thing on one day. The same ``uid`` twice is the same thing, changed; it must be unlike any other's."""

    uid: str
    day: date
    title: str
    text: str = ""
    url: str = ""
    begins: time | None = None
    """In London; a whole day without it."""
    lasts: int = 60
    """Minutes, where it begins at a time."""


def calendar_file(
    name: str, events: Iterable[Dated], made_at: datetime | None = None, *, again_after: timedelta | None = None
) -> bytes:
    """A calendar under this name holding these days, ready to be sent as ``CONTENT_TYPE``.

    ``made_at`` is for a file that should be the same, byte for byte, until what is in it changes. ``again_after`` is
    for one that programs subscribe to: how long until they should read it again.
    """
    book = Calendar()
    book.add("prodid", MADE_BY)
    book.add("version", "2.0")
    book.add("x-wr-calname", vText(_on_one_line(name)))  # what calendars call it; said outright so that it is escaped
    if again_after:
        book.add("method", "PUBLISH")
        book.add("refresh-interval", vDuration(again_after), parameters={"VALUE": "DURATION"})
        book.add("x-published-ttl", vDuration(again_after))  # the same, as Outlook reads it
    for each in events:
        book.add_component(_event(each, made_at or clock.now()))
    return bytes(book.to_ical())


def _event(each: Dated, made_at: datetime) -> Event:
    event = Event()
    event.add("uid", _on_one_line(each.uid))
    event.add("dtstamp", made_at)
    if each.begins:
        start = datetime.combine(each.day, each.begins, clock.LONDON)
        event.add("dtstart", start.astimezone(UTC))
        event.add("dtend", (start + timedelta(minutes=each.lasts)).astimezone(UTC))
    else:
        event.add("dtstart", each.day)
    if each.day < date.max and not each.begins:
        event.add("dtend", each.day + timedelta(days=1))  # the first day that is no longer part of it
    event.add("summary", _on_one_line(each.title))
    if each.text:
        event.add("description", _writable(each.text))
    if each.url:
        event.add("url", _on_one_line(each.url))
    event.add("transp", "OPAQUE" if each.begins else "TRANSPARENT")  # a day to remember leaves its owner free
    return event


def _writable(text: str) -> str:
    """Without the control characters that the format cannot hold; line ends stay."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(each for each in lines if each == "\n" or unicodedata.category(each) != "Cc")


def _on_one_line(text: str) -> str:
    return " ".join(_writable(text).split())
