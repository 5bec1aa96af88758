"""How children are counted, and that nothing is added up from what is hidden."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as some

from accounts.models import Setting
from insight.footprint_rules import TYPES, band_of, shown, together, type_of
from insight.suppression import SMALL

COUNTS = some.lists(some.integers(0, 40), min_size=6, max_size=6)


@pytest.mark.parametrize(
    ("age", "band"), [(0, 0), (4, 0), (5, 1), (10, 1), (15, 2), (18, 3), (19, 4), (25, 4), (30, 5)]
)
def test_every_age_is_in_one_band(age, band):
    assert band_of(age) == band


def test_every_kind_of_setting_is_counted_once():
    assert {type_of(kind) for kind in Setting.Kind.values} | {type_of(None)} == set(TYPES)


@given(COUNTS, COUNTS)
def test_what_councils_have_together_says_nothing_that_each_does_not(ours, theirs):
    """It is the same whatever stands behind what is hidden."""
    lists = [shown(Counter(dict(enumerate(counts))), range(6)) for counts in (ours, theirs)]
    for column in range(6):
        told = [one.counts[column] for one in lists]
        whole = together(told)
        assert whole.number == sum(count for count in told if count is not None)
        assert whole.number <= ours[column] + theirs[column]
        assert whole.whole == (None not in told)
    assert all(count is None or not 0 < count < SMALL for one in lists for count in (*one.counts, one.total))
