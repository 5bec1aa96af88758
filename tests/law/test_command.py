"""``python -m statute``, as another system would run it: nothing installed, nothing but the standard library."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BARE = [
    "-S",
    "-c",
    f"import sys, runpy; sys.path.insert(0, {str(ROOT)!r}); runpy.run_module('statute', run_name='__main__')",
]
KEYS = {
    "code", "process", "what", "who", "whom", "trigger", "anchor", "length", "unit", "counted", "calendar", "basis",
    "kind", "evidence", "in_force_from", "in_force_to",
}  # fmt: skip


def run(*words, given=""):
    return subprocess.run(
        [sys.executable, *BARE, *words], input=given, capture_output=True, text=True, encoding="utf-8", check=False
    )


def due(*lines):
    done = run("due", given="\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines))
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def test_the_example_of_the_contract():
    code, answers = due({"rule": "PLAN-FINAL", "anchors": {"received": "2025-10-01"}})
    assert code == 0
    assert answers == [
        {
            "rule": "PLAN-FINAL",
            "due_ordinary": "2026-02-18",
            "due_strict": "2026-02-17",
            "plan_for": "2026-02-17",
            "basis": "SEND Regulations 2014, reg 13(2)",
            "evidence": "T",
        }
    ]


@pytest.mark.parametrize(
    ("line", "rule", "error"),
    [
        ({"rule": "PLAN-FINALLY", "anchors": {"received": "2025-10-01"}}, "PLAN-FINALLY", "there is no rule"),
        ({"rule": "PLAN-FINAL", "anchors": {}}, "PLAN-FINAL", "'received', which was not given"),
        ({"rule": "PLAN-FINAL"}, "PLAN-FINAL", "'received', which was not given"),
        ({"rule": "PLAN-FINAL", "anchors": {"sent": "2025-10-01"}}, "PLAN-FINAL", "which was not given"),
        ({"rule": "PLAN-FINAL", "anchors": {"received": "01/10/2025"}}, "PLAN-FINAL", "is not a date"),
        ({"rule": "PLAN-FINAL", "anchors": {"received": "2025-02-29"}}, "PLAN-FINAL", "is not a date"),
        ({"rule": "PLAN-FINAL", "anchors": {"received": 20251001}}, "PLAN-FINAL", "is not a date"),
        ({"rule": "PLAN-FINAL", "anchors": {"received": None}}, "PLAN-FINAL", "which was not given"),
        ({"rule": "PLAN-FINAL", "anchors": {"received": ["2025-10-01"]}}, "PLAN-FINAL", "is not a date"),
        ({"rule": "PLAN-DRAFT", "anchors": {"received": "2025-10-01"}}, "PLAN-DRAFT", "no fixed period"),
        ({"rule": "YP-START", "anchors": {"born": "9999-01-01"}}, "YP-START", "outside the calendar"),
        ({"rule": "REV-INVITE", "anchors": {"meeting": "0001-01-05"}}, "REV-INVITE", "outside the calendar"),
        ({"rule": "PLAN-FINAL", "anchors": {"received": "9999-12-01"}}, "PLAN-FINAL", "outside the calendar"),
        ({"rule": "PLAN-FINAL", "anchors": ["2025-10-01"]}, "PLAN-FINAL", "anchors is not a JSON object"),
        ({"rule": "PLAN-FINAL", "anchors": {"received": "2025-10-01"}, "school_days": 5}, "PLAN-FINAL", "not a list"),
        ({"rule": 5, "anchors": {}}, None, "no rule was named"),
        ({"anchors": {}}, None, "no rule was named"),
        ([1, 2], None, "not a JSON object"),
        ("7", None, "not a JSON object"),
        ("nonsense", None, "not JSON"),
        ("[" * 100_000, None, "not JSON"),
    ],
)
def test_a_bad_line_is_answered_in_words_and_the_command_goes_on(line, rule, error):
    code, answers = due(line, {"rule": "NOPLAN", "anchors": {"received": "2026-08-24"}})
    assert code == 1
    assert answers[0]["rule"] == rule
    assert error in answers[0]["error"]
    assert answers[1]["due_strict"] == "2026-12-13"


def test_blank_lines_are_skipped_and_order_is_kept():
    asked = [{"rule": "PLAN-FINAL", "anchors": {"received": f"2026-01-{day:02}"}} for day in range(1, 29)]
    code, answers = due("", *asked[:10], "   ", *asked[10:], "")
    assert code == 0
    assert [answer["due_ordinary"] for answer in answers] == sorted(answer["due_ordinary"] for answer in answers)
    assert len(answers) == 28


def test_bytes_that_are_no_text_are_a_bad_line():
    done = subprocess.run([sys.executable, *BARE, "due"], input=b"\xff\xfe\n", capture_output=True, check=False)
    assert done.returncode == 1
    assert json.loads(done.stdout)["rule"] is None


def test_rules_as_json_have_exactly_the_keys_of_the_contract():
    done = run("rules", "--json")
    rules = json.loads(done.stdout)
    assert done.returncode == 0
    assert all(set(rule) == KEYS for rule in rules)
    final = next(rule for rule in rules if rule["code"] == "PLAN-FINAL")
    assert (final["anchor"], final["length"], final["unit"], final["counted"]) == ("received", 20, "weeks", "of")
    assert (final["kind"], final["evidence"], final["in_force_from"]) == ("L", "T", "2014-09-01")
    assert final["in_force_to"] is None


def test_rules_to_read():
    done = run("rules")
    assert done.returncode == 0
    assert "PLAN-FINAL (Plan)" in done.stdout


def test_explain():
    done = run("explain", "PLAN-FINAL", "received=2026-08-24")
    assert done.returncode == 0
    assert "Day 140 is Sunday 10 January 2027, the strict count." in done.stdout
    assert "Last day, ordinary count: Monday 11 January 2027 (2027-01-11)" in done.stdout


def test_explain_a_duty_without_a_day():
    done = run("explain", "PLAN-DRAFT")
    assert done.returncode == 0
    assert "How soon: no statutory day" in done.stdout


def test_explain_a_rule_of_school_days():
    done = run(
        "explain",
        "EXC-D6-PEX",
        "first_day=2025-10-01",
        "school_days=" + ",".join(f"2025-10-0{n}" for n in (1, 2, 3, 6, 7, 8)),
    )
    assert done.returncode == 0
    assert "Day 6 is Wednesday 8 October 2025. Both counts agree." in done.stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("NO-SUCH", "received=2026-08-24"), "there is no rule 'NO-SUCH'"),
        (("PLAN-FINAL",), "'received', which was not given"),
        (("PLAN-FINAL", "received=soon"), "is not a date"),
        (("PLAN-FINAL", "arrived=2026-08-24"), "'arrived' is not an anchor"),
        (("PLAN-FINAL", "received=9999-12-31"), "outside the calendar"),
    ],
)
def test_explain_refuses_in_words(words, says):
    done = run("explain", *words)
    assert done.returncode == 1
    assert says in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("words", [(), ("du",), ("due", "now"), ("explain",)])
def test_a_command_not_understood_shows_how(words):
    done = run(*words)
    assert done.returncode == 2
    assert "python -m statute explain" in done.stderr
