"""Choosing the authority to act for, when a person has a standing in several."""

from django.shortcuts import redirect, render

from accounts.middleware import CHOSEN
from accounts.selectors import authorities_of
from door.page import page


@page(signed_in=True)
def choose(request):
    """Lists the authorities where this person stands today, and changes to one of them."""
    mine = authorities_of(request.who)
    if request.method == "POST":
        request.session[CHOSEN] = mine.get(pk=request.POST.get("authority", "").replace("\0", "")).pk
        return redirect("home")
    return render(request, "desk/choose.html", {"authorities": mine})
