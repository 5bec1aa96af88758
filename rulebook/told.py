"""A timetable as a page tells it, and as a calendar keeps it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from door.calendar_file import Dated
from door.words import ago, coming, long_date
from rulebook.words import not_verified, state_of_evidence
from statute.plain import owed
from statute.what_if import Found, Timetable


@dataclass(frozen=True)
class Told:
    """One rule of a timetable, with how far off it is."""

    found: Found
    far: str

    @property
    def owed(self) -> str:
        return owed(self.found.rule)

    @property
    def evidence_state(self) -> str:
        return state_of_evidence(self.found.rule)

    @property
    def not_verified(self) -> str:
        return not_verified(self.found.rule)


def told(result: Timetable, today: date) -> list[Told]:
    """Every rule that has its dates, in their order."""
    return [Told(each, coming(each.day, today) if each.day >= today else ago(each.day, today)) for each in result.found]


def events(result: Timetable, address_of: Callable[[str], str]) -> list[Dated]:
    """The same for a calendar file: one day a rule, the one to work to or the last of a window."""
    return [_event(each, address_of(each.rule.code)) for each in result.found]


def _event(each: Found, address: str) -> Dated:
    rule, why = each.rule, each.why
    title = f"{rule.what}: last day of the window" if each.is_window else f"Work to: {rule.what}"
    return Dated(
        uid=f"{rule.code}.{each.first.isoformat()}.{each.day.isoformat()}.what-if@sendpath",
        day=each.day,
        title=f"{title} ({rule.code})",
        text="\n".join(filter(None, _lines(each, why.sum))),
        url=address,
    )


def _lines(each: Found, the_sum: str) -> list[str]:
    rule, why = each.rule, each.why
    if why.not_before:
        days = [f"Nothing further before {long_date(why.not_before)}."]
    else:
        days = [
            f"Target (strict count): {long_date(why.strict)}.",
            f"Last day (ordinary count): {long_date(why.ordinary)}.",
        ]
    return [
        "Worked out from dates that somebody typed. It is not a deadline of a case.",
        f"Owed by {owed(rule)}.",
        *days,
        f"What started it: {why.started}.",
        the_sum,
        f"The law: {rule.basis} ({rule.evidence.words}).",
        not_verified(rule),
        *(f"Not settled: {question}" for question in why.open_questions),
        why.caution,
    ]
