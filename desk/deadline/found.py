"""The deadline an address names, with its case, and what every page about it shows."""

from dataclasses import dataclass
from datetime import date

from accounts.who import Who
from cases.headings import heading
from cases.models import Case, Deadline
from cases.one_deadline import deadline_called
from cases.selectors import DeadlineSeen, case_called, deadline_seen
from core import clock
from door.words import distance, long_date
from ledger import looking
from referrals.selectors import referral_seen
from statute.dates import Dates


@dataclass(frozen=True)
class Found:
    """One deadline as its pages know it."""

    case: Case
    deadline: Deadline
    seen: DeadlineSeen
    referral: object
    today: date

    @property
    def name(self) -> str:
        return self.case.child.called

    @property
    def heading(self) -> str:
        """What is to be done, about this child."""
        return heading(self.deadline.duty, self.seen.what, self.name)

    @property
    def answer(self) -> str:
        """The date and how far off it is, or what became of it."""
        day = long_date(self.deadline.due_strict)
        if self.seen.ended:
            return f"{day} ({self.seen.ended.lower()})"
        if self.seen.excused_on:
            return f"{day} (excused)"
        return f"{day} ({distance(self.deadline.due_strict, self.today, self.deadline.due_ordinary)})"

    @property
    def dates(self) -> Dates:
        return Dates(self.deadline.due_ordinary, self.deadline.due_strict, self.deadline.plan_for)

    def context(self) -> dict:
        """What the frame of each page needs."""
        return {
            "case": self.case,
            "referral": self.referral,
            "row": self.seen,
            "deadline": self.deadline,
            "heading": self.heading,
            "answer": self.answer,
        }


def found(who: Who, reference: str, key, *, page: str) -> Found:
    """The deadline, if its case is the reader's to see; opening it is recorded. Otherwise as if it did not exist."""
    case = case_called(who, reference)
    deadline = deadline_called(case, key)
    looking.note(authority=case.authority_id, case_ref=case.pk, actor_ref=who.ref, page=page)
    return Found(case, deadline, deadline_seen(deadline), referral_seen(who, case), clock.today())
