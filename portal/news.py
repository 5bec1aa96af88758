"""A family says whether it wants to hear when a service that may help starts."""

from django.shortcuts import redirect, render

from accounts.family import FAMILY
from door.page import page
from provision.family import stop_news, want_news, wants_news


@page(roles=FAMILY)
def news(request):
    """What the letters are, and yes."""
    if request.method == "POST":
        want_news(by=request.who)
        return redirect("portal:news")
    return render(request, "portal/news.html", {"wants": wants_news(request.who)})


@page(roles=FAMILY)
def stop(request):
    """The page that every such letter names: one press, and no more of them."""
    if request.method == "POST":
        stop_news(by=request.who)
        return redirect("portal:news")
    return render(request, "portal/news_stop.html", {"wants": wants_news(request.who)})
