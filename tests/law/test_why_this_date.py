"""The panel an officer opens, in words."""

from datetime import date

from statute.explain import in_words, why
from statute.words import long


def test_the_final_plan_says_what_the_screen_says():
    panel = why("PLAN-FINAL", date(2026, 8, 24))
    assert panel.started.endswith("received Monday 24 August 2026 (day 1)")
    assert panel.sum == (
        "20 weeks is 140 days. Day 140 is Sunday 10 January 2027, the strict count. "
        "The ordinary count gives one day more: Monday 11 January."
    )
    assert panel.work_to == "Friday 8 January 2027, the last working day on or before it"
    assert (panel.ordinary, panel.strict, panel.plan_for) == (date(2027, 1, 11), date(2027, 1, 10), date(2027, 1, 8))
    assert panel.basis == "SEND Regulations 2014, reg 13(2)"
    assert panel.evidence_words == "Text seen"
    assert len(panel.excuses) == 4
    assert panel.excuse_basis.startswith("SEND Regulations 2014, reg 13(3)")
    assert "no educational psychologist" in panel.not_excuses
    assert panel.open_questions[0].startswith("AMB-01: ")
    assert panel.version == "2014-09-01"
    assert panel.caution == ""


def test_a_strict_date_on_a_working_day_is_the_day_we_work_to():
    assert why("EHCNA-DECIDE", date(2025, 10, 1)).work_to == "Tuesday 11 November 2025, a working day"


def test_our_own_target_says_it_is_not_law_and_has_no_excuses():
    panel = why("TRIAGE-LOCAL", date(2026, 12, 22))
    assert panel.evidence_words == "Our own target, no law"
    assert panel.excuses == panel.not_excuses == ()
    assert panel.sum == (
        "5 working days. Saturdays, Sundays and bank holidays are not counted. "
        "The day itself is day 1 if it counts. Day 5 is Wednesday 30 December 2026. Both counts agree."
    )


def test_both_counts_may_agree():
    assert why("SETTLE-LOCAL", date(2026, 9, 5)).sum.endswith("Day 2 is Tuesday 8 September 2026. Both counts agree.")


def test_a_sum_past_the_announced_bank_holidays_says_so():
    assert "usual pattern" in why("PLAN-FINAL", date(2030, 1, 1)).caution


def test_the_year_is_said_again_when_it_changes():
    assert "Wednesday 31 December 2025, the strict count" in why("EHCNA-DECIDE", date(2025, 11, 20)).sum
    assert "one day more: Thursday 1 January 2026." in why("EHCNA-DECIDE", date(2025, 11, 20)).sum


def test_the_whole_panel_as_text():
    text = in_words(why("PLAN-FINAL", date(2026, 8, 24)))
    assert "The law: SEND Regulations 2014, reg 13(2) (Text seen)" in text
    assert "An excuse never moves the date." in text


def test_dates_in_full():
    assert long(date(2027, 1, 10)) == "Sunday 10 January 2027"
