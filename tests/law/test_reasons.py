"""A reason goes out by email, so it names no child."""

import pytest

from referrals.rules import against_reason
from referrals.words import Why

NAMES = ("May", "O’Connor-Lis", "Zo")


@pytest.mark.parametrize("reason", ["", "   ", "\n"])
def test_a_reason_must_be_there(reason):
    assert against_reason(reason, NAMES) == [Why.NO_REASON]


@pytest.mark.parametrize(
    "reason", ["May needs a plan.", "school says o’connor", "Lis is four years behind", "zo’s reading"]
)
def test_a_name_in_it_is_refused(reason):
    assert against_reason(reason, NAMES) == [Why.NAMES_THE_CHILD]


@pytest.mark.parametrize(
    "reason", ["They may need a plan.", "The zoo trip went badly.", "Listen to the school.", "a to z"]
)
def test_words_that_only_look_like_names_pass(reason):
    assert against_reason(reason, NAMES) == []
