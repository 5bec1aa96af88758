"""A signed-in family's own pages: what they asked, where it stands, what comes next."""

from django.shortcuts import render

from accounts.family import FAMILY
from cases.family import child_for
from door.page import page
from referrals import family
from referrals.family import request_for, was_asked


@page(roles=FAMILY)
def mine(request):
    """Everything this family asked, and the children it follows for whom nobody has asked."""
    return render(request, "portal/mine.html", {"mine": family.mine(request.who)})


@page(roles=FAMILY)
def one(request, reference):
    """One request: where we are, what happens next and by when."""
    return render(request, "portal/request.html", {"seen": request_for(request.who, reference)})


@page(roles=FAMILY)
def child(request, reference):
    """What we know about the child and about the reader, and how to say that it is wrong."""
    seen = child_for(request.who, reference)
    return render(request, "portal/child.html", {"seen": seen, "asked": was_asked(reference, request.who)})
