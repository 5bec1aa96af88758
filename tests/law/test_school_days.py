"""From term dates to the days that count."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statute.calendar import is_working_day
from statute.school_days import (
    EndsBeforeItBegins,
    InsetOutsideTerms,
    Kind,
    NoSchoolDays,
    OutsideTheYear,
    Span,
    TermsOverlap,
    called,
    cautions,
    faults,
    school_days,
    school_year,
    sessions,
)
from tests.law.years_of_school import INSETS_2026, TERMS_2026, YEAR_2026, any_year, closed, inset, term


def test_a_whole_year_by_hand():
    """Counted with a pencil: 38, 35, 30, 24, 34 and 35 weekdays in the half-terms, but for the May bank holiday."""
    assert [len(sessions([each])) for each in TERMS_2026] == [38, 35, 30, 24, 34, 35]
    days = school_days(2026, YEAR_2026)
    assert len(days) == 196 - 5
    assert days[0] == date(2026, 9, 3)
    assert days[-1] == date(2027, 7, 22)
    assert date(2026, 10, 26) not in days, "half-term is the space between two terms"
    assert date(2027, 5, 3) not in days, "a bank holiday in term"
    assert cautions(2026, YEAR_2026) == []


def test_a_closure_takes_days_out_and_a_weekend_costs_nothing():
    snow = closed("2027-01-21", "2027-01-25", "Snow")
    before, after = school_days(2026, YEAR_2026), school_days(2026, [*YEAR_2026, snow])
    assert set(before) - set(after) == {date(2027, 1, 21), date(2027, 1, 22), date(2027, 1, 25)}


def test_a_long_term_with_its_half_term_as_a_closure_is_the_same_year():
    whole = term("2026-09-02", "2026-12-18")
    assert sessions([whole, closed("2026-10-26", "2026-10-30")]) == sessions(TERMS_2026[:2])


@pytest.mark.parametrize(
    ("spans", "fault", "says"),
    [
        ([term("2026-12-18", "2026-09-02")], EndsBeforeItBegins, "Friday 18 December 2026 comes after Wednesday 2 Sep"),
        ([inset("2026-09-03", "2026-09-02"), *TERMS_2026], EndsBeforeItBegins, "comes after"),
        ([*TERMS_2026, term("2026-12-18", "2026-12-22")], TermsOverlap, "Two terms share days"),
        ([*TERMS_2026, inset("2026-10-26")], InsetOutsideTerms, "INSET on Monday 26 October 2026 falls outside"),
        ([inset("2026-09-02")], InsetOutsideTerms, "falls outside every term"),
        ([term("2025-09-02", "2025-12-19")], OutsideTheYear, "is not in the school year 2026/27"),
        ([term("2027-06-07", "2027-09-03")], OutsideTheYear, "is not in the school year 2026/27"),
        ([term("2026-07-30", "2026-12-18")], OutsideTheYear, "is not in the school year 2026/27"),
        ([*TERMS_2026, closed("2028-01-04")], OutsideTheYear, "Tuesday 4 January 2028 is not in"),
        ([], NoSchoolDays, "There is no term yet"),
        ([closed("2026-09-02")], NoSchoolDays, "There is no term yet"),
        ([term("2026-09-05", "2026-09-06")], NoSchoolDays, "leave no school days"),
    ],
)
def test_what_cannot_be_a_school_year_is_said_to_be_so(spans, fault, says):
    with pytest.raises(fault) as raised:
        school_days(2026, spans)
    assert says in str(raised.value)
    if fault is not NoSchoolDays:
        assert raised.value.span in spans


def test_every_fault_is_told_at_once():
    wrong = [term("2026-12-18", "2026-09-02"), term("2026-11-02", "2026-12-18"), inset("2027-03-01")]
    assert [type(fault) for fault in faults(2026, wrong)] == [EndsBeforeItBegins, InsetOutsideTerms]


@pytest.mark.parametrize(
    ("spans", "says"),
    [
        (TERMS_2026[:5], "161 school days is fewer than usual"),
        ([term("2026-09-01", "2027-07-30")], "school days is more than usual"),
        ([*YEAR_2026, closed("2026-12-21", "2027-01-01")], "takes out no school day"),
        ([*YEAR_2026, inset("2026-09-05")], "INSET on Saturday 5 September 2026 takes out no school day"),
        ([*YEAR_2026, closed("2027-05-03", note="May Day")], "Closed on Monday 3 May 2027 takes out no school day"),
    ],
)
def test_what_may_be_a_slip_is_a_caution_and_refuses_nothing(spans, says):
    assert school_days(2026, spans)
    assert any(says in line for line in cautions(2026, spans))


def test_a_year_whose_bank_holidays_are_not_announced_says_so():
    far = [term("2039-09-01", "2040-07-20")]
    assert any("Bank holidays are on file" in line for line in cautions(2039, far))


def test_the_edges_of_200_and_170_are_usual():
    days = sessions([term("2026-09-01", "2027-07-30")])
    for count, usual in ((200, True), (201, False)):
        spans = [Span(Kind.TERM, days[0], days[count - 1])]
        assert len(sessions(spans)) == count
        assert (cautions(2026, spans) == []) is usual
    for count, usual in ((170, True), (169, False)):
        assert (cautions(2026, [Span(Kind.TERM, days[0], days[count - 1])]) == []) is usual


@pytest.mark.parametrize(
    ("day", "year"), [("2026-08-01", 2026), ("2026-07-31", 2025), ("2027-01-04", 2026), ("2026-12-31", 2026)]
)
def test_a_school_year_begins_after_july(day, year):
    assert school_year(date.fromisoformat(day)) == year


def test_a_school_year_is_called_by_both_its_years():
    assert [called(year) for year in (2026, 1999, 2008)] == ["2026/27", "1999/00", "2008/09"]


@given(spans=any_year())
def test_every_school_day_is_in_a_term_and_in_nothing_that_takes_it_out(spans):
    for day in sessions(spans):
        assert is_working_day(day)
        holding = [span.kind for span in spans if span.first <= day <= span.last]
        assert holding == [Kind.TERM]


@given(spans=any_year())
def test_no_day_that_should_count_is_left_out(spans):
    counted = set(sessions(spans))
    for n in range(365):
        day = date(2026, 8, 1) + timedelta(days=n)
        holding = {span.kind for span in spans if span.first <= day <= span.last}
        assert (day in counted) == (holding == {Kind.TERM} and is_working_day(day))


@given(spans=any_year(), data=st.data())
def test_the_order_of_the_spans_does_not_matter_and_the_days_are_in_theirs(spans, data):
    days = sessions(spans)
    assert days == sorted(set(days))
    assert sessions(data.draw(st.permutations(spans))) == days


@given(spans=any_year(), more=st.dates(date(2026, 8, 1), date(2027, 7, 31)))
def test_a_closure_more_never_adds_a_day(spans, more):
    assert set(sessions([*spans, Span(Kind.CLOSURE, more, more)])) == set(sessions(spans)) - {more}


@given(spans=any_year())
def test_spans_made_by_the_rules_have_no_fault_but_an_empty_year(spans):
    assert {type(fault) for fault in faults(2026, spans)} <= {NoSchoolDays}


def test_the_insets_of_the_pencilled_year_are_all_weekdays_of_a_term():
    assert all(any(each.touches(one) for one in TERMS_2026) for each in INSETS_2026)
