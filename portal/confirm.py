"""The link in our letters to whoever asked. It asks them once to press, which confirms the address; from then on it
shows where the request stands. Opening it does nothing."""

from django.shortcuts import render

from cases.family import carer_of
from core import clock
from door.page import page
from ehcp.family import decision_by_link
from referrals.family import confirm as confirm_address
from referrals.family import follows_no_longer, standing


@page(public=True)
def confirm(request, token):
    """Asks for a press, or shows where the request stands. A link that is not ours, or too old, is simply over."""
    carer = carer_of(token)
    if carer is None or follows_no_longer(carer):
        return render(request, "portal/link_over.html", status=404)
    done = request.method == "POST" and confirm_address(carer)
    if request.method == "POST" and not done:
        return render(request, "portal/link_over.html", status=404)
    seen = standing(carer)
    if seen is None:
        return render(request, "portal/confirm.html")
    shown = {"seen": seen, "done": done, "today": clock.today(), "decided": decision_by_link(carer)}
    return render(request, "portal/standing.html", shown)
