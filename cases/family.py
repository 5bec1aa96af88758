"""What families may see and do on the spine: their drafts, and where their case stands."""

from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from accounts.who import Who
from cases import access, drafts
from cases.links import carer_of
from cases.models import Case, CaseGrant, Deadline, Draft, Involvement
from cases.sparing import may_post_link
from core.words import _

__all__ = ["Draft", "NextStep", "carer_of", "drafts", "may_post_link", "my_cases", "next_steps", "steps_by_case"]

STEPS = {
    "TRIAGE-LOCAL": _("We tell you what happens next"),
    "SETTLE-LOCAL": _("We read what you wrote and tell you what kind of request it is"),
    "EHCNA-DECIDE": _("We tell you whether we will assess {name}"),
    "NOPLAN": _("If we find that {name} does not need a plan, we tell you"),
    "PLAN-FINAL": _("If {name} needs a plan, we send you the final plan"),
}
"""What each duty means to a family."""

OWN_STEPS = STEPS | {
    "EHCNA-DECIDE": _("We tell you whether we will assess you"),
    "NOPLAN": _("If we find that you do not need a plan, we tell you"),
    "PLAN-FINAL": _("If you need a plan, we send you the final plan"),
}
"""The same, to a young person who asked for themselves."""


@dataclass(frozen=True)
class NextStep:
    """Something we owe the family, and the one date they are given: the earliest reading."""

    words: str
    by: date


def next_steps(case: Case, *, oneself: bool) -> list[NextStep]:
    """What comes next on a case fetched for its family, soonest first. ``oneself``: told to the young person."""
    return steps_by_case([case], own={case.pk} if oneself else set())[case.pk]


def steps_by_case(cases: Iterable[Case], *, own: Container[UUID]) -> dict[UUID, list[NextStep]]:
    """What comes next on each of these cases, read in one go. ``own``: those the reader asked for themselves."""
    steps: dict[UUID, list[NextStep]] = defaultdict(list)
    open_ones = Deadline.objects.filter(case__in=cases, ended_on=None, duty__in=STEPS).order_by("due_strict")
    for row in open_ones:
        words = OWN_STEPS if row.case_id in own else STEPS
        steps[row.case_id].append(NextStep(words[row.duty], row.due_strict))
    return steps


def my_cases(who: Who) -> list[Case]:
    """The cases a signed-in parent may follow, newest first.

    First the few that name this person, so that it is as quick at a large authority; then who may see them.
    """
    involved = Involvement.objects.filter(person=who.person_id).values_list("case", flat=True)
    granted = CaseGrant.objects.filter(user=who.person_id).values_list("content_object", flat=True)
    cases = access.visible_to(who, Case.objects.filter(pk__in=list(involved.union(granted))))
    return list(cases.select_related("child").order_by("-received_on", "-pk"))
