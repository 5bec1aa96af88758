"""Finding a child, a case or a reference."""

from django.shortcuts import render

from accounts.roles import Role
from cases.search import search as look_for
from door.page import page


@page(roles={Role.BRIDGE_WORKER, Role.OPERATIONAL_MANAGER})
def search(request):
    """Cases that fit what was typed."""
    typed = request.GET.get("q", "")[:80]
    return render(request, "desk/search.html", {"typed": typed, "result": look_for(request.who, typed)})
