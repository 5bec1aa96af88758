"""What families may see and do on the spine: their drafts, and where their case stands."""

from dataclasses import dataclass
from datetime import date

from accounts.who import Who
from cases import access, drafts
from cases.links import carer_of
from cases.models import Case, Deadline, Draft
from core.words import _

__all__ = ["Draft", "NextStep", "carer_of", "drafts", "my_cases", "next_steps"]

STEPS = {
    "TRIAGE-LOCAL": _("We tell you what happens next"),
    "SETTLE-LOCAL": _("We read what you wrote and tell you what kind of request it is"),
    "EHCNA-DECIDE": _("We tell you whether we will assess {name}"),
    "NOPLAN": _("If we find that {name} does not need a plan, we tell you"),
    "PLAN-FINAL": _("If {name} needs a plan, you have the final plan"),
}
"""What each duty means to a family."""


@dataclass(frozen=True)
class NextStep:
    """Something we owe the family, and the one date they are given: the earliest reading."""

    words: str
    by: date


def next_steps(case: Case) -> list[NextStep]:
    """What comes next on a case fetched for its family, soonest first."""
    open_ones = Deadline.objects.filter(case=case, met_on=None, duty__in=STEPS).order_by("due_strict")
    return [NextStep(STEPS[row.duty], row.due_strict) for row in open_ones]


def my_cases(who: Who) -> list[Case]:
    """The cases a signed-in parent may follow, newest first."""
    return list(access.visible_to(who).select_related("child").order_by("-received_on", "-pk"))
