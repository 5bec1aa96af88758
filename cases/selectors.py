"""Reading the spine. The first argument is always who asks."""

from dataclasses import dataclass
from datetime import date

from accounts.who import Who
from cases import access
from cases.models import Case, Deadline
from cases.words import Part
from core import clock
from core.refusals import NotAllowed
from door.words import day_month, distance, urgency
from statute.explain import Why, why


@dataclass(frozen=True)
class DeadlineSeen:
    """A deadline with its reason, for a page."""

    duty: str
    what: str
    plan_for: date
    due_strict: date
    due_ordinary: date
    met_on: date | None
    why: Why

    @property
    def far(self) -> str:
        """How far off it is: late only once the ordinary date has passed."""
        return distance(self.plan_for, clock.today(), self.due_ordinary)

    @property
    def state(self) -> str:
        """Its colour, the second signal."""
        return urgency(self.plan_for, clock.today(), self.due_ordinary)

    @property
    def line(self) -> str:
        """The day to work to, and the strict one where that is another."""
        if self.plan_for == self.due_strict:
            return day_month(self.plan_for)
        return f"Work to {day_month(self.plan_for)}; target {day_month(self.due_strict)}"


def case_called(who: Who, reference: str, *, part: Part = Part.CORE) -> Case:
    """The case of this reference, if ``who`` may see that part of it. Otherwise as if it did not exist."""
    case = access.visible_to(who).select_related("child", "authority").get(reference=reference)
    if part not in access.parts_open_to(who, case):
        raise NotAllowed("a part not open to them")
    return case


def deadlines_of(case: Case, *, open_only: bool = False) -> list[DeadlineSeen]:
    """The deadlines of a case, nearest first, each with its reason. The case was fetched for its reader."""
    rows = Deadline.objects.filter(case=case).order_by("met_on", "plan_for", "duty")
    if open_only:
        rows = rows.filter(met_on=None)
    return [
        DeadlineSeen(
            duty=row.duty,
            what=(reason := why(row.duty, row.counted_from)).what,
            plan_for=row.plan_for,
            due_strict=row.due_strict,
            due_ordinary=row.due_ordinary,
            met_on=row.met_on,
            why=reason,
        )
        for row in rows
    ]
