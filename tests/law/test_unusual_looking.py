"""What counts as unusual looking: no database."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from insight.looking_rules import LEAST_DAYS, far_above, same_surname


@pytest.mark.parametrize(
    ("name", "family", "alike"),
    [
        ("Ben Chowdhury", "Chowdhury", True),
        ("Ben CHOWDHURY", "chowdhury", True),
        ("Ben Smith-Chowdhury", "Chowdhury", True),
        ("Ben O’Neil", "O'Neil", True),
        ("Chowdhury Ben", "Chowdhury", False),
        ("Ben", "Chowdhury", False),
        ("", "", False),
    ],
)
def test_surnames_are_compared_as_a_reviewer_would(name, family, alike):
    assert same_surname(name, family) is alike


def test_three_sigma_above_colleagues_is_far_and_less_is_not():
    usual = [8, 9, 10, 11, 12]  # mean 10, spread 1.41
    assert far_above(14, usual) is None
    assert far_above(15, usual) == pytest.approx(14.24, abs=0.01)


def test_where_everybody_opens_the_same_a_few_more_is_no_suspicion():
    assert far_above(7, [4] * 20) is None
    assert far_above(8, [4] * 20) == 7


def test_a_team_about_which_little_is_known_accuses_nobody():
    assert far_above(1000, [1] * (LEAST_DAYS - 1)) is None


@given(some.integers(0, 500), some.lists(some.integers(0, 60), min_size=LEAST_DAYS, max_size=10))
def test_nobody_within_what_colleagues_open_stands_out(opened, usual):
    if opened <= max(usual) and len(set(usual)) == 1:
        assert far_above(opened, usual) is None
    if far_above(opened, usual) is not None:
        assert opened > sum(usual) / len(usual)
        assert far_above(opened + 1, usual) is not None
