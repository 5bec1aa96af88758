"""Leaving a device that others use: nothing of this visit stays on it."""

from django.contrib.auth import logout
from django.shortcuts import render

from accounts.family import authority_called
from cases.family import drafts
from door.page import page
from pathway.family import unask
from portal import draft as work


@page(public=True)
def leave(request, slug):
    """Clears the session, once somebody has said so. What nobody asked us to save is deleted with its files."""
    authority = request.authority = authority_called(slug)
    draft = work.current(request, authority)
    unsent = draft if draft and not draft.became else None
    if request.method != "POST" or (unsent and "sure" not in request.POST):
        mark = drafts.mark(unsent) if unsent else ""
        return render(request, "portal/leave.html", {"unsent": unsent, "mark": mark})
    if unsent and not unsent.way_back:
        unask(unsent)
    logout(request)
    response = render(request, "portal/left.html")
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response
