"""Why this date? What started it, the sum, the law, and what could excuse it, in words for an officer or a family."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from statute import sums
from statute.ambiguities import REGISTER
from statute.calendar import caution
from statute.counting import MissingAnchor, NoFixedPeriod, count, dates_of
from statute.dates import Dates
from statute.duty import Anchor, Calendar, Counted, Duty, EarlierOf
from statute.exceptions import NOT_EXCUSES, Ground
from statute.periods import Days, Weeks
from statute.timetable import duty
from statute.words import happened, listed, long

FORWARD = (Counted.OF, Counted.FROM, Counted.AFTER, Counted.BEGINNING_WITH, Counted.AT_LEAST_BEGINNING_WITH)


@dataclass(frozen=True, slots=True)
class Why:
    """Everything the *Why this date?* panel says."""

    code: str
    process: str
    what: str
    who: str
    whom: str
    started: str
    sum: str
    ordinary: date
    strict: date
    plan_for: date
    work_to: str
    basis: str
    evidence_words: str
    excuses: tuple[str, ...]
    excuse_basis: str
    not_excuses: tuple[str, ...]
    open_questions: tuple[str, ...]
    next_step: str
    note: str
    version: str
    caution: str
    not_before: date | None


def why(
    code: str,
    anchor: date,
    more: Mapping[Anchor, date] | None = None,
    school_days: Sequence[date] = (),
) -> Why:
    """Explain a date. ``anchor`` is the day the rule counts from; ``more`` holds any second day it needs."""
    rule = duty(code, min([anchor, *(more or {}).values()]))
    if rule.anchor is None:
        raise NoFixedPeriod(f"{code} has no fixed period: {rule.limit or 'the law names no day'}")
    anchors = {**(more or {}), rule.anchor: anchor}
    return explained(rule, anchors, school_days)


def explained(rule: Duty, anchors: Mapping[Anchor, date], school_days: Sequence[date] = ()) -> Why:
    """The same for a rule already found and every day it counts from."""
    dates = dates_of(rule, anchors, school_days)
    return Why(
        code=rule.code,
        process=rule.process,
        what=rule.what,
        who=rule.who,
        whom=rule.whom,
        started=_started(rule, anchors),
        sum=_sum(rule, anchors, school_days),
        ordinary=dates.ordinary,
        strict=dates.strict,
        plan_for=dates.plan_for,
        work_to=_work_to(dates),
        basis=rule.basis,
        evidence_words=rule.evidence.words,
        excuses=tuple(ground.words for ground in Ground if ground in rule.excused_by),
        excuse_basis=rule.excuse_basis,
        not_excuses=tuple(each.reason for each in NOT_EXCUSES) if rule.excused_by else (),
        open_questions=tuple(f"{name}: {REGISTER[name].conservative}" for name in rule.open_questions),
        next_step=rule.next_step,
        note=rule.note,
        version=rule.version,
        caution=caution(dates.ordinary),
        not_before=dates.not_before,
    )


def _started(rule: Duty, anchors: Mapping[Anchor, date]) -> str:
    if rule.anchor is None or rule.anchor not in anchors:
        raise MissingAnchor(f"{rule.code} counts from '{rule.anchor}', which was not given")
    in_days = isinstance(rule.period, (Days, Weeks)) and rule.calendar is Calendar.CIVIL
    first = " (day 1)" if in_days and rule.counted in FORWARD else ""

    return f"{rule.trigger}, {happened(rule.anchor)} {long(anchors[rule.anchor])}{first}"


def _sum(rule: Duty, anchors: Mapping[Anchor, date], school_days: Sequence[date]) -> str:
    said, ends = [], []
    for limit in rule.limits:
        if limit.anchor in anchors:
            start = anchors[limit.anchor]
            end = count(limit, start, rule.calendar, school_days)
            ends.append(end)
            said.append(_from(rule, start) + sums.one_limit(limit, rule.calendar, start, *end))
    pick = min if rule.joined is None or isinstance(rule.joined, EarlierOf) else max
    ordinary, strict = pick(end[0] for end in ends), pick(end[1] for end in ends)
    if len(ends) > 1:
        said.append(sums.chosen(rule, ordinary, strict))
    said += [sums.window(rule, ordinary), sums.moved(rule, ordinary)]
    return " ".join(filter(None, said))


def _from(rule: Duty, start: date) -> str:
    """Which of two first days a sum is about, where the sum does not say so itself."""
    return f"From {long(start)}: " if rule.joined and isinstance(rule.period, Weeks) else ""


def _work_to(dates: Dates) -> str:
    if dates.plan_for == dates.strict:
        return f"{long(dates.plan_for)}, a working day"
    return f"{long(dates.plan_for)}, the last working day on or before it"


def in_words(why: Why) -> str:
    """The whole panel as lines of text, for the command line."""
    lines = [
        f"{why.code}: {why.what}",
        f"  Owed by {_inside(why.who)} to {_inside(why.whom)}",
        f"  What started it: {why.started}",
        f"  The sum: {why.sum}",
        f"  Last day, ordinary count: {_both(why.ordinary)}",
        f"  Last day, strict count: {_both(why.strict)}",
        f"  The day we work to: {_both(why.plan_for)}",
    ]
    lines += [f"  Not before: {_both(why.not_before)}"] if why.not_before else []
    lines.append(f"  The law: {why.basis} ({why.evidence_words})")
    if why.excuses:
        lines.append(f"  What could excuse it: {why.excuse_basis}. An excuse never moves the date.")
        lines += [f"    - {each}" for each in why.excuses]
        lines.append(f"  These do not: {listed(list(why.not_excuses))}.")
    else:
        lines.append("  What could excuse it: nothing in the law.")
    lines += [f"  Open question {each}" for each in why.open_questions]
    lines += [f"  What follows: {why.next_step}"] if why.next_step else []
    lines += [f"  Note: {why.note}"] if why.note else []
    lines += [f"  Take care: {why.caution}"] if why.caution else []
    return "\n".join(lines)


def undated_in_words(rule: Duty) -> str:
    """The same for a duty to which the law gives no day."""
    lines = [
        f"{rule.code}: {rule.what}",
        f"  Owed by {_inside(rule.who)} to {_inside(rule.whom)}",
        f"  What starts it: {rule.trigger}",
        f"  How soon: {rule.limit}",
        f"  The law: {rule.basis} ({rule.evidence.words})",
    ]
    lines += [f"  What follows: {rule.next_step}"] if rule.next_step else []
    lines += [f"  Note: {rule.note}"] if rule.note else []
    return "\n".join(lines)


def _inside(name: str) -> str:
    """A name as it stands inside a sentence."""
    return name[0].lower() + name[1:]


def _both(day: date) -> str:
    return f"{long(day)} ({day.isoformat()})"
