"""Days, times and distances in the house style."""

import datetime

import pytest

from door import words

TODAY = datetime.date(2026, 11, 23)


def day(number: int, month: int = 11, year: int = 2026) -> datetime.date:
    return datetime.date(year, month, number)


@pytest.mark.parametrize(
    ("function", "said"),
    [
        (words.long_date, "Friday 12 March 2027"),
        (words.day_month, "Friday 12 March"),
        (words.short_date, "Fri 12 March"),
        (words.plain_date, "12 March 2027"),
    ],
)
def test_days(function, said):
    assert function(day(12, 3, 2027)) == said


def test_a_moment_falls_on_londons_day():
    just_before_midnight_utc = datetime.datetime(2026, 7, 1, 23, 30, tzinfo=datetime.UTC)
    assert words.long_date(just_before_midnight_utc) == "Thursday 2 July 2026"
    assert words.clock_time(just_before_midnight_utc) == "12:30am"
    assert words.as_day(just_before_midnight_utc) == day(2, 7)


@pytest.mark.parametrize(
    ("hour", "minute", "said"),
    [
        (21, 14, "9:14pm"), (16, 0, "4pm"), (9, 5, "9:05am"), (0, 0, "midnight"), (12, 0, "midday"), (12, 1, "12:01pm"),
        (0, 1, "12:01am"),
    ],
)  # fmt: skip
def test_clock_times(hour, minute, said):
    assert words.clock_time(datetime.time(hour, minute)) == said


def test_moments():
    moment = datetime.datetime(2026, 8, 24, 20, 14, tzinfo=datetime.UTC)
    assert words.day_time(moment) == "Monday 24 August, 9:14pm"
    assert words.long_moment(moment) == "Monday 24 August 2026 at 9:14pm"


@pytest.mark.parametrize(
    ("target", "said", "state"),
    [
        (day(13), "10 days late", "late"),
        (day(22), "1 day late", "late"),
        (day(23), "today", "today"),
        (day(24), "tomorrow", "soon"),
        (day(27), "in 4 days", "soon"),
        (day(7, 12), "in 14 days", "soon"),
        (day(11, 12), "in 18 days", ""),
    ],
)
def test_distance_and_urgency_of_one_date(target, said, state):
    assert words.distance(target, TODAY) == said
    assert words.urgency(target, TODAY) == state


@pytest.mark.parametrize(
    ("target", "last", "said", "state"),
    [
        (day(22), day(23), "last day is today", "today"),
        (day(21), day(24), "last day is Tuesday 24 November", "today"),
        (day(20), day(22), "1 day late", "late"),
        (day(23), day(24), "today", "today"),
        (day(24), day(25), "tomorrow", "soon"),
    ],
)
def test_nothing_is_late_until_the_ordinary_count_has_passed(target, last, said, state):
    assert words.distance(target, TODAY, last) == said
    assert words.urgency(target, TODAY, last) == state


def test_soon_can_be_told_in_working_days():
    assert words.urgency(day(8, 12), TODAY, soon_until=day(8, 12)) == "soon"
    assert words.urgency(day(4, 12), TODAY, soon_until=day(3, 12)) == ""


@pytest.mark.parametrize(("then", "said"), [(day(23), "today"), (day(22), "yesterday"), (day(19), "4 days ago")])
def test_ago(then, said):
    assert words.ago(then, TODAY) == said


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Daniel Osei", "DO"), ("Amara", "A"), ("Dr Femi Adeyemi", "FA"), ("Ana Maria Lis-Nowak", "AN"), ("", "")],
)
def test_initials(name, letters):
    assert words.initials(name) == letters


@pytest.mark.parametrize(
    ("count", "said"), [(300, "1KB"), (184_320, "184KB"), (2_400_000, "2.4MB"), (10_000_000, "10MB")]
)
def test_file_sizes(count, said):
    assert words.file_size(count) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (day(7, 12), day(11, 12), "Monday 7 to Friday 11 December 2026"),
        (day(30), day(4, 12), "Monday 30 November to Friday 4 December 2026"),
        (day(21, 12), day(4, 1, 2027), "Monday 21 December 2026 to Monday 4 January 2027"),
        (day(7, 12), day(7, 12), "Monday 7 December 2026"),
        (day(7, 12), None, "Monday 7 December 2026 to a day not known yet"),
    ],
)
def test_from_a_day_to_a_day(first, last, said):
    assert words.span(first, last) == said


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(30, "30 minutes"), (60, "1 hour"), (90, "1 hour and 30 minutes"), (120, "2 hours"), (1, "1 minute")],
)
def test_how_long_something_lasts(minutes, said):
    assert words.how_long(minutes) == said
