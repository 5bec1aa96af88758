"""When people could meet: their week, their leave, their other meetings, and what suits the family."""

from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from meetings.free_rules import A_DAY, APART, AT_MOST, Diary, Wish, free_times
from meetings.rules import Span, minutes
from talking.rules import part_of_day, suited
from talking.words import Suits

MONDAY = date(2026, 11, 23)
WEEK = [MONDAY + timedelta(days=day) for day in range(5)]
NINE_TO_FIVE = {day: Span.between(time(9), time(17)) for day in range(5)}
JOAN = Diary("Joan", NINE_TO_FIVE)


def test_times_stand_in_order_few_a_day_and_apart():
    found = free_times([JOAN], [], WEEK, 60)
    assert [(one.on.day, one.begins.hour) for one in found] == [
        (23, 9), (23, 11), (24, 9), (24, 11), (25, 9), (25, 11), (26, 9), (26, 11),
    ]  # fmt: skip


def test_somebody_is_free_only_while_they_work():
    part_time = Diary("Ade", {0: Span.between(time(12), time(15)), 3: Span.between(time(9, 15), time(10, 15))})
    found = free_times([JOAN, part_time], [], WEEK, 60)
    whole = [(one.on.day, one.begins) for one in found if not one.missing]
    assert whole == [(23, time(12)), (23, time(14))], "an hour from 9:15 has no half hour to begin at"
    assert {one.missing for one in found if one.missing} == {("Ade",)}


def test_leave_and_other_meetings_are_in_the_way():
    away = Diary("Ade", NINE_TO_FIVE, away=[(date(2026, 11, 24), date(2026, 11, 25)), (date(2026, 11, 27), None)])
    busy = Diary("Owen", NINE_TO_FIVE, busy={MONDAY: [Span.between(time(9), time(16, 30))]})
    found = [one for one in free_times([JOAN, away, busy], [], WEEK, 60) if not one.missing]
    assert {one.on.day for one in found} == {26}
    assert free_times([away], [], [date(2026, 11, 25)], 60) == [], "nobody at all could come"


def test_one_who_cannot_come_is_named_where_no_time_suits_everybody():
    mornings = Diary("Ade", {day: Span.between(time(9), time(12)) for day in range(5)})
    afternoons = Diary("Owen", {day: Span.between(time(13), time(17)) for day in range(5)})
    found = free_times([mornings, afternoons], [], [MONDAY], 60)
    assert [(one.begins, one.missing) for one in found] == [(time(9), ("Owen",)), (time(11), ("Owen",))]


def test_what_suits_the_family_comes_first_and_what_does_not_is_said():
    late = Wish("Nasreen", lambda on, at: suited([Suits.LATE], [2], on, at))
    found = free_times([JOAN], [late], WEEK, 60)
    suits = [one for one in found if not one.unsuited]
    assert [(one.on.day, one.begins) for one in suits] == [(day, time(15, 30)) for day in (23, 24, 26, 27)]
    assert {one.unsuited for one in found if one.unsuited} == {("Nasreen",)}


def test_school_days_come_before_the_holidays():
    found = free_times([JOAN], [], WEEK, 60, school_days=[WEEK[4]])
    assert [one.on for one in found if one.in_school_time] == [WEEK[4]] * A_DAY
    assert all(not one.in_school_time for one in found if one.on != WEEK[4])


def test_the_parts_of_a_day():
    assert part_of_day(time(11, 59)) == Suits.MORNING
    assert part_of_day(time(12)) == part_of_day(time(15, 29)) == Suits.AFTERNOON
    assert part_of_day(time(15, 30)) == Suits.LATE
    assert suited([], [], MONDAY, time(9)) and not suited([], [0], MONDAY, time(9))


SPANS = st.tuples(st.integers(0, 1380), st.integers(15, 720)).map(lambda one: Span(one[0], min(sum(one), 1440)))
DIARIES = st.builds(
    Diary,
    st.sampled_from(["Ade", "Joan", "Owen"]),
    st.dictionaries(st.integers(0, 4), SPANS, max_size=5),
    st.lists(st.sampled_from(WEEK).map(lambda day: (day, day)), max_size=2),
    st.dictionaries(st.sampled_from(WEEK), st.lists(SPANS, max_size=2), max_size=3),
)


@given(st.lists(DIARIES, min_size=1, max_size=3, unique_by=lambda one: one.name), st.sampled_from([30, 60, 120]))
def test_whoever_is_not_named_as_missing_can_come(diaries, lasts):
    found = free_times(diaries, [], WEEK, lasts)
    assert len(found) <= AT_MOST
    for one in found:
        span = Span.of(one.begins, lasts)
        assert {each.name for each in diaries if not each.is_free(one.on, span)} == set(one.missing)
        assert len(one.missing) < len(diaries)
        others = [each for each in found if each.on == one.on and each is not one]
        assert all(abs(minutes(each.begins) - minutes(one.begins)) >= APART for each in others)
