"""The parts of the drill that need no house: each must hold, and must have had something to hold."""

import pytest

from drill import away, leaps, minutes, shuffled
from drill.report import Row

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("drill")]
SEED, DEADLINES, ROUNDS = 20261122, 40, 5


def held(row: Row) -> None:
    assert row.wrong == []
    assert row.repeats <= row.allowed


def test_three_days_without_a_timekeeper_and_then_four_at_once(hands, sink):
    held(away.drill(hands, sink, SEED, DEADLINES, ROUNDS))


@pytest.mark.parametrize("night", [minutes.SPRING, minutes.AUTUMN], ids=lambda night: night.name)
def test_every_minute_of_the_nights_on_which_the_clocks_change(stage, night):
    held(minutes.drill(night))


def test_a_clock_that_leaps_a_year(hands):
    held(leaps.drill(hands))


def test_every_task_three_times_in_any_order(hands, sink):
    held(shuffled.drill(hands, sink, SEED))
