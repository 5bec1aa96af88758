"""What may excuse a duty: each ground by its own test, everything said in words, and nothing without evidence."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from cases.excusing import ABSENCES, CIRCUMSTANCES, CLOSURES, REFUSED, ExcuseFacts, against_excusing
from statute.exceptions import ADVISER, FOUR, NOT_EXCUSES, ORDER, Ground
from statute.timetable import codes, duty

STARTED, DUE = date(2026, 6, 1), date(2026, 10, 19)
"""The 20 weeks of a request of 1 June, ordinary count."""
TODAY = date(2026, 10, 26)
SUMMER = {"from_on": date(2026, 7, 22), "until_on": date(2026, 8, 19)}
"""Closed for exactly 28 days."""


def facts(ground: str = Ground.EXCEPTIONAL, **changed) -> ExcuseFacts:
    """A ground as an officer puts it, with nothing wrong."""
    whole = ExcuseFacts(
        ground=str(ground),
        may_excuse=frozenset(FOUR),
        started=STARTED,
        due=DUE,
        today=TODAY,
        from_on=date(2026, 9, 1),
        until_on=None,
        asked_on=None,
        account="Their mother was in hospital.",
        evidence="The ward’s letter.",
        has_file=False,
        recover_by=date(2026, 11, 20),
    )
    return replace(whole, **changed)


def test_a_whole_ground_has_nothing_against_it():
    assert against_excusing(facts()) == {}


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"from_on": None}, "from_on"),
        ({"from_on": TODAY + timedelta(1)}, "from_on"),
        ({"until_on": date(2026, 8, 31)}, "until_on"),
        ({"account": " \n"}, "account"),
        ({"evidence": "  "}, "evidence"),
        ({"recover_by": None}, "recover_by"),
        ({"recover_by": TODAY - timedelta(1)}, "recover_by"),
    ],
)
def test_what_is_missing_or_cannot_be_is_said_at_its_field(changed, field):
    assert list(against_excusing(facts(**changed))) == [field]


def test_everything_missing_is_said_at_once():
    nothing = facts(from_on=None, account="", evidence="", recover_by=None)
    assert set(against_excusing(nothing)) == {"from_on", "account", "evidence", "recover_by"}


def test_a_file_is_evidence_without_words():
    assert against_excusing(facts(evidence="", has_file=True)) == {}


@pytest.mark.parametrize("offered", REFUSED)
def test_what_is_often_said_is_refused_with_its_reason(offered):
    wrong = against_excusing(facts(offered))
    assert wrong == {"ground": f"That does not excuse it. {REFUSED[offered].because}"}


def test_everything_that_does_not_excuse_can_be_chosen_and_is_then_refused():
    assert tuple(REFUSED.values()) == NOT_EXCUSES
    assert not set(REFUSED) & set(Ground)


@pytest.mark.parametrize("code", [code for code in codes() if duty(code).starts])
def test_a_duty_takes_its_own_grounds_and_no_other(code):
    own = duty(code).excused_by
    for ground in Ground:
        wrong = against_excusing(facts(ground, may_excuse=own)).get("ground", "")
        assert wrong == ("" if ground in own else "The law does not let this ground excuse this duty.")


def test_a_word_from_nowhere_is_no_ground():
    assert "ground" in against_excusing(facts("holiday"))
    assert "ground" in against_excusing(facts(""))


@pytest.mark.parametrize("ground", sorted(CLOSURES))
@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({}, None),
        ({"until_on": date(2026, 8, 18)}, "until_on"),  # 27 days
        ({"asked_on": date(2026, 7, 14)}, "asked_on"),  # eight days before it closed
        ({"asked_on": date(2026, 7, 15)}, None),  # a week before
        ({"asked_on": date(2026, 8, 12)}, None),  # a week before it opened again
        ({"asked_on": date(2026, 8, 13)}, "asked_on"),
        ({"asked_on": None}, "asked_on"),
        ({"until_on": None}, "until_on"),
    ],
)
def test_a_closure_of_28_days_counts_with_its_shoulders_of_a_week(ground, changed, field):
    given = {"asked_on": date(2026, 7, 20)} | SUMMER | changed
    assert list(against_excusing(facts(ground, **given))) == ([field] if field else [])


def test_a_closure_that_will_end_counts_before_it_ends():
    given = facts(Ground.SETTING_CLOSED, **SUMMER, asked_on=date(2026, 7, 20), today=date(2026, 8, 3))
    assert against_excusing(replace(given, recover_by=date(2026, 11, 20))) == {}


@pytest.mark.parametrize("asked", [STARTED - timedelta(1), DUE + timedelta(1), TODAY + timedelta(1)])
def test_advice_must_have_been_asked_for_in_the_time_of_the_duty(asked):
    long_shut = facts(
        Ground.SETTING_CLOSED, from_on=STARTED - timedelta(7), until_on=TODAY + timedelta(60), asked_on=asked
    )
    assert list(against_excusing(long_shut)) == ["asked_on"]


@pytest.mark.parametrize("ground", [Ground.AWAY_FOUR_WEEKS, Ground.ADVISER_AWAY, Ground.AWAY_TWO_WEEKS])
def test_an_absence_counts_by_its_days_inside_the_time(ground):
    weeks, own = ABSENCES[ground], frozenset({ground})
    enough, short = timedelta(weeks=weeks), timedelta(weeks=weeks, days=-1)
    away = date(2026, 7, 1)
    assert against_excusing(facts(ground, may_excuse=own, from_on=away, until_on=away + enough)) == {}
    for left, back in [
        (away, away + short),
        (STARTED - timedelta(60), STARTED + short),  # long away, too little of it inside
        (DUE + timedelta(1) - short, TODAY),
    ]:
        wrong = against_excusing(facts(ground, may_excuse=own, from_on=left, until_on=back))
        assert list(wrong) == ["from_on"], (left, back)
        assert f"at least {weeks} weeks" in wrong["from_on"]


def test_whoever_is_still_away_counts_up_to_today():
    away = {"from_on": TODAY - timedelta(28), "until_on": None, "due": TODAY + timedelta(30)}
    assert against_excusing(facts(Ground.AWAY_FOUR_WEEKS, **away)) == {}
    away["from_on"] += timedelta(1)
    assert list(against_excusing(facts(Ground.AWAY_FOUR_WEEKS, **away))) == ["from_on"]


@pytest.mark.parametrize("ground", sorted(CIRCUMSTANCES))
def test_circumstances_must_touch_the_time_of_the_duty(ground):
    own = {"may_excuse": frozenset({ground})}
    assert against_excusing(facts(ground, from_on=DUE, **own)) == {}
    assert list(against_excusing(facts(ground, from_on=DUE + timedelta(1), **own))) == ["from_on"]
    before = {"from_on": date(2026, 1, 5), "until_on": STARTED - timedelta(1)}
    assert list(against_excusing(facts(ground, **before, **own))) == ["until_on"]
    assert against_excusing(facts(ground, **(before | {"until_on": STARTED}), **own)) == {}


def test_a_missed_appointment_excuses_advisers_alone_and_only_inside_their_time():
    advisers = {"may_excuse": ADVISER}
    assert against_excusing(facts(Ground.MISSED_APPOINTMENT, from_on=DUE, **advisers)) == {}
    assert list(against_excusing(facts(Ground.MISSED_APPOINTMENT, from_on=DUE + timedelta(1), **advisers))) == [
        "from_on"
    ]
    assert list(against_excusing(facts(Ground.MISSED_APPOINTMENT))) == ["ground"]
    takers = {code for code in codes() if Ground.MISSED_APPOINTMENT in duty(code).excused_by}
    assert takers
    assert all(duty(code).excused_by <= ADVISER for code in takers)


def test_a_closed_school_excuses_no_adviser_and_two_weeks_away_only_what_an_order_set():
    assert not CLOSURES & ADVISER
    for code in codes():
        if Ground.AWAY_TWO_WEEKS in duty(code).excused_by:
            assert duty(code).excused_by <= ORDER, code
