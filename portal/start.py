"""The first pages: which council, and what we can do for you."""

from django.shortcuts import redirect, render

from accounts.family import authorities, authority_called
from door.page import page
from provision.family import any_offered


@page(public=True)
def home(request):
    """Every council here, or straight to the only one."""
    councils = list(authorities())
    if len(councils) == 1:
        return redirect("portal:council", slug=councils[0].slug)
    return render(request, "portal/home.html", {"councils": councils})


@page(public=True)
def council(request, slug):
    """One council's start page."""
    request.authority = authority_called(slug)
    return render(request, "portal/council.html", {"has_services": any_offered(request.authority.pk)})
