"""Was the setting closed for four weeks together, and may these days be counted?"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statute.closures import (
    LONGEST_HOLIDAY,
    Closure,
    closed_four_weeks,
    closures,
    days_to_count,
    longest_closure,
    open_days,
)
from statute.counting import SchoolDaysEndTooSoon, count
from statute.duty import Anchor, Calendar, Counted, Limit
from statute.exceptions import WEEK, closure_excuses
from statute.periods import SchoolDays
from statute.school_days import sessions
from tests.law.years_of_school import INSETS_2026, TERMS_2026, TERMS_2027, YEAR_2026, any_year, closed, inset, term

TWO_YEARS = [*TERMS_2026, *TERMS_2027]
SUMMER = Closure(date(2027, 7, 24), date(2027, 9, 2))


def test_the_summer_between_two_years_is_a_closure_of_more_than_four_weeks():
    assert SUMMER in closures(TWO_YEARS)
    assert SUMMER.weeks == 5
    assert longest_closure(TWO_YEARS, date(2027, 8, 10)) == SUMMER


@pytest.mark.parametrize(
    ("asked", "excuses"),
    [("2027-07-16", False), ("2027-07-17", True), ("2027-08-26", True), ("2027-08-27", False), ("2026-12-25", False)],
)
def test_the_window_for_asking_runs_from_a_week_before_closing_to_a_week_before_opening(asked, excuses):
    found = closed_four_weeks(TWO_YEARS, date.fromisoformat(asked))
    assert found == (SUMMER if excuses else None)
    assert closure_excuses(date.fromisoformat(asked), SUMMER.closed, SUMMER.reopens) == excuses


def test_christmas_and_easter_never_excuse():
    assert longest_closure(TWO_YEARS, date(2026, 12, 25)) == Closure(date(2026, 12, 19), date(2027, 1, 4))
    assert closed_four_weeks(TWO_YEARS, date(2026, 12, 25)) is None
    assert closed_four_weeks(TWO_YEARS, date(2027, 4, 1)) is None


def test_exactly_28_days_is_long_enough_and_27_is_not():
    for first_open, enough in ((date(2027, 8, 21), True), (date(2027, 8, 20), False)):
        assert Closure(date(2027, 7, 24), first_open).excuses(date(2027, 7, 24)) is enough


def test_staff_on_an_inset_day_can_be_asked_so_the_school_is_open_again():
    early = [*TERMS_2026, term("2027-08-31", "2027-12-17"), inset("2027-08-31"), inset("2027-09-01")]
    assert closed_four_weeks(early, date(2027, 8, 1)) == Closure(date(2027, 7, 24), date(2027, 8, 31))
    assert date(2027, 8, 31) in open_days(early)
    assert date(2027, 8, 31) not in sessions(early)


def test_a_building_closed_in_term_counts_from_its_first_day():
    flood = closed("2027-01-04", "2027-02-12", "Flood")
    found = closed_four_weeks([*TERMS_2026, flood], date(2027, 1, 10))
    assert found == Closure(date(2026, 12, 19), date(2027, 2, 22))


def test_nothing_is_claimed_before_the_first_day_on_file_or_after_the_last():
    assert longest_closure(TERMS_2026, date(2027, 8, 10)) is None
    assert longest_closure(TERMS_2026, date(2026, 8, 10)) is None


def test_a_year_that_is_missing_is_not_a_closure():
    term_2028 = term("2028-09-04", "2028-12-20")
    gap = [*TERMS_2026, term_2028]
    assert closed_four_weeks(gap, date(2027, 8, 10)) is None
    assert all(each.reopens - each.closed < LONGEST_HOLIDAY for each in closures(gap))


def fifteen(start: date, days: list[date]) -> tuple[date, date]:
    return count(Limit(Anchor.RECEIVED, SchoolDays(15), Counted.OF), start, Calendar.SCHOOL, days)


def test_fifteen_school_days_run_over_the_summer_when_both_years_are_on_file():
    ordinary, strict = fifteen(date(2027, 7, 15), days_to_count(TWO_YEARS, date(2027, 7, 15)))
    assert (strict, ordinary) == (date(2027, 9, 13), date(2027, 9, 14))


def test_a_count_never_jumps_a_year_that_is_missing():
    gap = [*TERMS_2026, term("2028-09-04", "2028-12-20")]
    days = days_to_count(gap, date(2027, 7, 15))
    assert days[-1] == date(2027, 7, 23)
    with pytest.raises(SchoolDaysEndTooSoon):
        fifteen(date(2027, 7, 15), days)


def test_a_count_never_jumps_a_spring_that_nobody_entered():
    days = days_to_count([*TERMS_2026[:2], *TERMS_2027], date(2026, 12, 10))
    assert days[-1] == date(2026, 12, 18)


@pytest.mark.parametrize(
    ("start", "known"), [("2026-08-01", True), ("2026-08-20", True), ("2026-07-31", False), ("2026-06-15", False)]
)
def test_before_the_first_term_on_file_only_its_own_summer_is_known(start, known):
    """In July the year before still had days, and they are not on file: counting from September would come out late."""
    assert bool(days_to_count(YEAR_2026, date.fromisoformat(start))) is known


def test_a_year_whose_autumn_is_missing_counts_from_its_spring_and_no_earlier():
    spring = TERMS_2026[2:]
    assert days_to_count(spring, date(2026, 11, 18)) == []
    assert days_to_count(spring, date(2027, 1, 4))[0] == date(2027, 1, 4)


def test_a_long_closure_that_is_written_down_is_no_gap():
    rebuilt = [term("2026-09-02", "2027-07-23"), closed("2026-10-01", "2027-01-31", "Roof")]
    days = days_to_count(rebuilt, date(2026, 9, 20))
    assert days[-1] == date(2027, 7, 23)
    assert longest_closure(rebuilt, date(2026, 12, 1)) == Closure(date(2026, 10, 1), date(2027, 2, 1))


@given(spans=any_year(), start=st.dates(date(2026, 8, 1), date(2027, 7, 31)))
def test_the_days_to_count_are_school_days_in_order_with_no_wide_gap(spans, start):
    days = days_to_count(spans, start)
    assert days == sorted(set(days))
    assert set(days) <= set(sessions(spans))


@given(spans=any_year())
def test_no_open_day_lies_in_a_closure_and_every_closure_is_between_two_open_days(spans):
    opened = set(open_days(spans))
    for each in closures(spans):
        days = [each.closed + timedelta(days=n) for n in range((each.reopens - each.closed).days)]
        assert not opened & set(days)
        assert each.reopens in opened
        assert each.closed - timedelta(days=1) in opened
        assert each.weeks == len(days) // WEEK.days


def test_the_insets_are_open_days():
    assert set(open_days(YEAR_2026)) - set(sessions(YEAR_2026)) == {each.first for each in INSETS_2026}
