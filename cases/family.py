"""What families may see and do on the spine: their drafts, and where their case stands."""

from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from accounts.who import Who
from cases import drafts, sight
from cases.links import carer_of
from cases.models import Case, CaseGrant, Deadline, Draft, Involvement
from cases.secrecy import is_secret
from cases.secret_letters import open_to
from cases.sparing import may_post_link
from cases.words import Ended
from core import clock
from core.words import _
from people.models import Around, Carer
from people.words import Known, Relationship, Tie
from statute.periods import WorkingDays
from statute.timetable import duty
from statute.timetable.services import PROMISES

__all__ = [
    "ChildSeenByFamily", "Draft", "NextStep", "carer_of", "child_for", "drafts", "keeps_anything", "may_post_link",
    "my_cases", "next_steps", "step_of", "steps_by_case",
]  # fmt: skip

STEPS = {f"SERVICE-{days}-LOCAL": _("The service tells you whether it can help") for days in PROMISES} | {
    "TRIAGE-LOCAL": _("We tell you what happens next"),
    "LEAD-LOCAL": _("We name the person who brings everybody together, and tell you who it is"),
    "FIRST-CONTACT-LOCAL": _("The person who brings everybody together gets in touch with you"),
    "MAM-LOCAL": _("The first meeting of your family with everybody who helps {name}"),
    "SUPPORT-REVIEW-LOCAL": _("We look together with you at how the support for {name} goes"),
    "SETTLE-LOCAL": _("We read what you wrote and tell you what kind of request it is"),
    "EHCNA-DECIDE": _("We tell you whether we will assess {name}"),
    "ADV-RESP": _("Somebody from health gives us advice about {name}"),
    "ADV-RESP-OTHER": _("Somebody who knows {name} gives us advice"),
    "NOPLAN": _("If we find that {name} does not need a plan, we tell you"),
    "PLAN-FINAL": _("If {name} needs a plan, we send you the final plan"),
}
"""What each duty means to a family."""

OWN_STEPS = STEPS | {
    "MAM-LOCAL": _("Your first meeting with everybody who helps you"),
    "SUPPORT-REVIEW-LOCAL": _("We look together with you at how the support goes"),
    "EHCNA-DECIDE": _("We tell you whether we will assess you"),
    "ADV-RESP": _("Somebody from health gives us advice about you"),
    "ADV-RESP-OTHER": _("Somebody who knows you gives us advice"),
    "NOPLAN": _("If we find that you do not need a plan, we tell you"),
    "PLAN-FINAL": _("If you need a plan, we send you the final plan"),
}
"""The same, to a young person who asked for themselves."""


@dataclass(frozen=True)
class NextStep:
    """Something we owe the family, the one date they are given (the earliest reading), and the sum behind it."""

    words: str
    by: date
    counted_from: date
    period: str
    """How long the law, or our own promise, gives: "6 weeks"."""
    working_days: bool
    """Weekends and bank holidays do not count."""
    excused: bool = False
    """A reason in law is on record. The reason itself is not told: it may be somebody else's illness."""
    mean_to: date | None = None
    """Our own day for it, once it is excused. The date in law stays where it was."""
    in_hand_past: bool = False
    """Somebody has it in hand until a day after the one the family was given."""
    done_on: date | None = None
    over_on: date | None = None
    """It stopped being owed, without having been done."""

    @property
    def late(self) -> bool:
        """The day the family was given has passed, and with a reason the law allows our own day too."""
        if self.done_on or self.over_on:
            return False
        return self.by < clock.today() and not self.kept_to_ours

    @property
    def kept_to_ours(self) -> bool:
        """Excused, and our own day is still to come."""
        return self.excused and self.mean_to is not None and self.mean_to >= clock.today()

    @property
    def could_be_late(self) -> bool:
        """The day is still to come, and we know that we may not keep it."""
        ahead = self.by >= clock.today() and not (self.done_on or self.over_on)
        return ahead and (self.in_hand_past or (self.mean_to is not None and self.mean_to > self.by))


