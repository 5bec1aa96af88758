"""A calendar file that a calendar can read, whatever words are put in it (RFC 5545)."""

from datetime import UTC, date, datetime

import icalendar
import pytest

from core.past import hold
from door.calendar_file import Dated, calendar_file

MADE = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
FINAL = Dated(
    uid="PLAN-FINAL.2026-08-24@sendpath",
    day=date(2027, 1, 8),
    title="Send the final plan: work to today",
    text="Strict: Sunday 10 January 2027.\nOrdinary: Monday 11 January 2027.",
    url="https://desk.example.test/rules/PLAN-FINAL/",
)


def lines_of(file: bytes) -> list[bytes]:
    return file.split(b"\r\n")


def test_a_day_is_a_whole_day_that_keeps_nobody_busy():
    event = icalendar.Calendar.from_ical(calendar_file("Dates", [FINAL], MADE)).events[0]
    assert event["UID"] == "PLAN-FINAL.2026-08-24@sendpath"
    assert event.decoded("DTSTART") == date(2027, 1, 8)
    assert event.decoded("DTEND") == date(2027, 1, 9)
    assert event.decoded("DTSTAMP") == MADE
    assert event["TRANSP"] == "TRANSPARENT"
    assert str(event["DESCRIPTION"]) == FINAL.text
    assert event["URL"] == FINAL.url


def test_it_is_written_as_the_standard_writes():
    file = calendar_file("Dates", [FINAL], MADE)
    lines = lines_of(file)
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert b"VERSION:2.0" in lines
    assert b"DTSTART;VALUE=DATE:20270108" in lines
    assert b"DTEND;VALUE=DATE:20270109" in lines
    assert b"DTSTAMP:20261122T090000Z" in lines
    assert file.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in file.replace(b"\r\n", b""), "a line end that is not CRLF"
    assert b"VALARM" not in file


@pytest.mark.parametrize(
    "words",
    [
        "Commas, semicolons; colons: and a back\\slash",
        "Ünïcödé – “quoted” " * 20,
        "a" * 74 + "é" * 40,
        "\N{PILE OF POO}" * 60,
    ],
)
def test_any_words_come_back_as_they_went_in(words):
    file = calendar_file(words, [Dated("one@sendpath", date(2026, 11, 23), words, words)], MADE)
    assert max(map(len, lines_of(file))) <= 75, "a line longer than 75 octets must be folded"
    read = icalendar.Calendar.from_ical(file)
    assert str(read.events[0]["SUMMARY"]) == words.strip()
    assert str(read.events[0]["DESCRIPTION"]) == words


def test_a_calendar_s_own_name_is_escaped_like_any_words():
    file = calendar_file("Dates; Ayton,\r\n\\ north", [], MADE)
    assert b"X-WR-CALNAME:Dates\\; Ayton\\, \\\\ north" in lines_of(file)


def test_nobody_writes_a_line_of_their_own_into_it():
    sly = "Plan\r\nEND:VEVENT\r\nBEGIN:VEVENT\nATTENDEE:mailto:a@b.test\x00\x07"
    read = icalendar.Calendar.from_ical(calendar_file(sly, [Dated(sly, date(2026, 1, 1), sly, sly, sly)], MADE))
    assert len(read.events) == 1
    assert "ATTENDEE" not in read.events[0]
    assert str(read.events[0]["SUMMARY"]) == "Plan END:VEVENT BEGIN:VEVENT ATTENDEE:mailto:a@b.test"


def test_an_empty_calendar_is_still_a_calendar():
    read = icalendar.Calendar.from_ical(calendar_file("Nothing yet", [], MADE))
    assert read.events == []


def test_the_last_day_there_is_has_no_day_after_it():
    (event,) = icalendar.Calendar.from_ical(calendar_file("End", [Dated("z", date.max, "End")], MADE)).events
    assert event.decoded("DTSTART") == date.max
    assert "DTEND" not in event


def test_the_moment_is_the_clock_s_when_none_is_given():
    with hold(MADE):
        assert b"DTSTAMP:20261122T090000Z" in calendar_file("Dates", [FINAL])
