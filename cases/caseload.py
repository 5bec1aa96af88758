"""Keeps the worklists, in the act's own transaction."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.db.models.functions import Coalesce

from cases.models import Case, Caseload, Deadline, Involvement, Task
from cases.words import Capacity

THEIR_OWN = (Capacity.OWNER, Capacity.LEAD)
"""Who has a case on a list of their own: who answers for its deadlines, and who leads, who owes most of them."""
BY_THEIR_TASKS = (Capacity.TASKED, Capacity.SOCIAL_CARE)


class Next(NamedTuple):
    """What a case needs first."""

    next_on: date
    last_on: date
    next_duty: str


class Holder(NamedTuple):
    """Whose list: a team's, or a person's."""

    team: UUID | None
    person: UUID | None


def keep(case: Case) -> None:
    """Writes the rows this case should have, and takes away those it should not."""
    holders = set(holders_of(case))
    kept = {Holder(row.team_id, row.person_id): row for row in Caseload.objects.filter(case=case)}
    if gone := [row.pk for holder, row in kept.items() if holder not in holders]:
        Caseload.objects.filter(pk__in=gone).delete()
    if not holders:
        return
    first = next_of(case)
    Caseload.objects.bulk_create(
        [
            Caseload(
                authority_id=case.authority_id,
                case=case,
                team_id=team,
                person_id=person,
                received_on=case.received_on,
                **first._asdict(),
            )
            for team, person in holders
        ],
        update_conflicts=True,
        unique_fields=["authority", "team", "person", "case"],
        update_fields=["next_on", "last_on", "next_duty", "received_on"],
    )


def next_of(case: Case) -> Next:
    """The earliest thing owed on a case; its day of receipt while nothing is. What was given to a team or a person as a
    task stands among their tasks, and here only while nothing else is owed."""
    owed = (
        Deadline.objects.filter(case=case, ended_on=None)
        .annotate(work_to=Coalesce("recover_by", "plan_for"), last=Coalesce("recover_by", "due_ordinary"))
        .annotate(is_a_task=Exists(Task.objects.filter(pk=OuterRef("about"))))
        .order_by("is_a_task", "work_to", "duty")
        .values_list("work_to", "last", "duty")
    )
    return Next(*(owed.first() or (case.received_on, case.received_on, "")))


def holders_of(case: Case) -> list[Holder]:
    """On whose lists a case stands. A joined case stays on them: its own request still waits. Who only has something to
    do on it finds that among their tasks, and not what others owe."""
    involved = Involvement.objects.filter(case=case, until=None).exclude(capacity__in=BY_THEIR_TASKS)
    involved = involved.values_list("team", "person", "capacity")
    return [Holder(team, person) for team, person, capacity in involved if team is not None or capacity in THEIR_OWN]
