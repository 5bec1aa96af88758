"""No table gives away a number that it hides: tried against every table that would look the same."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from insight.suppression import SMALL, protect, protect_row

FEW = 3
"""A smaller bound, so that every table that looks the same can be tried."""
COUNTS = some.integers(min_value=0, max_value=9)


@pytest.mark.parametrize(
    ("counts", "cells", "total"),
    [
        ([], (), 0),
        ([0, 0], (0, 0), 0),
        ([12, 30], (12, 30), 42),
        ([3, 12, 30], (None, None, 30), 45),
        ([3, 0, 12, 30], (None, 0, None, 30), 45),
        ([3, 1, 30], (None, None, None), 34),
        ([4, 1, 30], (None, None, 30), 35),
        ([3], (None,), None),
        ([3, 0, 0], (None, 0, 0), None),
        ([2, 2], (None, None), None),
        ([4, 4], (None, None), 8),
    ],
)
def test_a_list_by_hand(counts, cells, total):
    assert protect_row(counts) == (cells, total)


def test_a_table_by_hand_hides_a_square_and_no_total():
    """One small number; beside it in its row and column, and across, three more."""
    seen = protect([[3, 20, 30], [40, 12, 60], [70, 80, 90]])
    assert seen.rows == (53, 112, 240)
    assert seen.columns == (113, 112, 180)
    assert seen.total == 405
    hidden = {
        (row, column) for row, cells in enumerate(seen.cells) for column, cell in enumerate(cells) if cell is None
    }
    assert (0, 0) in hidden
    assert len(hidden) == 4
    assert len({row for row, _ in hidden}) == len({column for _, column in hidden}) == 2


def looking_the_same(table, seen, small):
    """Every table of no less than nought that would be shown as this one is, as far as ``small`` from the true one."""
    places = [(r, c) for r, cells in enumerate(seen.cells) for c, cell in enumerate(cells) if cell is None]
    for values in product(*(range(max(0, table[r][c] - small), table[r][c] + small + 1) for r, c in places)):
        other = [list(row) for row in table]
        for (row, column), value in zip(places, values, strict=True):
            other[row][column] = value
        rows = tuple(map(sum, other))
        columns = tuple(map(sum, zip(*other, strict=True)))
        same = all(
            told is None or told == value
            for told, value in zip((*seen.rows, *seen.columns, seen.total), (*rows, *columns, sum(rows)), strict=True)
        )
        if same:
            yield other, rows, columns


@settings(max_examples=150)
@given(some.lists(some.lists(COUNTS, min_size=2, max_size=2), min_size=2, max_size=3))
def test_every_hidden_number_of_a_table_could_be_any_of_enough(table):
    seen = protect(table, FEW)
    alike = list(looking_the_same(table, seen, FEW))
    for row, cells in enumerate(seen.cells):
        for column, cell in enumerate(cells):
            if cell is None:
                assert len({other[row][column] for other, _, _ in alike}) > FEW
            else:
                assert cell == table[row][column]
                assert not 0 < cell < FEW
        if seen.rows[row] is None:
            assert len({rows[row] for _, rows, _ in alike}) > FEW
    for column, told in enumerate(seen.columns):
        if told is None:
            assert len({columns[column] for _, _, columns in alike}) > FEW


@given(some.lists(some.integers(min_value=0, max_value=60), max_size=12))
def test_a_list_shows_what_is_true_and_hides_every_small_number_and_never_a_total_that_is_not_small(counts):
    cells, total = protect_row(counts)
    assert len(cells) == len(counts)
    hidden = [count for count, cell in zip(counts, cells, strict=True) if cell is None]
    assert all(cell in (None, count) for count, cell in zip(counts, cells, strict=True))
    assert all(count in hidden for count in counts if 0 < count < SMALL)
    whole = sum(counts)
    assert total == (None if 0 < whole < SMALL else whole)
    if hidden and total is not None:
        assert len(hidden) > 1
        assert sum(hidden) >= SMALL
    if hidden == [] or total is None:
        return
    assert [count for count in hidden if count >= SMALL] == [] or min(hidden) < SMALL


@given(some.lists(some.integers(min_value=0, max_value=40), min_size=1, max_size=8), some.randoms())
def test_the_order_of_a_list_changes_nothing_that_matters(counts, random):
    """How many are hidden is the same in any order, so that no list is protected less for how it is sorted."""
    other = list(counts)
    random.shuffle(other)
    assert sorted(map(str, protect_row(counts)[0])) == sorted(map(str, protect_row(other)[0]))


@settings(max_examples=40)
@given(some.lists(some.lists(some.integers(0, 30), min_size=6, max_size=6), min_size=4, max_size=4))
def test_a_table_of_a_real_size_is_protected_and_no_small_number_stands(table):
    seen = protect(table)
    shown = [cell for cells in (*seen.cells, seen.rows, seen.columns, (seen.total,)) for cell in cells]
    assert not [cell for cell in shown if cell is not None and 0 < cell < SMALL]
    for cells, told in zip(seen.cells, seen.rows, strict=True):
        assert told is None or sum(cell is None for cell in cells) != 1
