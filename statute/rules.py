"""``python -m statute rules``: every rule, to read or as JSON."""

from datetime import date

from statute.duty import NOT_YET, UNDATED, Duty
from statute.periods import Length

Row = dict[str, str | int | None]


def row(rule: Duty) -> Row:
    """One rule as other systems read it."""
    period = rule.period
    return {
        "code": rule.code,
        "process": rule.process,
        "what": rule.what,
        "who": rule.who,
        "whom": rule.whom,
        "trigger": rule.trigger,
        "anchor": rule.anchor.value if rule.anchor else None,
        "length": period.number if isinstance(period, Length) else None,
        "unit": period.unit if period else None,
        "counted": rule.counted.value if rule.counted else None,
        "calendar": rule.calendar.value,
        "basis": rule.basis,
        "kind": rule.kind.value,
        "evidence": rule.evidence.value,
        "in_force_from": _day(rule.in_force_from),
        "in_force_to": _day(rule.in_force_to),
    }


def in_words(rule: Duty) -> str:
    """One rule as a person reads it."""
    when = f"{rule.period}, {rule.counted} '{rule.anchor}'" if rule.limits else rule.limit or "no period"
    if rule.joined:
        joined = rule.joined.limit
        which = type(rule.joined).__name__.removesuffix("Of").lower()
        when += f"; or {joined.period}, {joined.counted} '{joined.anchor}', whichever is {which}"
    since = {NOT_YET: "not in force", UNDATED: "no date"}.get(rule.in_force_from, f"in force from {rule.version}")
    until = f" to {rule.in_force_to}" if rule.in_force_to else ""
    return (
        f"{rule.code} ({rule.process})\n"
        f"  {rule.what}\n"
        f"  {rule.who} -> {rule.whom}\n"
        f"  {when}\n"
        f"  {rule.basis} [{rule.kind.value}; {rule.evidence.value}: {rule.evidence.words}], {since}{until}\n"
    )


def _day(day: date | None) -> str | None:
    return None if day is None or day in (NOT_YET, UNDATED) else day.isoformat()
