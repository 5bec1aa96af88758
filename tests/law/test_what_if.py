"""What follows from days somebody gives: complete, in order, honest about what is missing, and the clock's own sums."""

from datetime import date, timedelta

import pytest

from statute.calendar import is_working_day
from statute.counting import dates_of
from statute.duty import Anchor, Calendar
from statute.journeys import JOURNEYS, asked_by, journey_called, questions_of, rules_of
from statute.more_time import least_days
from statute.timetable import TIMETABLE, duty
from statute.what_if import (
    DRAFT_SERVED,
    counts_school_days,
    no_school_days,
    out_of_order,
    time_to_comment,
    timetable,
)

RECEIVED = "request_for_an_assessment_or_received"
ASSESSMENT = journey_called("assessment")
WEEKDAYS = [day for n in range(2000) if is_working_day(day := date(2025, 1, 1) + timedelta(days=n))]


def every_day(journey, first=date(2026, 9, 1)):
    """A day for every question, each a week after the one before."""
    return {each.key: first + timedelta(weeks=place) for place, each in enumerate(questions_of(journey))}


def codes(rules):
    return [rule.code for rule in rules]


def test_every_rule_with_a_sum_is_in_some_journey():
    covered = {process for journey in JOURNEYS for process in journey.processes}
    assert covered <= {rule.process for rule in TIMETABLE}
    assert {rule.process for rule in TIMETABLE if rule.limits} <= covered


def test_keys_tell_journeys_and_their_questions_apart():
    assert len({journey.key for journey in JOURNEYS}) == len(JOURNEYS)
    assert len({journey.title for journey in JOURNEYS}) == len(JOURNEYS)
    for journey in JOURNEYS:
        questions = questions_of(journey)
        assert questions, journey.key
        assert len({each.key for each in questions}) == len(questions), journey.key
        assert len({(each.trigger, each.day) for each in questions}) == len(questions), journey.key
        named = {key for pair in journey.orders for key in pair}
        assert named <= {each.key for each in questions}, journey.key
        assert not {"process", "school"} & {each.key for each in questions}


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.key)
def test_with_every_day_given_nothing_is_lacking_and_every_date_is_the_clock_s(journey):
    given = every_day(journey)
    result = timetable(journey, given, lambda _: WEEKDAYS)
    assert not (result.lacking or result.no_calendar or result.calendar_too_short or result.outside)
    assert sorted(codes([each.rule for each in result.found] + result.undated)) == sorted(codes(rules_of(journey)))
    for each in result.found:
        anchors = {limit.anchor: given[question.key] for question, limit in asked_by(each.rule)}
        school = each.rule.calendar in (Calendar.SCHOOL, Calendar.SCHOOL_OR_WORKING)
        dates = dates_of(each.rule, anchors, WEEKDAYS if school else ())
        told = (each.why.plan_for, each.why.strict, each.why.ordinary, each.why.not_before)
        assert told == (dates.plan_for, dates.strict, dates.ordinary, dates.not_before)
        assert each.day == (dates.ordinary if dates.not_before else dates.plan_for)
        assert each.first == min(anchors.values())
    days = [each.day for each in result.found]
    assert days == sorted(days)


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.key)
def test_with_one_day_the_rest_say_which_day_they_lack(journey):
    for only in questions_of(journey):
        result = timetable(journey, {only.key: date(2026, 9, 1)}, lambda _: WEEKDAYS)
        listed = [each.rule for each in result.found] + result.undated
        listed += [rule for rules in result.lacking.values() for rule in rules]
        assert sorted(codes(listed)) == sorted(codes(rules_of(journey)))
        assert only not in result.lacking
        for question, rules in result.lacking.items():
            for rule in rules:
                assert question in {asked for asked, _ in asked_by(rule)}


def test_the_assessment_of_24_august_by_hand():
    given = {RECEIVED: date(2026, 8, 24), DRAFT_SERVED: date(2026, 12, 4)}
    result = timetable(ASSESSMENT, given)
    assert [(each.day, each.rule.code) for each in result.found] == [
        (date(2026, 10, 2), "EHCNA-NOTNEC"),  # six weeks strict is Sunday 4 October
        (date(2026, 10, 2), "EHCNA-DECIDE"),
        (date(2026, 12, 11), "NOPLAN"),  # sixteen is Sunday 13 December
        (date(2026, 12, 11), "PLAN-YES"),
        (date(2026, 12, 18), "DRAFT-REPS"),  # a window: its fifteenth day
        (date(2027, 1, 8), "PLAN-FINAL"),
    ]
    assert {question.key: codes(rules) for question, rules in result.lacking.items()} == {
        "request_for_advice_received": ["ADV-RESP", "ADV-RESP-OTHER"],
        "new_draft_plan_served": ["DRAFT-CHANGE"],
        "consultation_sent": ["CONSULT-REPLY"],
    }
    assert {"PLAN-DRAFT", "CONSULT"} <= set(codes(result.undated))
    fits = [option.room.words for option in time_to_comment(result, given)]
    assert fits == ["Fits", "Fits", "Tight", "Very tight"]


