"""Confirming an email address by the link we posted. Opening it does nothing; pressing does."""

from django.shortcuts import render

from cases.family import carer_of
from door.page import page
from referrals.family import confirm as confirm_address


@page(public=True)
def confirm(request, token):
    """Asks for a press, then says thank you. A link that is not ours, or too old, is simply over."""
    carer = carer_of(token)
    if carer is None:
        return render(request, "portal/link_over.html", status=404)
    done = request.method == "POST" and confirm_address(carer)
    if request.method == "POST" and not done:
        return render(request, "portal/link_over.html", status=404)
    return render(request, "portal/confirm.html", {"done": done})
