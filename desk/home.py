"""The first page after signing in: straight to the work of one's role."""

from django.shortcuts import redirect, render

from accounts.roles import AT_DOOR, CASE_STAFF, STAFF, Role
from accounts.standing import held_back
from cases.powers import COUNTERS
from core import clock
from door.page import page

FIRST_PAGE = (
    (CASE_STAFF, "desk:work"),
    ({Role.STATUTORY_LEAD}, "rulebook:book"),
    ({Role.ADMINISTRATOR, Role.INSTALLATION_ADMINISTRATOR}, "desk:setup"),
    ({Role.DATA_PROTECTION_OFFICER}, "desk:agreements"),
    (COUNTERS, "footprint:counts"),
    (STAFF, "desk:me"),
)


@page(signed_in=True)
def home(request):
    """Sends each role to its work. Somebody without a standing here is told so, and whom to ask."""
    for roles, name in FIRST_PAGE:
        if roles & request.who.roles:
            return redirect(name)
    held = held_back(request.user, clock.today(), AT_DOOR["desk"])
    return render(request, "desk/no_role.html", {"held_back": held}, status=403)
