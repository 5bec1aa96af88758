"""Reading the spine. The first argument is always who asks."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from uuid import UUID

from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext

from accounts.who import Who
from cases import sight
from cases.models import Case, Caseload, Deadline
from cases.outcomes import became
from cases.words import Ended, Part
from core import clock
from door.words import day_month, distance, urgency
from statute.explain import Why, why
from statute.timetable import duty


@dataclass(frozen=True)
class DeadlineSeen:
    """A deadline with its reason, for a page."""

    key: UUID
    duty: str
    reference: str
    what: str
    plan_for: date
    due_strict: date
    due_ordinary: date
    ended_on: date | None
    ended_as: str
    excused_on: date | None
    recover_by: date | None
    taken_up_until: date | None
    why: Why

    @property
    def ended(self) -> str:
        """How it stopped being owed, in words; empty while it is."""
        return str(Ended(self.ended_as).words) if self.ended_as else ""

    @property
    def was_late(self) -> bool:
        """Done, and after its last day."""
        return self.ended_as == Ended.MET and self.ended_on is not None and self.ended_on > self.due_ordinary

    @property
    def outcome(self) -> str:
        """What became of it beside what was expected, in a sentence; empty while it is owed."""
        return became(self.ended_as, self.ended_on, self.due_ordinary) if self.ended_on else ""

    @property
    def far(self) -> str:
        """How far off it is: late only once the ordinary date has passed, and then not if it is excused."""
        return gettext("Excused") if self._is_excused else distance(self.plan_for, clock.today(), self.due_ordinary)

    @property
    def state(self) -> str:
        """Its colour, the second signal."""
        return "quiet" if self._is_excused else urgency(self.plan_for, clock.today(), self.due_ordinary)

    @property
    def _is_excused(self) -> bool:
        return self.excused_on is not None and clock.today() > self.due_ordinary

    @property
    def line(self) -> str:
        """The day to work to, and the strict one where that is another."""
        if self.plan_for == self.due_strict:
            return day_month(self.plan_for)
        return f"Work to {day_month(self.plan_for)}; target {day_month(self.due_strict)}"


def case_called(who: Who, reference: str, *, part: Part = Part.CORE) -> Case:
    """The case of this reference, if ``who`` may see that part of it. Otherwise as if it did not exist."""
    case = sight.visible_to(who).select_related("child", "authority").get(reference=reference)
    if part is not Part.CORE:  # which is open to whoever may see the case
        sight.require_part(who, case, part)
    return case


def records_of(who: Who, case: Case) -> list[Case]:
    """Every record of the same child that ``who`` may see: the child's own first, then those joined to it."""
    own = case.merged_into_id or case.pk
    same_child = sight.visible_to(who).filter(Q(pk=own) | Q(merged_into=own)).select_related("child")
    return sorted(same_child, key=lambda record: (record.pk != own, record.received_on, record.pk))


def deadlines_of(
    cases: Iterable[UUID], *, open_only: bool = False, but_of: Collection[UUID] = ()
) -> list[DeadlineSeen]:
    """The deadlines of a child's records, what is owed first, each with its reason, save those of the tasks ``but_of``.
    The records were fetched for their reader."""
    open_first = F("ended_on").asc(nulls_first=True)
    rows = Deadline.objects.filter(case__in=list(cases)).select_related("case").order_by(open_first, "plan_for", "duty")
    if open_only:
        rows = rows.filter(ended_on=None)
    return [deadline_seen(row) for row in rows if row.about not in but_of]


def deadline_seen(row: Deadline) -> DeadlineSeen:
    """One deadline, fetched with its case, with its reason."""
    reason = why(row.duty, row.counted_from)
    return DeadlineSeen(
        key=row.pk,
        duty=row.duty,
        reference=row.case.reference,
        what=reason.what,
        plan_for=row.plan_for,
        due_strict=row.due_strict,
        due_ordinary=row.due_ordinary,
        ended_on=row.ended_on,
        ended_as=row.ended_as,
        excused_on=row.excused_on,
        recover_by=row.recover_by,
        taken_up_until=row.taken_up_until,
        why=reason,
    )


@dataclass(frozen=True)
class Owed:
    """An open deadline for a list outside our pages: no child, and nobody's name."""

    uid: str
    what: str
    reference: str
    day: date
    due_strict: date
    due_ordinary: date
    basis: str
    excused: bool


def open_deadlines_of(who: Who, most: int) -> list[Owed]:
    """What is still owed on the cases of ``who``'s teams and on those they answer for, among what they may see today,
    nearest first and no more than ``most``. The lists say which cases are nearest: the first ``most`` of each hold
    the first ``most`` deadlines."""
    here = Caseload.objects.filter(authority_id=who.authority_id).exclude(next_duty="")
    lists = (here.filter(team__in=who.teams), here.filter(person=who.person_id))
    nearest = {
        key
        for one in lists
        for key in one.order_by("next_on", "received_on", "case").values_list("case_id", flat=True)[:most]
    }
    rows = (
        Deadline.objects.filter(authority_id=who.authority_id, ended_on=None)
        .filter(case__in=sight.visible_to(who).filter(pk__in=nearest))
        .select_related("case")
        .annotate(day=Coalesce("recover_by", "plan_for"))
        .order_by("day", "duty", "pk")[:most]
    )
    return [
        Owed(
            uid=sha256(f"{row.case_id} {row.duty} {row.about}".encode()).hexdigest()[:40],
            what=(rule := duty(row.duty, row.counted_from)).what,
            reference=row.case.reference,
            day=row.day,
            due_strict=row.due_strict,
            due_ordinary=row.due_ordinary,
            basis=rule.basis,
            excused=row.excused_on is not None,
        )
        for row in rows
    ]
