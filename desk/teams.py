"""Who works here, in which team, for which organisation, as what."""

from django.shortcuts import render

from accounts.away import away_on
from accounts.leave import leave_at
from accounts.roles import Role
from accounts.selectors import members, teams
from cases.powers import OVERSEERS, may_do
from core import clock
from core.events import Event
from door.page import page


@page(roles=OVERSEERS | {Role.ADMINISTRATOR})
def teams_and_people(request):
    """The teams of the authority, everybody with a standing today, and who is away until when and who covers."""
    return render(
        request,
        "desk/teams.html",
        {
            "teams": teams(request.who),
            "members": members(request.who),
            "may_change_mailbox": may_do(request.who, Event.MAILBOX_CHANGED),
            "leave": leave_at(request.who.authority_id, clock.today()),
            "away": away_on(request.who.authority_id, clock.today()),
        },
    )
