"""The cases that a team has, for whoever ends it or hands them on."""

from django.db.models import Exists, OuterRef, QuerySet

from accounts.models import Team
from cases.models import Case, Involvement


def open_cases_of(team: Team) -> QuerySet[Case]:
    """Cases that this team is on today with no last day. Counted for an administrator, opened for nobody here."""
    involved = Involvement.objects.filter(case=OuterRef("pk"), team=team, until=None)
    return Case.objects.filter(Exists(involved), authority_id=team.authority_id)
