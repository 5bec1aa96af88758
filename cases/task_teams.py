"""Whose work a task is: the team of its kind where the child lives, another of its kind, or else the Bridge."""

from accounts.models import Locality, Team
from accounts.places import district_of
from accounts.selectors import bridge_of
from accounts.standing import lasting
from cases.models import Case
from cases.task_kinds import TaskKind
from core import clock

KINDS = {
    TaskKind.EMS_RECORD: Team.Kind.LOCALITY,
    TaskKind.FAMILY_ASSESSMENT: Team.Kind.CAF,
    TaskKind.CAFA: Team.Kind.CARE,
}
"""Everything else is the Bridge's."""


def team_for(kind: TaskKind, case: Case) -> Team:
    """The team that a task of this kind falls to. Where no such team is set up, the Bridge, so that it is nobody's
    to overlook."""
    wanted = KINDS.get(kind)
    if wanted is None:
        return bridge_of(case.authority_id)
    today, district = clock.today(), district_of(case.child.home_postcode)
    areas = Locality.objects.filter(lasting(today), authority_id=case.authority_id)
    near = {area.pk for area in areas if district and district in area.districts}
    teams = Team.objects.filter(authority_id=case.authority_id, kind=wanted).order_by("name")
    here = [team for team in teams if (team.since or today) <= today <= (team.until or today)]
    return next((team for team in here if team.locality_id in near), None) or next(
        iter(_for_all(here)), bridge_of(case.authority_id)
    )


def _for_all(teams: list[Team]) -> list[Team]:
    """Those that belong to no one locality first: a team of another locality is better than none."""
    return sorted(teams, key=lambda team: team.locality_id is not None)
