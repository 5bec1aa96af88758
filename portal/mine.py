"""A signed-in family's own pages: what they asked, where it stands, what comes next."""

from django.shortcuts import render

from accounts.family import Role
from cases.family import my_cases
from door.page import page
from referrals.family import request_for


@page(roles={Role.PARENT})
def mine(request):
    """Everything this family asked, newest first."""
    seen = [request_for(request.who, case.reference) for case in my_cases(request.who)]
    return render(request, "portal/mine.html", {"requests": seen})


@page(roles={Role.PARENT})
def one(request, reference):
    """One request: where we are, what happens next and by when."""
    return render(request, "portal/request.html", {"seen": request_for(request.who, reference)})
