"""The first page after signing in: straight to the work of one's role."""

from django.shortcuts import redirect, render

from accounts.roles import Role
from door.page import page

FIRST_PAGE = (
    (Role.BRIDGE_WORKER, "desk:work"),
    (Role.OPERATIONAL_MANAGER, "desk:work"),
    (Role.HEAD_OF_SERVICE, "desk:work"),
    (Role.STATUTORY_LEAD, "rulebook:book"),
    (Role.ADMINISTRATOR, "desk:teams"),
)


@page(signed_in=True)
def home(request):
    """Sends each role to its work. Somebody without a standing here is told so, and whom to ask."""
    for role, name in FIRST_PAGE:
        if role in request.who.roles:
            return redirect(name)
    return render(request, "desk/no_role.html", status=403)
