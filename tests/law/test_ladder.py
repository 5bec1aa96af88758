"""When somebody hears of a deadline: counted by hand, and held to its promises for any day and any choice."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.ladder import LIMITS, SHORT, Lead, Rung, Standing, against, begin, climb, day_of, rung_of, usual
from statute.calendar import is_working_day, working_days_between

TUESDAY = date(2026, 11, 24)
HELP = Standing(TUESDAY, TUESDAY)
"""Asked on Wednesday 18 November 2026: five working days, that Wednesday counted."""


def test_a_help_request_day_by_day():
    lead = usual(date(2026, 11, 18), TUESDAY)
    assert [day_of(rung, HELP, lead) for rung in range(8)] == [
        date(2026, 11, 23),  # no first notice for so short a duty: it falls together with the next
        date(2026, 11, 23),
        date(2026, 11, 24),
        date(2026, 11, 25),
        date(2026, 11, 26),
        date(2026, 11, 30),  # Monday: three working days after Wednesday
        date(2026, 12, 7),
        date(2026, 12, 14),
    ]


def test_the_twenty_weeks_across_christmas():
    """Asked on 24 August 2026: target Sunday 10 January 2027, worked to on Friday 8 January, last day Monday 11."""
    plan = Standing(date(2027, 1, 8), date(2027, 1, 11))
    lead = usual(date(2026, 8, 24), date(2027, 1, 10))
    assert (lead.first, lead.nearing) == (20, 10)
    assert day_of(Rung.FIRST, plan, lead) == date(2026, 12, 8)  # 25, 28 December and 1 January are not working days
    assert day_of(Rung.NEARING, plan, lead) == date(2026, 12, 22)
    assert day_of(Rung.MISSED, plan, lead) == date(2027, 1, 12)
    assert day_of(Rung.MANAGER, plan, lead) == date(2027, 1, 13)
    assert day_of(Rung.HEAD, plan, lead) == date(2027, 1, 15)


@pytest.mark.parametrize(
    ("weeks", "first", "nearing"), [(20, 20, 10), (10, 20, 10), (6, 10, 5), (4, 10, 5), (2, 5, 2), (1, 0, 1), (0, 0, 0)]
)
def test_longer_duties_are_told_of_earlier(weeks, first, nearing):
    lead = usual(TUESDAY, TUESDAY + timedelta(weeks=weeks))
    assert (lead.first, lead.nearing) == (first, nearing)


def test_somebody_who_takes_it_up_has_until_then_and_the_owner_hears_first_again():
    lead = usual(date(2026, 11, 18), TUESDAY)
    taken = Standing(TUESDAY, TUESDAY, taken_up_until=date(2026, 12, 4))
    assert begin(taken, lead, date(2026, 11, 27)) == (Rung.MISSED, date(2026, 12, 5))
    assert day_of(Rung.MANAGER, taken, lead) == date(2026, 12, 8)  # Saturday 5: the Monday is its day, and one more


def test_an_excused_duty_is_chased_on_our_own_day():
    excused = Standing.of(TUESDAY, TUESDAY, date(2027, 1, 31), None)
    assert (excused.plan_for, excused.last) == (date(2027, 1, 29), date(2027, 1, 31))


def test_after_three_days_of_silence_the_owner_still_hears_before_the_manager():
    lead = usual(date(2026, 11, 18), TUESDAY)
    monday = date(2026, 11, 30)  # the day the head of service would have heard
    first = climb(HELP, lead, Rung.FIRST, monday)
    assert (first.told, first.next, first.next_on) == (Rung.MISSED, Rung.MANAGER, date(2026, 12, 1))
    second = climb(HELP, lead, first.next, first.next_on)
    assert (second.told, second.next, second.next_on) == (Rung.MANAGER, Rung.HEAD, date(2026, 12, 3))
    third = climb(HELP, lead, second.next, second.next_on)
    assert (third.told, third.next_on) == (Rung.HEAD, date(2026, 12, 10))


def test_an_authority_may_be_told_earlier_but_never_let_it_lie():
    assert against(Lead(30, 15, 1, 2, 3)) == {}
    assert set(against(Lead(61, 31, 0, 1, 0))) == set(LIMITS)
    assert set(against(Lead(5, 5))) == {"first"}
    assert set(against(Lead(10, 5, manager=5, head=4))) == {"head"}


days = st.dates(date(2024, 1, 1), date(2027, 12, 1))
leads = st.builds(
    Lead,
    first=st.integers(0, 60), nearing=st.integers(0, 30), manager=st.integers(1, 5), head=st.integers(6, 15),
    again=st.integers(1, 10),
)  # fmt: skip


@st.composite
def standings(draw) -> Standing:
    plan_for = draw(days.filter(is_working_day))
    last = plan_for + timedelta(days=draw(st.integers(0, 4)))
    taken = draw(st.none() | st.integers(0, 20).map(lambda n: last + timedelta(days=n)))
    return Standing(plan_for, last, taken)


@given(standings(), leads)
def test_nobody_above_hears_before_those_below(standing, lead):
    if lead.first and lead.first <= lead.nearing:
        return
    reached = [day_of(number, standing, lead) for number in range(9)]
    assert reached == sorted(reached)
    assert reached[Rung.MISSED] > standing.last
    assert all(is_working_day(day) for day in reached[Rung.MANAGER :])


@given(standings(), leads, st.integers(0, 40), st.lists(st.integers(0, 9), min_size=1, max_size=40))
def test_however_the_looks_fall_each_rung_is_told_at_most_once_and_in_order(standing, lead, before, gaps):
    today = standing.plan_for - timedelta(days=before)
    number, next_on = begin(standing, lead, today)
    told = []
    for gap in gaps:
        today += timedelta(days=gap)
        if today < next_on:
            continue
        move = climb(standing, lead, number, today)
        assert move.next_on > today
        if move.told is not None:
            told.append(move.told)
        number, next_on = move.next, move.next_on
    assert told == sorted(set(told))
    above = [number for number in told if number >= Rung.MANAGER]
    assert not above or above == list(range(Rung.MANAGER, above[-1] + 1)), "a rung above was left out"


@given(standings(), leads, days)
def test_what_becomes_known_late_is_told_at_once_from_the_owner_up(standing, lead, on):
    number, next_on = begin(standing, lead, on)
    assert number <= Rung.MISSED
    assert next_on >= on
    if on >= standing.plan_for and standing.taken_up_until is None:
        assert number == (Rung.MISSED if on > standing.last else Rung.TODAY)
        assert next_on == on or standing.last < next_on


def test_words_for_every_rung():
    assert all(rung.words for rung in Rung)
    assert rung_of(9) is Rung.HEAD
    assert working_days_between(TUESDAY, day_of(Rung.HEAD, HELP, SHORT)) == 4
