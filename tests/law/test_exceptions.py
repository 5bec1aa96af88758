"""What excuses lateness, at its edges; and that nothing ever moves a date."""

from dataclasses import replace
from datetime import date

import pytest

from statute.counting import dates_of
from statute.duty import Anchor
from statute.exceptions import (
    ADVISER,
    DETAINED,
    FOUR,
    NOT_EXCUSES,
    ORDER,
    Ground,
    absence_excuses,
    circumstances_excuse,
    closure_excuses,
    missed_appointment_excuses,
)
from statute.timetable import TIMETABLE, duty

SUMMER = {"closed": date(2026, 7, 22), "reopens": date(2026, 9, 1)}


@pytest.mark.parametrize(
    ("asked", "excused"),
    [
        (date(2026, 7, 14), False),  # eight days before it closed
        (date(2026, 7, 15), True),  # a week before
        (date(2026, 8, 10), True),
        (date(2026, 8, 25), True),  # a week before it opened again
        (date(2026, 8, 26), False),
    ],
)
def test_a_long_closure_has_shoulders_of_a_week(asked, excused):
    assert closure_excuses(asked, **SUMMER) is excused


@pytest.mark.parametrize(
    ("closed", "reopens", "excused"),
    [
        (date(2026, 7, 22), date(2026, 8, 19), True),  # exactly 28 days: "not less than 4 weeks"
        (date(2026, 7, 22), date(2026, 8, 18), False),  # 27
        (date(2025, 12, 20), date(2026, 1, 5), False),  # Christmas
        (date(2026, 3, 28), date(2026, 4, 13), False),  # Easter
    ],
)
def test_four_weeks_is_enough_and_less_is_not(closed, reopens, excused):
    assert closure_excuses(closed, closed, reopens) is excused


@pytest.mark.parametrize(
    ("left", "returned", "weeks", "excused"),
    [
        (date(2026, 9, 1), date(2026, 9, 29), 4, True),  # 28 days
        (date(2026, 9, 1), date(2026, 9, 28), 4, False),  # 27
        (date(2026, 8, 1), date(2026, 9, 21), 4, True),  # 24 August to 20 September is 28 days inside the time
        (date(2026, 8, 1), date(2026, 9, 20), 4, False),  # long away, but only 27 of the days inside
        (date(2026, 12, 20), date(2027, 2, 1), 4, False),  # 20 December to 11 January is 23
        (date(2026, 9, 1), date(2026, 9, 15), 2, True),  # two weeks, for a Tribunal order
        (date(2026, 9, 1), date(2026, 9, 14), 2, False),
    ],
)
def test_absence_counts_inside_the_time_allowed(left, returned, weeks, excused):
    assert absence_excuses(left, returned, date(2026, 8, 24), date(2027, 1, 11), weeks) is excused


@pytest.mark.parametrize(
    ("began", "ended", "excused"),
    [
        (date(2026, 10, 1), date(2026, 10, 8), True),
        (date(2026, 10, 1), None, True),
        (date(2026, 8, 1), date(2026, 8, 24), True),  # over on the first day
        (date(2026, 8, 1), date(2026, 8, 23), False),
        (date(2027, 1, 11), None, True),
        (date(2027, 1, 12), None, False),
    ],
)
def test_circumstances_must_touch_the_time_allowed(began, ended, excused):
    assert circumstances_excuse(began, ended, date(2026, 8, 24), date(2027, 1, 11)) is excused


def test_a_missed_appointment_must_fall_in_the_six_weeks():
    received, due = date(2026, 9, 28), date(2026, 11, 9)
    assert missed_appointment_excuses(date(2026, 9, 28), received, due)
    assert missed_appointment_excuses(date(2026, 11, 9), received, due)
    assert not missed_appointment_excuses(date(2026, 11, 10), received, due)
    assert not missed_appointment_excuses(date(2026, 9, 27), received, due)


@pytest.mark.parametrize(
    ("grounds", "codes"),
    [
        (FOUR, {"EHCNA-DECIDE", "NOPLAN", "PLAN-FINAL", "REASS-FINAL"}),
        (ADVISER, {"ADV-RESP", "REASS-ADV"}),
        (DETAINED, {"DET-FINAL"}),
        (
            ORDER,
            {
                "ORD-ASSESS", "ORD-ASSESS-NO", "ORD-ASSESS-YES", "ORD-MAKE-DRAFT", "ORD-MAKE-FINAL", "CONC-ASSESS",
                "CONC-MAKE", "CONC-MAKE-FINAL",
            },
        ),
        (frozenset({Ground.OTHERWISE_AGREED}), {"MED-AGREE-APP", "MED-AGREE-OTHER"}),
        (frozenset({Ground.CONSENT_TO_LESS}), {"MED-NOTICE"}),
    ],
)  # fmt: skip
def test_only_these_rules_have_these_grounds(grounds, codes):
    assert {each.code for each in TIMETABLE if each.excused_by == grounds} == codes


def test_no_other_rule_can_be_excused():
    assert sum(bool(each.excused_by) for each in TIMETABLE) == 18


@pytest.mark.parametrize("code", ["EHCNA-NOTNEC", "REV-DECIDE", "AMEND-FINAL", "ORD-AMEND", "ORD-NAME", "PT-SCHOOL"])
def test_the_book_says_these_have_none(code):
    assert duty(code).excused_by == frozenset()


def test_a_closed_school_excuses_no_adviser_and_a_detained_person_is_never_away():
    assert Ground.SETTING_CLOSED not in ADVISER
    assert Ground.AWAY_FOUR_WEEKS not in DETAINED


def test_an_excuse_never_moves_a_date():
    plan = duty("PLAN-FINAL")
    anchors = {Anchor.RECEIVED: date(2026, 8, 24)}
    assert dates_of(plan, anchors) == dates_of(replace(plan, excused_by=frozenset(), excuse_basis=""), anchors)


def test_what_is_often_offered_and_is_no_excuse_says_why():
    assert {each.reason for each in NOT_EXCUSES} >= {
        "no educational psychologist",
        "the date of a panel",
        "late advice",
    }
    assert all(each.because for each in NOT_EXCUSES)
    assert all(ground.words for ground in Ground)
