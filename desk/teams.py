"""Who works here, in which team, for which organisation, as what."""

from django.shortcuts import render

from accounts.roles import Role
from accounts.selectors import members, teams
from door.page import page


@page(roles={Role.OPERATIONAL_MANAGER, Role.HEAD_OF_SERVICE, Role.ADMINISTRATOR})
def teams_and_people(request):
    """The teams of the authority and everybody with a standing today."""
    return render(request, "desk/teams.html", {"teams": teams(request.who), "members": members(request.who)})
