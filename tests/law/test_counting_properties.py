"""What holds for every rule, whatever the dates."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statute.calendar import is_working_day
from statute.counting import CannotCount, corresponding, dates_of, lodging_day
from statute.duty import Calendar, Counted
from statute.explain import explained, in_words
from statute.timetable import TIMETABLE, duty

DATED = [each for each in TIMETABLE if each.limits]
SCHOOL_DAYS = [
    day
    for day in (date(2023, 9, 1) + timedelta(days=n) for n in range(2000))
    if is_working_day(day) and day.month != 8 and not (day.month == 12 and day.day > 19)
]
ANY_DAY = st.dates(date(2024, 1, 1), date(2028, 6, 1))


@given(each=st.sampled_from(DATED), days=st.lists(ANY_DAY, min_size=2, max_size=2))
def test_the_three_dates_agree_among_themselves(each, days):
    anchors = {limit.anchor: day for limit, day in zip(each.limits, days, strict=False)}
    dates = dates_of(each, anchors, SCHOOL_DAYS)
    assert dates.strict <= dates.ordinary
    assert dates.plan_for <= dates.strict
    assert is_working_day(dates.plan_for)
    gap = (dates.strict - dates.plan_for).days
    assert not any(is_working_day(dates.plan_for + timedelta(days=n)) for n in range(1, gap + 1))
    assert dates == dates_of(each, anchors, SCHOOL_DAYS)
    window = each.counted is Counted.AT_LEAST_BEGINNING_WITH
    assert dates.not_before == (dates.ordinary + timedelta(days=1) if window else None)


@given(each=st.sampled_from(DATED), days=st.lists(ANY_DAY, min_size=2, max_size=2), later=st.integers(1, 90))
def test_a_later_first_day_never_ends_earlier(each, days, later):
    first = {limit.anchor: day for limit, day in zip(each.limits, days, strict=False)}
    second = {anchor: day + timedelta(days=later) for anchor, day in first.items()}
    before, after = dates_of(each, first, SCHOOL_DAYS), dates_of(each, second, SCHOOL_DAYS)
    assert before.ordinary <= after.ordinary
    assert before.strict <= after.strict


@given(each=st.sampled_from(DATED), days=st.lists(ANY_DAY, min_size=2, max_size=2))
def test_every_sum_can_be_said_in_words(each, days):
    anchors = {limit.anchor: day for limit, day in zip(each.limits, days, strict=False)}
    panel = explained(each, anchors, SCHOOL_DAYS)
    assert panel.sum
    assert f"{panel.strict.day} " in panel.sum
    assert in_words(panel).startswith(each.code)


@pytest.mark.parametrize("each", DATED, ids=lambda each: each.code)
def test_the_strict_day_is_at_most_a_step_before_the_ordinary(each):
    """One day for days, weeks and months; one working or school day for those."""
    anchors = {limit.anchor: date(2026, 2, 4) for limit in each.limits}
    dates = dates_of(each, anchors, SCHOOL_DAYS)
    assert (dates.ordinary - dates.strict).days in ((0, 1) if each.calendar is Calendar.CIVIL else range(5))


@given(ANY_DAY, st.integers(1, 30))
def test_the_corresponding_day_is_the_same_day_or_the_months_last(day, months):
    later = corresponding(day, months)
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert corresponding(day, months) <= corresponding(day + timedelta(days=1), months)


@given(ANY_DAY)
def test_twelve_months_starting_with_a_day_end_before_its_anniversary(day):
    end = dates_of(duty("REV-12M"), {duty("REV-12M").limits[0].anchor: day}).ordinary
    assert 363 <= (end - day).days <= 365


@given(ANY_DAY)
def test_an_appeal_is_never_due_on_a_dead_day_nor_before_its_time(day):
    last = lodging_day(day)
    assert last >= day
    assert is_working_day(last)
    assert day.month == 8 or day.month == 12 or day.month == 1 or (last - day).days <= 5


@given(ANY_DAY)
def test_school_age_begins_on_a_prescribed_day_and_ends_on_a_friday_in_june(born):
    anchors = {duty("YP-START").limits[0].anchor: born}
    end, start = dates_of(duty("YP-START"), anchors).ordinary, dates_of(duty("YP-CSA-START"), anchors).ordinary
    assert end.month == 6 and end.weekday() == 4 and end.day > 23
    assert (start.month, start.day) in {(3, 31), (8, 31), (12, 31)}
    assert start.year - born.year == 5


def test_the_whole_calendar_is_safe_to_ask():
    """The first and last days there are: an answer, or a plain refusal, and never anything else."""
    for each in DATED:
        for edge in (date.min, date.max):
            with suppress(CannotCount):
                dates_of(each, {limit.anchor: edge for limit in each.limits}, [date.min, date.max])
