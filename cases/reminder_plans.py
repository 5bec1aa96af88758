"""How early each duty is reminded of at an authority: its own choice, or the usual one for a duty of that length."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cases.ladder import Lead, usual
from cases.models import Deadline, ReminderPlan
from statute.explain import why
from statute.timetable import codes, duty


def leads_of(authority_id: str, deadlines: Iterable[Deadline]) -> dict[str, Lead]:
    """The reminders of some deadlines of one authority, by duty."""
    by_duty = {row.duty: usual(row.counted_from, row.due_strict) for row in deadlines}
    chosen = ReminderPlan.objects.filter(authority_id=authority_id, duty__in=by_duty)
    return by_duty | {plan.duty: as_lead(plan) for plan in chosen}


def as_lead(plan: ReminderPlan) -> Lead:
    """A kept choice, as the ladder reads it."""
    return Lead(plan.first, plan.nearing, plan.manager, plan.head, plan.again)


def chosen_everywhere() -> dict[tuple[str, str], Lead]:
    """Every authority's own choices, by authority and duty, for the watch's look at all of them."""
    return {(plan.authority_id, plan.duty): as_lead(plan) for plan in ReminderPlan.objects.all()}


@dataclass(frozen=True)
class Chosen:
    """How early an authority is reminded of one duty, beside what is usual for a duty this long."""

    code: str
    what: str
    usual: Lead
    own: Lead | None

    @property
    def lead(self) -> Lead:
        """What holds."""
        return self.own or self.usual


def plans_of(authority_id: str, on: date) -> list[Chosen]:
    """Every duty that can start, with its reminders at an authority; the usual are for one that starts on this day."""
    own = {plan.duty: as_lead(plan) for plan in ReminderPlan.objects.filter(authority_id=authority_id)}
    found = []
    for code in codes():
        rule = duty(code)
        if rule.starts:
            found.append(Chosen(code, rule.what, usual(on, why(code, on).strict), own.get(code)))
    return found
