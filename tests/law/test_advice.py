"""Whose advice an assessment seeks, when it is whole, and when earlier advice serves."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehcp.rules import Given, advice_needed, against_giving, against_reusing, in_or_beyond_year_9
from ehcp.words import ALWAYS, Adviser, Why

TODAY = date(2026, 11, 18)
WHOLE = {"what": "Paired reading", "often": "Daily, 15 minutes", "who": "A teaching assistant"}
KNOWS = {"knows": "I saw Amara twice in May."}


@pytest.mark.parametrize(
    ("born_on", "on", "is_in"),
    [
        # year 9 in 2026/27: born from 1 September 2012 to 31 August 2013
        (date(2013, 8, 31), date(2026, 9, 1), True),
        (date(2013, 9, 1), date(2026, 9, 1), False),
        (date(2013, 8, 31), date(2026, 8, 31), False),
        (date(2012, 9, 1), date(2026, 8, 31), False),
        (date(2012, 8, 31), date(2026, 8, 31), True),
        (date(2004, 2, 29), date(2026, 2, 28), True),
        (date(2022, 1, 1), TODAY, False),
    ],
)
def test_year_9_begins_with_the_school_year(born_on, on, is_in):
    assert in_or_beyond_year_9(born_on, on) is is_in
    assert (Adviser.ADULTHOOD in advice_needed(born_on, on)) is is_in


@given(st.dates(date(2001, 1, 1), date(2026, 1, 1)), st.dates(date(2026, 1, 1), date(2030, 1, 1)))
def test_nobody_leaves_year_9_again(born_on, on):
    later = date(on.year + 1, on.month, min(on.day, 28))
    assert in_or_beyond_year_9(born_on, later) or not in_or_beyond_year_9(born_on, on)
    assert set(ALWAYS) <= set(advice_needed(born_on, on))


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (Given(KNOWS, 1, (WHOLE,)), []),
        (Given({**KNOWS, "no_need": "Every test was within what is usual."}, 0), []),
        (Given({}, 1), ["Write how you know Amara, and when you saw Amara."]),
        (Given(KNOWS, 0), [str(Why.NO_POINT).format(child="Amara")]),
        (Given(KNOWS, 1, ({**WHOLE, "often": " "},)), [str(Why.HALF_PROVISION).format(what="Paired reading")]),
        (Given(KNOWS, 1, teaches=True, sensory=True), [str(Why.NO_SPECIALIST).format(child="Amara")]),
        (Given({**KNOWS, "consulted": "Mrs Hale, teacher of the deaf"}, 1, teaches=True, sensory=True), []),
        (Given(KNOWS, 1, sensory=True), []),
        (Given(KNOWS, 1, teaches=True), []),
    ],
)
def test_advice_is_whole(said, why):
    assert against_giving(said, "Amara") == why


@pytest.mark.parametrize("without", ["adviser", "council", "family"])
def test_earlier_advice_serves_only_where_all_three_agree(without):
    agreed = {"adviser": "Dr Shah, 3 May", "council": "F. Hassan, 4 May", "family": "Mum, 5 May"}
    assert against_reusing(agreed, "Dr Shah, of 2 March") == []
    assert against_reusing({**agreed, without: " "}, "Dr Shah, of 2 March") == [Why.NOT_ALL_AGREE]
    assert against_reusing(agreed, "") == [Why.NO_WHICH]
