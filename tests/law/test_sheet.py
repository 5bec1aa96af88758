"""The sum drawn says what the sum says: as many weeks as the law gives, and each day where it falls."""

from datetime import date, timedelta

import pytest

from statute.counting import dates_of
from statute.dates import Dates
from statute.sheet import around, passed, weeks
from statute.timetable import duty

STARTED = date(2026, 8, 24)
TODAY = date(2026, 11, 23)


def counted(code: str, started: date = STARTED) -> Dates:
    return dates_of(duty(code), {duty(code).anchor: started})


@pytest.mark.parametrize(("code", "number"), [("EHCNA-DECIDE", 6), ("NOPLAN", 16), ("PLAN-FINAL", 20)])
def test_as_many_weeks_as_the_law_gives_and_the_target_in_the_last(code, number):
    drawn = weeks(duty(code), STARTED, counted(code).strict, TODAY)
    assert [week.number for week in drawn] == list(range(1, number + 1))
    assert [week.end for week in drawn] == [False] * (number - 1) + [True]
    assert drawn[-1].begins + timedelta(days=6) == counted(code).strict


def test_where_today_is_among_them():
    drawn = weeks(duty("PLAN-FINAL"), STARTED, counted("PLAN-FINAL").strict, TODAY)
    assert [week.number for week in drawn if week.now] == [14]
    assert [week.number for week in drawn if week.past] == list(range(1, 14))
    assert passed(duty("PLAN-FINAL"), STARTED, counted("PLAN-FINAL").strict, TODAY).day == 92
    assert passed(duty("PLAN-FINAL"), STARTED, counted("PLAN-FINAL").strict, TODAY).of == 140


def test_the_day_after_the_target_is_over_and_the_day_itself_is_not():
    strict = counted("EHCNA-DECIDE").strict
    on_the_day = passed(duty("EHCNA-DECIDE"), STARTED, strict, strict)
    assert (on_the_day.day, on_the_day.of, on_the_day.over) == (42, 42, False)
    assert passed(duty("EHCNA-DECIDE"), STARTED, strict, strict + timedelta(1)).over


def test_working_days_are_counted_as_working_days():
    friday = date(2026, 12, 18)
    dates = counted("TRIAGE-LOCAL", friday)
    assert dates.strict == date(2026, 12, 24)
    monday = passed(duty("TRIAGE-LOCAL"), friday, dates.strict, date(2026, 12, 21))
    assert (monday.day, monday.of, monday.unit) == (2, 5, "working day")
    assert weeks(duty("TRIAGE-LOCAL"), friday, dates.strict, friday) == []


def test_what_is_not_counted_in_days_has_no_day_number():
    assert passed(duty("PLAN-FINAL"), STARTED, counted("PLAN-FINAL").strict, STARTED - timedelta(1)) is None
    assert passed(duty("REV-12M"), STARTED, STARTED + timedelta(300), TODAY) is None


def test_the_calendar_names_the_three_days_and_the_bank_holidays():
    dates = counted("PLAN-FINAL")
    days = {day.on: day for row in around(STARTED, dates, TODAY) for day in row}
    assert list(days)[0] == date(2026, 12, 28)
    assert list(days)[-1] == date(2027, 1, 17)
    assert (days[date(2027, 1, 8)].words, days[date(2027, 1, 8)].state) == (("Work to",), "plan")
    assert (days[date(2027, 1, 10)].words, days[date(2027, 1, 10)].state) == (("Target",), "strict")
    assert (days[date(2027, 1, 11)].words, days[date(2027, 1, 11)].state) == (("Last day",), "last")
    assert days[date(2027, 1, 1)].words == days[date(2026, 12, 28)].words == ("Bank holiday",)
    assert {day.state for day in days.values()} == {"", "off", "plan", "strict", "last"}


def test_a_short_time_is_drawn_whole_and_one_day_may_be_everything():
    thursday = date(2026, 11, 19)
    dates = counted("SETTLE-LOCAL", thursday)
    rows = around(thursday, dates, dates.strict)
    assert rows[0][0].on == date(2026, 11, 16)
    said = {day.on: day.words for row in rows for day in row if day.words}
    assert said == {
        thursday: ("Day 1",),
        date(2026, 11, 20): ("Work to", "Target", "Last day", "Today"),
    }


def test_every_row_is_a_week_from_monday():
    for started in (date(2026, 1, 1) + timedelta(days=n) for n in range(0, 366, 5)):
        rows = around(started, counted("PLAN-FINAL", started), TODAY)
        assert all(len(row) == 7 and row[0].on.weekday() == 0 for row in rows)
        shown = {day.on for row in rows for day in row}
        dates = counted("PLAN-FINAL", started)
        assert {dates.plan_for, dates.strict, dates.ordinary} <= shown
