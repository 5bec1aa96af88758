"""The contract's table of anchors: every rule in it, asked by those names, answers."""

import json
import time
from datetime import date, timedelta

import pytest

from statute import timetable
from statute.due import answer, answers
from statute.timetable import codes, duty

# One line per row of the contract: the rules, then the anchors; brackets for one that may be left out.
CONTRACT = """
    EHCNA-NOTNEC EHCNA-DECIDE NOPLAN PLAN-FINAL ADV-RESP REASS-DECIDE INYEAR : received
    DRAFT-REPS AMEND-REPS DET-DRAFT SAO-NOTICE : served
    CONSULT-REPLY MED-CONTACT : sent
    XFER-SEND HCOM-TELL HCOM-REQ : aware
    XFER-TELL : transferred
    XFER-REVIEW : reviewed transferred
    REV-12M : reviewed
    REV-INVITE REV-CIRC REV-REPORT AMEND-NOTICE AMEND-12W : meeting
    REV-DECIDE : meeting reviewed
    AMEND-FINAL AMEND-STOP : notice_sent meeting
    PT-SCHOOL PT-POST16 PT-P16P16 : transfer
    REASS-FINAL : notified
    MED-CERT-NO MED-CERT-LATE MED-TELLHEALTH MED-ARR MED-ARR-HEALTH : told
    MED-CERT-YES : ended
    MED-AGREE-OTHER MED-RCBTELL : agreed
    APPEAL : decision_sent (certificate_issued)
    ORD-CEASE ORD-ASSESS ORD-ASSESS-NO ORD-ASSESS-YES ORD-MAKE-DRAFT ORD-MAKE-FINAL ORD-REFER : order_made
    ORD-AMEND ORD-NAME ORD-CONT ORD-CONTAMEND : order_made
    CONC-ASSESS CONC-NO CONC-YES CONC-CONTENT CONC-NAME CONC-MAKE CONC-CEASE : notified
    YP-START YP-CSA-START : born
    FAP-PLACE : agreed school_days
    EXC-D6-PEX EXC-D6-SUSP : first_day school_days
    GB-15 GB-50 : notice_received school_days
    IRP-APPLY : notice_given school_days
    IRP-HEAR : made school_days
"""
ROWS = [
    (rule, after.split())
    for before, after in (line.split(" : ") for line in CONTRACT.strip().splitlines())
    for rule in before.split()
]
WINDOWS = {"DRAFT-REPS", "AMEND-REPS", "DET-DRAFT", "SAO-NOTICE"}
KEYS = {"rule", "due_ordinary", "due_strict", "plan_for", "basis", "evidence"}
SCHOOL_DAYS = [
    day.isoformat()
    for day in (date(2025, 9, 2) + timedelta(days=n) for n in range(150))
    if day.weekday() < 5 and day.isoformat() not in {"2025-12-25", "2025-12-26", "2026-01-01"}
]


def asked(rule, names):
    line = {"rule": rule, "anchors": {name.strip("()"): "2025-10-01" for name in names if name != "school_days"}}
    return line | ({"school_days": SCHOOL_DAYS} if "school_days" in names else {})


@pytest.mark.parametrize(("rule", "names"), ROWS)
def test_a_rule_answers_to_its_anchors_with_exactly_its_keys(rule, names):
    found = answer(json.dumps(asked(rule, names)))
    assert set(found) == KEYS | ({"not_before"} if rule in WINDOWS else set())
    assert found["rule"] == rule
    assert found["basis"] == duty(rule).basis
    assert found["evidence"] == duty(rule).evidence.value
    assert found["plan_for"] <= found["due_strict"] <= found["due_ordinary"]


@pytest.mark.parametrize(("rule", "names"), ROWS)
def test_it_does_not_answer_without_one_of_them(rule, names):
    for left_out in names:
        if not left_out.startswith("("):
            line = asked(rule, names)
            line.pop("school_days", None) if left_out == "school_days" else line["anchors"].pop(left_out)
            assert "not given" in answer(json.dumps(line))["error"]


def test_the_certificate_may_be_left_out_or_empty():
    for certificate in ({}, {"certificate_issued": None}):
        line = {"rule": "APPEAL", "anchors": {"decision_sent": "2025-10-01", **certificate}}
        assert answer(json.dumps(line))["due_ordinary"] == "2025-12-01"


def test_school_days_may_come_in_any_order_and_twice():
    line = asked("GB-15", ["notice_received", "school_days"])
    assert answer(json.dumps(line)) == answer(json.dumps(line | {"school_days": SCHOOL_DAYS[::-1] + SCHOOL_DAYS}))


@pytest.mark.parametrize(
    ("school_days", "says"),
    [(SCHOOL_DAYS[:30], "ends before the answer"), ([], "not given"), (["soon"], "is not a date"), ("x", "not a list")],
)
def test_a_school_calendar_that_will_not_do(school_days, says):
    line = asked("GB-15", ["notice_received", "school_days"]) | {"school_days": school_days}
    assert says in answer(json.dumps(line))["error"]


def test_every_code_answers_or_says_why_not():
    for code in codes():
        found = answer(json.dumps({"rule": code, "anchors": {}}))
        assert "which was not given" in found["error"] or "no fixed period" in found["error"]


def test_the_wording_in_force_on_the_earliest_anchor_answers(monkeypatch):
    """A reform is one more row: cases that began before it keep the old wording."""
    old = duty("PLAN-FINAL")
    new = type(old)(**{name: getattr(old, name) for name in old.__slots__} | {
        "period": type(old.period)(15), "in_force_from": date(2029, 9, 1), "basis": "The Act of 2029",
    })  # fmt: skip
    monkeypatch.setitem(timetable._VERSIONS, "PLAN-FINAL", [old, new])

    def due(day):
        return answer(json.dumps({"rule": "PLAN-FINAL", "anchors": {"received": day}}))

    assert due("2029-08-31")["basis"] == old.basis
    assert due("2029-09-01")["basis"] == "The Act of 2029"
    assert due("2029-09-01")["due_ordinary"] == "2029-12-15"
    assert due("1999-01-01")["basis"] == old.basis, "before the first wording, the first serves"
    assert duty("PLAN-FINAL") == new


@pytest.mark.slow
def test_twenty_thousand_lines_take_moments():
    lines = [json.dumps(asked(rule, names)).encode() for rule, names in ROWS if "school_days" not in names]
    started = time.perf_counter()
    assert sum("error" not in found for found in answers(lines[n % len(lines)] for n in range(20_000))) == 20_000
    assert time.perf_counter() - started < 15
