"""What the front door's events start, meet and withdraw."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.events import Event
from statute.calendar import is_working_day
from statute.dates import Dates
from statute.effects import Meet, Start, Withdraw, effects
from statute.timetable import TIMETABLE, duty
from statute.timetable.services import PROMISES
from tests.law.front_door import OUR_TARGETS, REQUESTS

DAY = date(2026, 8, 24)
ANY_DAY = st.dates(date(2014, 9, 1), date(2060, 1, 1))


def started(event, facts, on=DAY):
    return {effect.code: effect.dates for effect in effects(event, facts, on) if isinstance(effect, Start)}


def met(event, facts, on=DAY):
    return {effect.code for effect in effects(event, facts, on) if isinstance(effect, Meet)}


@pytest.mark.parametrize(("code", "received", "ordinary", "strict", "plan_for"), REQUESTS)
def test_a_request_for_an_assessment_starts_the_statutory_clocks(code, received, ordinary, strict, plan_for):
    dates = started(Event.ASSESSMENT_REQUESTED, {}, date.fromisoformat(received))[code]
    assert dates == Dates(*map(date.fromisoformat, (ordinary, strict, plan_for)))


@pytest.mark.parametrize(("code", "received", "ordinary", "strict", "plan_for"), OUR_TARGETS)
def test_our_own_targets_count_working_days(code, received, ordinary, strict, plan_for):
    begins = {
        "TRIAGE-LOCAL": (Event.REFERRAL_RECEIVED, {"asks_for": "help"}),
        "SETTLE-LOCAL": (Event.REFERRAL_RECEIVED, {"asks_for": "unsure"}),
        "CHASE-LOCAL": (Event.REFERRAL_ASKED, {}),
        "LEAD-LOCAL": (Event.LEAD_SOUGHT, {}),
        "FIRST-CONTACT-LOCAL": (Event.LEAD_NAMED, {}),
        "MAM-LOCAL": (Event.LEAD_NAMED, {"again": "no"}),
        "SUPPORT-REVIEW-LOCAL": (Event.SUPPORT_PLANNED, {}),
        "CRM-LOCAL": (Event.TASK_SET, {"kind": "crm_record"}),
        "EMS-LOCAL": (Event.TASK_SET, {"kind": "ems_record"}),
        "FAMILY-ASSESSMENT-LOCAL": (Event.TASK_SET, {"kind": "family_assessment"}),
    } | {f"SERVICE-{days}-LOCAL": (Event.SERVICE_ASKED, {"within": str(days)}) for days in PROMISES}
    dates = started(*begins[code], date.fromisoformat(received))[code]
    assert dates == Dates(*map(date.fromisoformat, (ordinary, strict, plan_for)))


@pytest.mark.parametrize(
    ("facts", "does"),
    [
        ({"family": "there", "earlier": "no"}, {"Meet"}),
        ({"family": "away", "earlier": "no"}, set()),
        ({"family": "there", "earlier": "yes"}, set()),
        ({"family": "away", "earlier": "no", "outcomes": "close"}, {"Withdraw"}),
        ({"family": "away", "earlier": "yes", "outcomes": "close"}, set()),
    ],
)
def test_meeting_the_family_is_being_in_touch_and_closing_the_case_ends_the_waiting(facts, does):
    found = effects(Event.MEETING_HELD, {"kind": "mam_review"} | facts, date(2026, 11, 18))
    assert {type(one).__name__ for one in found if one.code == "FIRST-CONTACT-LOCAL"} == does


def test_a_request_for_an_assessment_starts_three_and_nothing_else():
    assert set(started(Event.ASSESSMENT_REQUESTED, {})) == {"EHCNA-DECIDE", "NOPLAN", "PLAN-FINAL"}
    assert not met(Event.ASSESSMENT_REQUESTED, {})


@pytest.mark.parametrize(
    ("asks_for", "starts"),
    [("help", {"TRIAGE-LOCAL"}), ("unsure", {"SETTLE-LOCAL"}), ("assessment", set()), (None, set())],
)
def test_what_was_asked_for_decides_what_starts(asks_for, starts):
    assert set(started(Event.REFERRAL_RECEIVED, {"asks_for": asks_for})) == starts


def test_settling_as_help_starts_the_target_from_the_day_of_receipt():
    found = effects(Event.REFERRAL_SETTLED, {"settled_as": "help"}, date(2026, 9, 2))
    assert found == [
        Start("TRIAGE-LOCAL", Dates(date(2026, 9, 8), date(2026, 9, 8), date(2026, 9, 8)), "2026-09-01"),
        Meet("SETTLE-LOCAL"),
    ]


def test_settling_as_an_assessment_meets_both_targets():
    assert effects(Event.REFERRAL_SETTLED, {"settled_as": "assessment"}, DAY) == [
        Meet("TRIAGE-LOCAL"),
        Meet("CHASE-LOCAL"),
        Meet("SETTLE-LOCAL"),
    ]


@pytest.mark.parametrize("event", [Event.REFERRAL_ACCEPTED, Event.REFERRAL_SENT_ON, Event.REFERRAL_DECLINED])
def test_whatever_the_bridge_says_meets_its_target_and_ends_its_waiting(event):
    assert effects(event, {}, DAY) == [Meet("TRIAGE-LOCAL"), Meet("CHASE-LOCAL")]


def test_a_question_turns_the_target_into_waiting_and_an_answer_turns_it_back():
    assert met(Event.REFERRAL_ASKED, {}) == {"TRIAGE-LOCAL"}
    assert set(started(Event.REFERRAL_ASKED, {})) == {"CHASE-LOCAL"}
    assert met(Event.REFERRAL_REPLIED, {"reads": "yes"}) == {"CHASE-LOCAL"}
    assert set(started(Event.REFERRAL_REPLIED, {"reads": "yes"})) == {"TRIAGE-LOCAL"}
    assert not started(Event.REFERRAL_REPLIED, {"reads": "no"}), "what was accepted stays accepted"


@pytest.mark.parametrize("event", [Event.SENDER_CONFIRMED, Event.CASE_JOINED, Event.CASE_PARTED])
def test_no_clock_waits_for_a_confirmation_or_a_joining(event):
    assert effects(event, {}, DAY) == []


def test_every_event_named_in_the_timetable_exists():
    named = {when.event for each in TIMETABLE for when in (*each.starts, *each.met_by, *each.withdrawn_by)}
    assert named <= set(Event)
    assert all(isinstance(value, str) for each in TIMETABLE for when in each.starts for _, value in when.where)


@given(st.sampled_from(list(Event)), st.sampled_from(["help", "unsure", "assessment", ""]), ANY_DAY)
def test_effects_are_the_same_every_time(event, fact, on):
    facts = {"asks_for": fact, "settled_as": fact}
    assert effects(event, facts, on) == effects(event, dict(facts), on)


@given(st.sampled_from(list(Event)), st.sampled_from(["help", "unsure", "assessment"]), ANY_DAY)
def test_strict_never_comes_after_ordinary_and_we_work_to_a_working_day(event, fact, on):
    for effect in effects(event, {"asks_for": fact, "settled_as": fact}, on):
        if isinstance(effect, Start):
            dates = effect.dates
            assert on <= dates.strict <= dates.ordinary
            assert dates.plan_for <= dates.strict
            assert is_working_day(dates.plan_for)
            gap = (dates.strict - dates.plan_for).days
            assert not any(is_working_day(dates.plan_for + timedelta(days=n)) for n in range(1, gap + 1))


@given(ANY_DAY, st.integers(1, 400))
def test_a_later_receipt_is_never_due_earlier(on, later):
    first, second = (started(Event.ASSESSMENT_REQUESTED, {}, day) for day in (on, on + timedelta(days=later)))
    assert all(second[code].ordinary - first[code].ordinary == timedelta(days=later) for code in first)


@given(ANY_DAY)
def test_weeks_end_on_the_same_day_of_the_week(on):
    for dates in started(Event.ASSESSMENT_REQUESTED, {}, on).values():
        assert dates.ordinary.weekday() == on.weekday()
        assert dates.ordinary - dates.strict == timedelta(days=1)


def test_a_rule_is_found_by_its_code_and_its_day():
    assert duty("PLAN-FINAL").code == "PLAN-FINAL"
    assert duty("PLAN-FINAL", date(2001, 1, 1)).version == "2014-09-01", "one wording serves for every date"
    with pytest.raises(KeyError):
        duty("PLAN-FINALLY")


def test_withdraw_is_a_thing_of_its_own():
    assert Withdraw("NOPLAN") != Meet("NOPLAN")
