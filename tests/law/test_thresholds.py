"""Whether a child is whom a service is for: worked out from answers, explained line by line, and never a refusal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provision.rules import NOTES, Line, as_kept, as_lines, check
from provision.words import NEXT, Outcome, Said, Weight

MUST, SHOULD, EXCLUDE = (Line(weight, f"It {weight}", f"Is it {weight}?") for weight in Weight)
YES, NO, UNSURE = Said.YES, Said.NO, Said.NOT_SURE


@pytest.mark.parametrize(
    ("must", "should", "exclude", "outcome"),
    [
        (YES, YES, NO, Outcome.MET),
        (NO, YES, NO, Outcome.NOT_MET),
        (YES, YES, YES, Outcome.NOT_MET),
        (NO, NO, YES, Outcome.NOT_MET),
        (UNSURE, YES, NO, Outcome.MORE),
        (None, YES, NO, Outcome.MORE),
        (YES, NO, NO, Outcome.MORE),  # something usual is not so: it is asked about, and bars nobody
        (YES, None, NO, Outcome.MORE),
        (YES, YES, UNSURE, Outcome.MORE),
        (UNSURE, NO, YES, Outcome.NOT_MET),  # what is known to stand in the way is said at once
    ],
)
def test_the_answers_come_to(must, should, exclude, outcome):
    answers = {place: said for place, said in enumerate((must, should, exclude), 1) if said}
    assert check(4, (MUST, SHOULD, EXCLUDE), answers).outcome == outcome


def test_every_line_says_why_and_the_version_is_named():
    checked = check(7, (MUST, EXCLUDE), {1: YES, 2: YES})
    assert checked.version == 7
    assert [(one.state, one.note) for one in checked.lines] == [
        ("met", "Yes: this must be so."),
        ("not", "Yes, and then another service is the right one."),
    ]
    assert [one.line for one in checked.first_reasons] == [EXCLUDE]


def test_a_service_without_lines_is_met_by_anybody():
    assert check(0, (), {}).outcome == Outcome.MET


lines = st.lists(st.sampled_from((MUST, SHOULD, EXCLUDE)), max_size=8)


@given(lines, st.dictionaries(st.integers(1, 8), st.sampled_from(list(Said))))
def test_it_is_met_just_when_every_line_is(some, answers):
    checked = check(1, some, answers)
    assert (checked.outcome == Outcome.MET) == all(one.outcome == Outcome.MET for one in checked.lines)
    assert all(one.note in NOTES.values() for one in checked.lines)


@given(lines, st.dictionaries(st.integers(1, 8), st.sampled_from(list(Said))))
def test_knowing_more_never_brings_back_a_doubt(some, answers):
    """Answering a question that was left open can settle it either way, and the rest stays as it was."""
    before = check(1, some, answers)
    for place in range(1, len(some) + 1):
        if place not in answers:
            for said in (YES, NO):
                after = check(1, some, {**answers, place: said})
                others = [one for n, one in enumerate(after.lines, 1) if n != place]
                assert others == [one for n, one in enumerate(before.lines, 1) if n != place]


def test_only_what_must_and_must_not_be_so_can_stand_in_the_way():
    assert check(1, (SHOULD,) * 5, dict.fromkeys(range(1, 6), NO)).outcome == Outcome.MORE


def test_whatever_it_comes_to_one_can_ask():
    assert all("sk" in NEXT[outcome] for outcome in Outcome)


def test_lines_are_kept_and_read_again():
    assert as_lines(as_kept((MUST, SHOULD, EXCLUDE))) == (MUST, SHOULD, EXCLUDE)
