"""Answers are added up by the handful, so that nothing that is shown tells of one person."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from feedback.rules import against_day
from feedback.words import Why
from insight.feedback_drawing import path_of
from insight.feedback_rules import Figure, Scored, figure, handfuls, last, share
from insight.suppression import SMALL

DAY = date(2026, 11, 18)
NUMBERS = some.lists(
    some.tuples(some.sampled_from("AB"), some.sampled_from([None, *(n / 2 for n in range(11))])), max_size=40
)


def told(numbers, place="South", question="mam", start=DAY):
    return [
        Scored("lead", place, start + timedelta(days=count), {} if number is None else {question: number})
        for count, number in enumerate(numbers)
    ]


def test_five_answers_are_counted_and_a_sixth_waits():
    assert handfuls(told([4, 4.5, 5, 3])) == []
    held = handfuls(told([4, 4.5, 5, 3, 3.5, 0]))
    assert figure(held) == Figure(5, Decimal("4.0"))
    assert held[0].on == DAY + timedelta(days=4)


@pytest.mark.parametrize(
    ("numbers", "mean"),
    [([5, 5, 5, 4, 4], "4.6"), ([4.5, 4, 4, 4, 4.5], "4.2"), ([0, 0, 0, 0, 0], "0.0"),
     ([4, 4, 4, 4, 4, 4, 5, 4, 4, 4.5], "4.2"), ([4.5, 4.5, 4, 4, 4, 4, 4, 4, 4, 4.5], "4.2")],
)  # fmt: skip
def test_a_mean_worked_out_by_hand_to_one_decimal_halves_up(numbers, mean):
    """41.5 of ten is 4.15: the figure says 4.2."""
    assert figure(handfuls(told(numbers))).mean == Decimal(mean)


def test_a_question_left_out_waits_for_its_own_five():
    answers = told([4, None, 4, 4, 4])
    assert handfuls(answers) == []
    assert len(handfuls(answers + told([4]))) == 1


@given(NUMBERS)
def test_every_figure_and_every_difference_between_two_holds_a_handful_or_nothing(given):
    """However many more answers come, what was shown before only grows by whole handfuls."""
    answers = [
        Scored("lead", place, DAY + timedelta(days=count), {} if number is None else {"mam": number})
        for count, (place, number) in enumerate(given)
    ]
    before: list = []
    for many in range(len(answers) + 1):
        now = handfuls(answers[:many])
        assert now[: len(before)] == before
        counts = {place: figure([one for one in now if one.place == place]).count for place in "AB"}
        assert figure(now).count == sum(counts.values())
        assert all(count % SMALL == 0 for count in counts.values())
        before = now


@given(NUMBERS)
def test_what_waits_changes_nothing_that_is_shown(given):
    """The same figures whatever stands in answers that wait."""
    numbers = [number for _place, number in given if number is not None]
    whole = len(numbers) // SMALL * SMALL
    other = numbers[:whole] + [5 - number for number in numbers[whole:]]
    assert figure(handfuls(told(numbers))) == figure(handfuls(told(other)))


def test_quarters_and_months_run_up_to_today():
    assert last(3, DAY, by_month=False) == [(2026, 2), (2026, 3), (2026, 4)]
    assert last(3, date(2027, 1, 4), by_month=True) == [(2026, 11), (2026, 12), (2027, 1)]


def test_a_share_is_of_those_asked_and_hides_with_either():
    assert (share(3, 12), share(0, 7), share(None, 12), share(3, None), share(0, 0)) == ("25%", "0%", "", "", "")


def test_a_line_stands_on_nought_and_breaks_where_nothing_is_shown():
    drawn = path_of([Figure(5, Decimal("5.0")), Figure(5, Decimal("0.0")), Figure(0, None), Figure(5, Decimal("2.5"))])
    assert drawn.runs == ("20.0,0.0 60.0,40.0",)
    assert drawn.points == (("20.0", "0.0"), ("60.0", "40.0"), ("140.0", "20.0"))
    assert Figure(5, Decimal("4.5")).length == 90


def test_what_was_said_was_said_after_the_meeting_and_not_tomorrow():
    assert against_day(DAY, DAY, DAY) == []
    assert against_day(DAY, DAY, DAY - timedelta(days=1)) == [Why.FUTURE]
    assert against_day(DAY - timedelta(days=1), DAY, DAY) == [Why.BEFORE]