def step_of(row: Deadline, *, oneself: bool) -> NextStep:
    """What a deadline is to the family."""
    rule = duty(row.duty, row.counted_from)
    return NextStep(
        words=(OWN_STEPS if oneself else STEPS).get(row.duty, rule.what),
        by=row.due_strict,
        counted_from=row.counted_from,
        period=str(rule.period),
        working_days=isinstance(rule.period, WorkingDays),
        excused=row.excused_on is not None,
        mean_to=row.recover_by,
        in_hand_past=row.taken_up_until is not None and row.taken_up_until > row.due_strict,
        done_on=row.ended_on if row.ended_as == Ended.MET else None,
        over_on=row.ended_on if row.ended_as != Ended.MET else None,
    )


def next_steps(case: Case, *, oneself: bool) -> list[NextStep]:
    """What comes next on a case fetched for its family, soonest first. ``oneself``: told to the young person."""
    return steps_by_case([case], own={case.pk} if oneself else set())[case.pk]


def steps_by_case(cases: Iterable[Case], *, own: Container[UUID]) -> dict[UUID, list[NextStep]]:
    """What comes next on each of these cases, read in one go. ``own``: those the reader asked for themselves."""
    steps: dict[UUID, list[NextStep]] = defaultdict(list)
    open_ones = Deadline.objects.filter(case__in=cases, ended_on=None, duty__in=STEPS).order_by("due_strict")
    for row in open_ones:
        steps[row.case_id].append(step_of(row, oneself=row.case_id in own))
    return steps


def keeps_anything(who: Who, reference: str) -> bool:
    """Whether an address, a school or a person is kept from somebody about the child of a case of the signed-in family:
    what a service is called, or where a colleague works, can tell where. Raises Case.DoesNotExist for a stranger's."""
    return is_secret(sight.visible_to(who).get(reference=reference).pk)


def my_cases(who: Who) -> list[Case]:
    """The cases a signed-in parent may follow, newest first.

    First the few that name this person, so that it is as quick at a large authority; then who may see them.
    """
    involved = Involvement.objects.filter(person=who.person_id).values_list("case", flat=True)
    granted = CaseGrant.objects.filter(user=who.person_id).values_list("content_object", flat=True)
    cases = sight.visible_to(who, Case.objects.filter(pk__in=list(involved.union(granted))))
    return list(cases.select_related("child").order_by("-received_on", "-pk"))


@dataclass(frozen=True)
class ChildSeenByFamily:
    """What is known of a child, for the family: built up from nothing. No address, no school and nobody else's name or
    number is ever among it, so that none can be read here by whoever may not be told, or over a shoulder."""

    reference: str
    called: str
    oneself: bool
    full_name: str
    pronouns: str
    born_on: date
    languages: str
    interpreter: str
    communication: str
    own_name: str
    """The reader, as we know them; empty where we know nothing of them."""
    own_tie: str
    own_responsible: str
    own_email: str
    own_phone: str


def child_for(who: Who, reference: str) -> ChildSeenByFamily:
    """The child of a case of the signed-in family, from that case alone: what another record of the child says, its
    family was told, and not this one. Raises Case.DoesNotExist for a stranger's, as for none at all."""
    case = sight.visible_to(who).select_related("child").get(reference=reference)
    child = case.child
    mine = Carer.objects.filter(case_ref=case.pk, person=who.person_id).order_by("pk").first()
    alike = Q(person=who.person_id) | Q(carer__person=who.person_id)
    known = Around.objects.filter(alike, case_ref=case.pk, mistaken_at=None).order_by("pk").first()
    return ChildSeenByFamily(
        reference=case.reference,
        called=child.called,
        oneself=mine is not None and mine.relationship == Relationship.SELF,
        full_name=child.full_name,
        pronouns=child.pronouns,
        born_on=child.born_on,
        languages=open_to(who.person_id, case.pk, child.languages),
        interpreter="" if child.interpreter == Known.NOT_KNOWN else Known(child.interpreter).words,
        communication=open_to(who.person_id, case.pk, child.communication),
        own_name=(known and known.name) or (mine.name if mine else ""),
        own_tie=Tie(known.tie).words if known else Relationship(mine.relationship).words if mine else "",
        own_responsible=Known(known.responsible).words if known and known.responsible != Known.NOT_KNOWN else "",
        own_email=(known and known.email) or (mine.email if mine else ""),
        own_phone=(known and known.phone) or (mine.phone if mine else ""),
    )