def test_the_day_a_family_s_time_begins_with_is_asked_for():
    (limit,) = duty("DRAFT-REPS").limits
    assert limit.anchor is Anchor.SERVED
    assert [question.key for question, _ in asked_by(duty("DRAFT-REPS"))] == [DRAFT_SERVED]
    assert limit.period.number == least_days()


@pytest.mark.parametrize("given", [{RECEIVED: date(2026, 8, 24)}, {DRAFT_SERVED: date(2026, 12, 4)}, {}])
def test_more_time_needs_both_days(given):
    assert time_to_comment(timetable(ASSESSMENT, given), given) == []


def test_one_day_that_two_rules_call_by_two_names_is_asked_for_once():
    """The notice of a decision starts the time for mediation and the time to appeal."""
    appeal, given = journey_called("appeal"), {"written_notice_of_the_decision_sent": date(2026, 11, 18)}
    result = timetable(appeal, given)
    assert {"MED-CONTACT", "APPEAL"} <= set(codes(each.rule for each in result.found))
    (found,) = [each for each in result.found if each.rule.code == "APPEAL"]
    assert found.unknown.trigger == "The mediation certificate", "with a certificate it could be later"
    given["mediation_certificate_issued"] = date(2027, 1, 7)
    (found,) = [each for each in timetable(appeal, given).found if each.rule.code == "APPEAL"]
    assert found.unknown is None
    assert found.why.ordinary == date(2027, 2, 8)  # a month on is Sunday 7 February, and rule 12 moves it to Monday


def test_school_days_without_a_calendar_are_not_guessed():
    exclusion = journey_called("exclusion")
    assert counts_school_days(exclusion)
    result = timetable(exclusion, every_day(exclusion), no_school_days)
    counted = codes(rule for rule in rules_of(exclusion) if rule.calendar is Calendar.SCHOOL)
    assert codes(result.no_calendar) == counted
    assert {"EXC-D6-PEX", "GB-15", "IRP-APPLY"} <= set(counted)


def test_a_calendar_that_does_not_reach_says_so():
    fair, given = journey_called("fair-access"), {"agreement_to_consider_the_child_agreed": date(2026, 9, 1)}
    result = timetable(fair, given, lambda _: [date(2026, 9, 1), date(2026, 9, 2)])
    assert codes(result.calendar_too_short) == ["FAP-PLACE"]
    assert timetable(fair, given, lambda _: WEEKDAYS).calendar_too_short == []


def test_working_days_stand_in_where_that_can_only_end_sooner():
    result = timetable(journey_called("fair-access"), {"application_received": date(2026, 11, 18)})
    assert "INYEAR" in codes(each.rule for each in result.found)


def test_a_year_beyond_the_calendar_is_said_and_does_not_break():
    result = timetable(ASSESSMENT, {RECEIVED: date(9999, 12, 1)})
    assert {"PLAN-FINAL", "NOPLAN"} <= set(codes(result.outside))


def test_days_the_wrong_way_round_are_named():
    given = {RECEIVED: date(2026, 12, 5), DRAFT_SERVED: date(2026, 12, 4)}
    assert out_of_order(ASSESSMENT, given) == [(DRAFT_SERVED, RECEIVED)]
    assert out_of_order(ASSESSMENT, {**given, RECEIVED: date(2026, 12, 4)}) == [], "the same day is no contradiction"
    assert out_of_order(ASSESSMENT, {DRAFT_SERVED: date(2026, 12, 4)}) == []


def test_days_are_asked_for_in_the_order_they_happen():
    for journey in JOURNEYS:
        keys = [each.key for each in questions_of(journey)]
        assert all(keys.index(before) < keys.index(after) for before, after in journey.orders), journey.key
    assert questions_of(journey_called("draft"))[0].key == RECEIVED


def test_nothing_is_asked_for_that_no_rule_counts_from():
    for journey in JOURNEYS:
        used = {question for rule in rules_of(journey) for question, _ in asked_by(rule)}
        assert used == set(questions_of(journey))
    assert journey_called("nowhere") is None
