"""Working days in England, by hand and against a second opinion."""

from datetime import date, timedelta

import holidays
import pytest

from statute import calendar

EVERY_DAY = [date(2014, 1, 1) + timedelta(days=n) for n in range((calendar.known_until() - date(2014, 1, 1)).days + 1)]


def test_every_weekday_since_2014_agrees_with_the_holidays_package():
    theirs = holidays.country_holidays("GB", subdiv="ENG", years=range(2014, calendar.known_until().year + 1))
    assert not [
        day for day in EVERY_DAY if day.weekday() < 5 and calendar.is_working_day(day) is not (day not in theirs)
    ]


@pytest.mark.parametrize(
    "day",
    [
        "2014-12-25",  # Thursday, Christmas Day
        "2015-12-28",  # Boxing Day fell on a Saturday
        "2016-12-27",  # Christmas Day fell on a Sunday
        "2017-01-02",  # New Year's Day fell on a Sunday
        "2020-05-08",  # Early May moved to Friday for VE Day
        "2021-12-27",  # Christmas Day on Saturday, so Monday
        "2021-12-28",  # and Boxing Day on Sunday, so Tuesday
        "2022-06-02",  # Spring moved to Thursday for the Jubilee
        "2022-06-03",  # the Jubilee
        "2022-09-19",  # the late Queen's funeral
        "2023-05-08",  # the Coronation
        "2024-03-29",  # Good Friday
        "2025-04-21",  # Easter Monday
        "2026-12-28",  # Boxing Day falls on a Saturday
        "2027-03-26",  # Good Friday
    ],
)
def test_a_bank_holiday_is_not_a_working_day(day):
    assert not calendar.is_working_day(date.fromisoformat(day))


@pytest.mark.parametrize(
    "day",
    [
        "2020-05-04",  # the Monday that Early May left
        "2022-05-30",  # the Monday that Spring left
        "2024-04-02",  # the Tuesday after Easter
        "2026-12-24",  # Christmas Eve is an ordinary day
        "2026-12-29",
    ],
)
def test_an_ordinary_weekday_is_a_working_day(day):
    assert calendar.is_working_day(date.fromisoformat(day))


def test_the_usual_pattern_gives_every_announced_year_but_for_one_off_days():
    moved_or_added = {
        date(2020, 5, 4), date(2020, 5, 8), date(2022, 5, 30), date(2022, 6, 2), date(2022, 6, 3),
        date(2022, 9, 19), date(2023, 5, 8),
    }  # fmt: skip
    found = set()
    for year in range(2014, calendar.known_until().year + 1):
        found |= calendar.usual_holidays(year) ^ calendar.bank_holidays(year)
    assert found == moved_or_added


@pytest.mark.parametrize(
    ("year", "easter"),
    [
        (2014, (4, 20)),
        (2016, (3, 27)),
        (2024, (3, 31)),
        (2025, (4, 20)),
        (2026, (4, 5)),
        (2029, (4, 1)),
        (2038, (4, 25)),
    ],
)
def test_easter(year, easter):
    assert calendar.easter_sunday(year) == date(year, *easter)


def test_after_the_announced_years_the_pattern_serves_and_says_so():
    end = calendar.known_until()
    assert calendar.caution(end) == ""
    assert "worked out from the usual pattern" in calendar.caution(end + timedelta(days=1))
    assert not calendar.is_working_day(date(2029, 3, 30)), "Good Friday"
    assert calendar.is_working_day(date(2029, 3, 29))


def test_a_warning_as_the_announced_days_run_out():
    end = calendar.known_until()
    assert calendar.running_out(end - timedelta(days=401)) == ""
    assert calendar.running_out(end - timedelta(days=400)).endswith("Add the next year.")
    assert "0 days from now" in calendar.running_out(end + timedelta(days=1))


@pytest.mark.parametrize(
    ("start", "number", "end"),
    [
        ("2025-10-01", 3, "2025-10-06"),  # Thu, Fri, Mon
        ("2025-12-23", 3, "2025-12-30"),  # Wed 24, Mon 29, Tue 30
        ("2024-03-27", 2, "2024-04-02"),  # Thu 28, then Tue 2 after Easter
        ("2026-08-28", 1, "2026-09-01"),  # Monday 31 August is the Summer bank holiday
        ("2025-10-04", 1, "2025-10-06"),  # from a Saturday
        ("2025-10-22", -5, "2025-10-15"),  # Tue, Mon, Fri, Thu, Wed
        ("2025-10-22", 0, "2025-10-22"),
    ],
)
def test_adding_working_days(start, number, end):
    assert calendar.add_working_days(date.fromisoformat(start), number) == date.fromisoformat(end)


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [
        ("2026-12-28", "2026-12-24", "2026-12-29"),
        ("2025-04-20", "2025-04-17", "2025-04-22"),
        ("2026-02-14", "2026-02-13", "2026-02-16"),
        ("2026-02-13", "2026-02-13", "2026-02-13"),
    ],
)
def test_the_nearest_working_day(day, before, after):
    assert calendar.last_working_day_on_or_before(date.fromisoformat(day)) == date.fromisoformat(before)
    assert calendar.first_working_day_on_or_after(date.fromisoformat(day)) == date.fromisoformat(after)


def test_working_days_between():
    assert calendar.working_days_between(date(2026, 12, 18), date(2027, 1, 8)) == 12
    assert calendar.working_days_between(date(2027, 1, 8), date(2026, 12, 18)) == -12
    assert calendar.working_days_between(date(2026, 12, 18), date(2026, 12, 18)) == 0
