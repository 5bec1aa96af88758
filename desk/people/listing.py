"""Everybody who works here, or did."""

from django.core.paginator import Paginator
from django.shortcuts import render

from accounts.invitations import open_invitations
from accounts.people import as_rows, people
from cases.powers import KEEPS_PEOPLE
from desk.paging import links
from door.page import page

A_PAGE = 50


@page(roles=KEEPS_PEOPLE)
def listed(request):
    """By name, found by a part of a name or address; those who left are a second list."""
    typed, left = request.GET.get("q", "")[:80], request.GET.get("show") == "left"
    found = Paginator(people(request.who, typed, left), A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "desk/people/people.html",
        {
            "rows": as_rows(request.who, list(found.object_list)),
            "count": found.paginator.count,
            "typed": typed,
            "left": left,
            "several": found.paginator.num_pages > 1,
            "invited": open_invitations(request.who).count(),
            **links(request, found),
        },
    )
