"""What more time would leave: the case worked by hand, its edges, and that nothing moves the 20 weeks."""

from datetime import date, timedelta

import pytest

from statute.counting import dates_of
from statute.duty import Anchor
from statute.exceptions import FOUR, NOT_EXCUSES
from statute.more_time import ALWAYS, ENOUGH_DAYS, Room, least_days, more_time
from statute.timetable import duty

SERVED = date(2026, 12, 4)
RECEIVED = date(2026, 8, 24)
FINAL = dates_of(duty("PLAN-FINAL"), {Anchor.RECEIVED: RECEIVED}).strict


def told(options):
    return [
        (each.extra, each.days, each.until, each.days_left, each.working_days_left, each.room.words) for each in options
    ]


def test_a_draft_served_on_4_december_by_hand():
    """Day 15 of 4 December is 18 December. To Sunday 10 January: 23 days, of which working are 21 to 24, 29 to 31
    December (Boxing Day is kept on the 28th) and 4 to 8 January: 7 and 5."""
    assert date(2027, 1, 10) == FINAL
    assert told(more_time(SERVED, 15, FINAL)) == [
        (0, 15, date(2026, 12, 18), 23, 12, "Fits"),
        (5, 20, date(2026, 12, 23), 18, 9, "Fits"),
        (10, 25, date(2026, 12, 28), 13, 8, "Tight"),
        (15, 30, date(2027, 1, 2), 8, 5, "Very tight"),
    ]


def test_with_nothing_more_the_window_is_the_one_the_law_counts():
    for days in range(400):
        served = SERVED + timedelta(days=days)
        lawful = dates_of(duty("DRAFT-REPS"), {Anchor.SERVED: served})
        (option,) = more_time(served, least_days(), FINAL, extra=[0])
        assert option.until == lawful.ordinary == lawful.strict


@pytest.mark.parametrize(
    ("until", "left", "working", "room"),
    [
        (date(2027, 1, 7), 3, 1, Room.VERY_TIGHT),  # Friday the 8th is all there is
        (date(2027, 1, 8), 2, 0, Room.TOO_LATE),  # a weekend is left, and nobody works on it
        (date(2027, 1, 10), 0, 0, Room.TOO_LATE),
        (date(2027, 1, 11), -1, -1, Room.TOO_LATE),  # after the strict date
        (date(2026, 12, 26), 15, 8, Room.FITS),
        (date(2026, 12, 27), 14, 8, Room.TIGHT),
        (date(2026, 12, 31), 10, 5, Room.VERY_TIGHT),
        (date(2026, 12, 30), 11, 6, Room.TIGHT),
    ],
)
def test_where_the_lines_are(until, left, working, room):
    (option,) = more_time(until - timedelta(days=14), 15, FINAL, extra=[0])
    assert (option.until, option.days_left, option.working_days_left, option.room) == (until, left, working, room)


def test_every_room_says_where_its_line_is():
    assert all(room.words and room.because for room in Room)


def test_enough_days_are_what_a_consulted_school_has():
    assert duty("CONSULT-REPLY").period.number == ENOUGH_DAYS


def test_more_time_moves_nothing_and_excuses_nothing():
    before = dates_of(duty("PLAN-FINAL"), {Anchor.RECEIVED: RECEIVED})
    more_time(SERVED, 15, before.strict, extra=range(100))
    assert dates_of(duty("PLAN-FINAL"), {Anchor.RECEIVED: RECEIVED}) == before
    assert "giving the family more time" in {each.reason for each in NOT_EXCUSES}
    assert duty("PLAN-FINAL").excused_by == FOUR
    assert "never moves the 20 weeks and is never an exception" in ALWAYS


def test_a_family_has_fifteen_days_at_the_least():
    assert least_days() == 15
