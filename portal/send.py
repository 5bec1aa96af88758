"""Checking the answers and sending them once at the family's door, and the receipt."""

from django.shortcuts import redirect, render

from door.page import page
from pathway.family import checking
from portal.draft import AtFamilyDoor
from referrals.family import request_sent


@page(public=True)
def check(request, slug):
    """Everything on one page before it goes. Sending twice is sending once."""
    return checking.check(AtFamilyDoor(request, slug))


@page(public=True)
def sent(request, slug):
    """The receipt: a reference, what happens next, and by when."""
    place = AtFamilyDoor(request, slug)
    draft = place.current()
    if draft is None or not draft.became:
        return redirect("portal:ask", slug=slug)
    return render(request, "portal/sent.html", {"receipt": request_sent(draft.became, place.authority.pk)})
