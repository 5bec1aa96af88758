"""Whose work a task is: the team of its kind where the child lives, another of its kind, or else the Bridge."""

from accounts.models import Locality, Team
from accounts.places import district_of
from accounts.selectors import bridge_of
from accounts.standing import lasting
from cases.models import Case, Task
from cases.task_kinds import TaskKind, TaskState
from core import clock

KINDS = {
    TaskKind.EMS_RECORD: (Team.Kind.LOCALITY,),
    TaskKind.FAMILY_ASSESSMENT: (Team.Kind.CAF,),
    TaskKind.CAFA: (Team.Kind.SAFEGUARDING, Team.Kind.CARE),
}
"""The first kind that a council has. Everything else is the Bridge's."""


def team_with(kind: TaskKind, case: Case) -> Team:
    """The team that has such a task now, or else the one it would fall to: a family may have moved meanwhile."""
    row = Task.objects.filter(case=case, kind=kind, state=TaskState.OPEN, team__isnull=False).first()
    return row.team if row and row.team else team_for(kind, case)


def team_for(kind: TaskKind, case: Case) -> Team:
    """The team that a task of this kind falls to: of the child's locality, else one that works everywhere, else any.
    Where none is set up, the Bridge, so that nobody overlooks it."""
    today, district = clock.today(), district_of(case.child.home_postcode)
    areas = Locality.objects.filter(lasting(today), authority_id=case.authority_id)
    near = {area.pk for area in areas if district and district in area.districts}
    kinds = KINDS.get(kind, ())
    teams = Team.objects.filter(authority_id=case.authority_id, kind__in=kinds).order_by("name")
    here = [team for team in teams if (team.since or today) <= today <= (team.until or today)]
    return min(
        here,
        key=lambda team: (team.locality_id not in near, kinds.index(team.kind), team.locality_id is not None),
        default=bridge_of(case.authority_id),
    )
