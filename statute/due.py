"""``python -m statute due``: one question a line in, one answer a line out, in the same order."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import cast

from statute.counting import CannotCount, dates_of
from statute.duty import Anchor, Duty
from statute.timetable import duty

Answer = dict[str, str | None]
ANCHORS = {str(anchor): anchor for anchor in Anchor}


class Unanswerable(ValueError):
    """A line that cannot be answered, and why."""


def answers(lines: Iterable[bytes]) -> Iterator[Answer]:
    """An answer or an error for every line that is not blank."""
    for line in lines:
        if line.strip():
            yield answer(line)


def answer(line: bytes | str) -> Answer:
    """The answer to one line, or what is wrong with it."""
    rule: str | None = None
    try:
        asked = _read(line)
        if isinstance(named := asked.get("rule"), str):
            rule = named
        return _due(asked)
    except (Unanswerable, CannotCount) as why:
        return {"rule": rule, "error": str(why)}


def _read(line: bytes | str) -> dict[str, object]:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as why:
        raise Unanswerable("the line is not JSON") from why
    if not isinstance(asked, dict):
        raise Unanswerable("the line is not a JSON object")
    return cast(dict[str, object], asked)


def _due(asked: dict[str, object]) -> Answer:
    code = asked.get("rule")
    if not isinstance(code, str):
        raise Unanswerable("no rule was named")
    known(code)
    anchors = _anchors(asked.get("anchors", {}))
    rule = known(code, min(anchors.values(), default=None))
    dates = dates_of(rule, anchors, _school_days(asked.get("school_days")))
    found: Answer = {
        "rule": code,
        "due_ordinary": dates.ordinary.isoformat(),
        "due_strict": dates.strict.isoformat(),
        "plan_for": dates.plan_for.isoformat(),
        "basis": rule.basis,
        "evidence": rule.evidence.value,
    }
    if dates.not_before:
        found["not_before"] = dates.not_before.isoformat()
    return found


def known(code: str, on: date | None = None) -> Duty:
    """The rule, or a plain refusal."""
    try:
        return duty(code, on)
    except KeyError:
        raise Unanswerable(f"there is no rule '{code}'") from None


def _anchors(given: object) -> dict[Anchor, date]:
    if not isinstance(given, dict):
        raise Unanswerable("anchors is not a JSON object")
    known_days = {name: day for name, day in given.items() if name in ANCHORS and day is not None}
    return {ANCHORS[name]: iso_day(day, f"anchor '{name}'") for name, day in known_days.items()}


def _school_days(given: object) -> list[date]:
    if given is None:
        return []
    if not isinstance(given, list):
        raise Unanswerable("school_days is not a list")
    return sorted({iso_day(day, "school_days") for day in given})


def iso_day(given: object, where: str) -> date:
    """A date as ISO 8601 writes it, or a plain refusal."""
    try:
        if isinstance(given, str):
            return date.fromisoformat(given)
    except ValueError:
        pass
    raise Unanswerable(f"{where}: {json.dumps(given)[:40]} is not a date; write it as 2026-11-23")
