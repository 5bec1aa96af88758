"""Every rule can be told in plain words, has an example if it has a sum, and a fingerprint that minds its words."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from statute.ambiguities import REGISTER
from statute.contents import NOTICES
from statute.duty import Anchor, Calendar, Counted
from statute.evidence import Evidence
from statute.examples import EVERY_WORKING_DAY, example
from statute.exceptions import FOUR, Ground
from statute.fingerprint import LENGTH, fingerprint
from statute.periods import Months, Weeks
from statute.plain import SECOND_TRIGGERS, calendar_in_words, day_of, how_long, reading
from statute.timetable import TIMETABLE, duty

TODAY = date(2026, 11, 18)


@pytest.mark.parametrize("rule", TIMETABLE, ids=lambda rule: rule.code)
def test_every_rule_says_how_long_in_words(rule):
    said = how_long(rule)
    assert said[0] == said[0].upper()
    assert "{" not in said
    assert all(reading(limit) for limit in rule.limits)
    assert calendar_in_words(rule.calendar)
    if not rule.limits:
        assert said.casefold() == (rule.limit or "no period").casefold()


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("PLAN-FINAL", "Within 20 weeks of the day it was received"),
        ("DRAFT-REPS", "At least 15 days, beginning with the day it was served"),
        ("PT-SCHOOL", "Before 15 February, in the calendar year of that day"),
        ("ORD-CEASE", "At once"),
        ("YP-START", "On the last Friday in June"),
        ("REV-INVITE", "At least 2 weeks before the day it is held"),
        (
            "AMEND-FINAL",
            "Within 8 weeks of the day it was sent; or within 12 weeks of the day it is held (the review meeting), "
            "whichever is earlier",
        ),
        (
            "APPEAL",
            "Within 2 months after the day it was sent; or within 1 month from the day it was issued "
            "(the mediation certificate), whichever is later",
        ),
        ("SECURE", "At once; after a Tribunal order most of it within the 5 weeks"),
    ],
)
def test_some_by_hand(code, said):
    assert how_long(duty(code)) == said


def test_every_day_calendar_and_counting_word_has_its_words():
    assert all(day_of(anchor) for anchor in Anchor)
    assert all(calendar_in_words(calendar) for calendar in Calendar)
    joined = {limit.anchor for rule in TIMETABLE for limit in rule.limits[1:]}
    assert joined <= set(SECOND_TRIGGERS)


@pytest.mark.parametrize("rule", [rule for rule in TIMETABLE if rule.limits], ids=lambda rule: rule.code)
def test_two_readings_are_told_where_there_are_two_and_agreement_where_they_agree(rule):
    """The words are held against what the clock does, from every day of a year."""
    first = rule.limits[0]
    if rule.joined or rule.calendar is Calendar.TRIBUNAL_OTHER:
        return
    apart = set()
    for number in range(0, 366, 5):
        worked = example(rule, TODAY + timedelta(days=number))
        apart.add(worked.why.ordinary != worked.why.strict)
    said = reading(first)
    if apart == {False} and rule.calendar is Calendar.CIVIL:
        assert "Both counts agree" in said or "on both counts" in said
    if True in apart:
        assert "Strict count" in said
        assert "Ordinary count" in said


@pytest.mark.parametrize("day", [date(2024, 2, 29), TODAY, date(2026, 8, 3), date(2026, 12, 31)])
@pytest.mark.parametrize("rule", TIMETABLE, ids=lambda rule: rule.code)
def test_every_rule_with_a_sum_has_an_example_on_any_day(rule, day):
    worked = example(rule, day)
    assert (worked is not None) == bool(rule.limits)
    if worked and rule.calendar in (Calendar.SCHOOL, Calendar.SCHOOL_OR_WORKING):
        assert worked.taken == EVERY_WORKING_DAY


def test_an_example_is_the_clock_s_own_sum():
    worked = example(duty("PLAN-FINAL"), date(2026, 8, 24))
    assert (worked.why.plan_for, worked.why.strict, worked.why.ordinary) == (
        date(2027, 1, 8),
        date(2027, 1, 10),
        date(2027, 1, 11),
    )


def test_no_two_rules_share_a_fingerprint():
    prints = {fingerprint(rule) for rule in TIMETABLE}
    assert len(prints) == len(TIMETABLE)
    assert {len(each) for each in prints} == {LENGTH}


RULE = duty("PLAN-FINAL")


@pytest.mark.parametrize(
    "changed",
    [
        replace(RULE, what="Send the plan"),
        replace(RULE, basis="SEND Regulations 2014, reg 13"),
        replace(RULE, period=Weeks(19)),
        replace(RULE, period=Months(20)),
        replace(RULE, counted=Counted.AFTER),
        replace(RULE, anchor=Anchor.SENT),
        replace(RULE, calendar=Calendar.WORKING),
        replace(RULE, evidence=Evidence.SECOND),
        replace(RULE, in_force_from=date(2027, 1, 1)),
        replace(RULE, in_force_to=date(2027, 1, 1)),
        replace(RULE, excused_by=FOUR - {Ground.EXCEPTIONAL}),
        replace(RULE, open_questions=("AMB-01",)),
        replace(RULE, notice="NC-1"),
        replace(RULE, note="And more."),
        replace(RULE, who="Somebody else"),
    ],
)
def test_a_change_to_any_word_changes_it(changed):
    assert fingerprint(changed) != fingerprint(RULE)


def test_a_change_to_a_reading_or_a_notice_changes_the_rules_that_rest_on_it(monkeypatch):
    before = {rule.code: fingerprint(rule) for rule in TIMETABLE}
    monkeypatch.setitem(REGISTER, "AMB-13", replace(REGISTER["AMB-13"], conservative="Something else."))
    monkeypatch.setitem(NOTICES, "NC-4", replace(NOTICES["NC-4"], items=("nothing",)))
    changed = {rule.code for rule in TIMETABLE if fingerprint(rule) != before[rule.code]}
    assert changed == {rule.code for rule in TIMETABLE if "AMB-13" in rule.open_questions or rule.notice == "NC-4"}
    assert {"PLAN-FINAL", "EXC-PARENT"} <= changed


def test_how_the_program_listens_does_not():
    assert fingerprint(replace(RULE, starts=(), met_by=(), withdrawn_by=())) == fingerprint(RULE)
