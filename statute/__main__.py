"""The clock as a command: ``rules [--json]``, ``due``, ``explain CODE anchor=DATE``."""

import json
import sys
from datetime import date

from statute import explain, rules
from statute.counting import CannotCount
from statute.due import ANCHORS, Unanswerable, answers, iso_day, known
from statute.duty import Anchor
from statute.timetable import TIMETABLE

USAGE = """usage:
  python -m statute explain CODE anchor=DATE [anchor=DATE] [school_days=DATE,DATE,...]
  python -m statute rules [--json]
  python -m statute due < cases.jsonl > answers.jsonl"""


def main(words: list[str]) -> int:
    """Do what was asked; 0 for done, 1 for something that could not be answered, 2 for a command not understood."""
    if words == ["due"]:
        return _due()
    if words in (["rules"], ["rules", "--json"]):
        return _rules(as_json=len(words) == 2)
    if len(words) >= 2 and words[0] == "explain":
        return _explain(words[1], words[2:])
    print(USAGE, file=sys.stderr)
    return 0 if words in (["--help"], ["-h"], ["help"]) else 2


def _due() -> int:
    failed = False
    write, dumps = sys.stdout.write, json.JSONEncoder().encode
    for found in answers(sys.stdin.buffer):
        failed = failed or "error" in found
        write(dumps(found) + "\n")
    return int(failed)


def _rules(as_json: bool) -> int:
    if as_json:
        json.dump([rules.row(rule) for rule in TIMETABLE], sys.stdout, indent=1)
        print()
    else:
        print("\n".join(rules.in_words(rule) for rule in TIMETABLE))
    return 0


def _explain(code: str, given: list[str]) -> int:
    try:
        anchors, school_days = _read(given)
        rule = known(code, min(anchors.values(), default=None))
        dated = rule.limits and explain.in_words(explain.explained(rule, anchors, school_days))
        print(dated or explain.undated_in_words(rule))
    except (Unanswerable, CannotCount) as why:
        print(f"{code}: {why}", file=sys.stderr)
        return 1
    return 0


def _read(given: list[str]) -> tuple[dict[Anchor, date], list[date]]:
    anchors: dict[Anchor, date] = {}
    school_days: list[date] = []
    for each in given:
        name, _, value = each.partition("=")
        if name == "school_days":
            school_days = sorted(iso_day(day, name) for day in value.split(","))
        elif name in ANCHORS:
            anchors[ANCHORS[name]] = iso_day(value, name)
        else:
            raise Unanswerable(f"'{name}' is not an anchor; these are: {', '.join(ANCHORS)}")
    return anchors, school_days


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
