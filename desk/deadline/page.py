"""Why this date? The answer, the sum, the law, what could excuse it, and what became of it."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.shortcuts import render

from accounts.roles import CASE_STAFF
from cases import powers
from cases.one_deadline import excuses_of, may_read_excuses, started_by, steps_of
from cases.standing_by import owner_of
from core.events import Event
from desk.deadline.forms import TakeUp
from desk.deadline.found import Found, found
from documents.selectors import documents_of
from door.page import page
from statute import sheet
from statute.ambiguities import REGISTER
from statute.calendar import last_working_day_on_or_before
from statute.evidence import Kind
from statute.exceptions import NOT_EXCUSES, Ground
from statute.more_time import ALWAYS, ENOUGH_DAYS, least_days, more_time
from statute.plain import how_long
from statute.timetable import duty

NEAR = timedelta(weeks=2)
"""From here on somebody may say that they have it in hand."""
DRAFT_COMES_BEFORE = "PLAN-FINAL"
"""The duty that more time for a family eats into."""


@dataclass(frozen=True)
class Box:
    """One of the three dates, or two of them that fall together."""

    state: str
    on: date
    words: str


@page(roles=CASE_STAFF)
def why(request, reference, key):
    """One deadline and everything behind its date."""
    return show(request, found(request.who, reference, key, page="why this date"))


def show(request, one: Found, *, form: TakeUp | None = None, refused: tuple[str, ...] = (), status: int = 200):
    """The page; with the form filled in again where it was refused."""
    row = one.deadline
    rule = duty(row.duty, row.counted_from)
    may_read = may_read_excuses(request.who, one.case)
    excuses = excuses_of(request.who, row) if may_read else []
    evidence = {each.evidence_file for each in excuses}
    may_put = powers.may_do(request.who, Event.EXCUSE_PROPOSED)
    standing = next((each for each in excuses if each.waits or each.stands), None)
    return render(
        request,
        "desk/deadline/page.html",
        one.context()
        | {
            "boxes": boxes(one),
            "passed": None if row.ended_on else sheet.passed(rule, row.counted_from, row.due_strict, one.today),
            "weeks": sheet.weeks(rule, row.counted_from, row.due_strict, one.today),
            "calendar": sheet.around(row.counted_from, one.dates, one.today),
            "version_since": None if row.rule_version == "undated" else date.fromisoformat(row.rule_version),
            "how_long": how_long(rule),
            "is_law": rule.kind is not Kind.PRACTICE,
            "questions": [(name, REGISTER[name]) for name in rule.open_questions],
            "started": started_by(row),
            "grounds": [ground for ground in Ground if ground in rule.excused_by],
            "not_excuses": NOT_EXCUSES if rule.excused_by else (),
            "may_read_excuses": may_read,
            "excuses": excuses,
            "standing": standing,
            "evidence": {file.pk: file for file in documents_of(request.who, one.case) if file.pk in evidence},
            "may_put": may_put and not row.ended_on and standing is None and bool(rule.excused_by),
            "may_answer": powers.may_do(request.who, Event.EXCUSE_APPROVED),
            "more": _more_time(one),
            "owner": owner_of(row.authority_id, row.case_id, one.today),
            "may_name_owner": powers.may_do(request.who, Event.OWNER_NAMED),
            "steps": steps_of(row),
            "form": form or TakeUp(),
            "may_take_up": not row.ended_on and one.today >= row.plan_for - NEAR,
            "refused": refused,
            "title_error": bool(refused),
            "tab": "deadline",
        },
        status=status,
    )


def boxes(one: Found) -> list[Box]:
    """The dates in plain words; those that fall on one day said once."""
    row, law = one.deadline, duty(one.deadline.duty, one.deadline.counted_from).kind is not Kind.PRACTICE
    after = "After this it is a breach" if law else "After this it is late"
    if row.plan_for == row.due_ordinary:
        words = f"The day we work to, the date families are given, and the last day: every count agrees. {after}"
        return [Box("today", row.due_strict, words)]
    found = []
    if row.plan_for < row.due_strict:
        found.append(Box("ok", row.plan_for, "The day we work to: the last working day on or before the target"))
    also = "" if row.plan_for < row.due_strict else "and the day we work to"
    target = f"Target {also}, strict count. This is the date families are given".replace(" ,", ",")
    if row.due_strict == row.due_ordinary:
        return [*found, Box("today", row.due_strict, f"{target}, and the last day: both counts agree. {after}")]
    last = Box("late", row.due_ordinary, f"Last day, ordinary count: the first day is not counted. {after}")
    return [*found, Box("today", row.due_strict, f"{target}: the first day is day 1"), last]


def _more_time(one: Found) -> dict | None:
    """What more time for the family would leave, from the latest day that leaves time to consult one more school."""
    row = one.deadline
    if row.duty != DRAFT_COMES_BEFORE or row.ended_on or row.due_strict <= one.today:
        return None
    latest = row.due_strict - timedelta(days=least_days() - 1 + ENOUGH_DAYS)
    served = max(one.today, last_working_day_on_or_before(latest))
    return {
        "served": served,
        "days": least_days(),
        "options": more_time(served, least_days(), row.due_strict),
        "always": ALWAYS,
        "enough": ENOUGH_DAYS,
    }
