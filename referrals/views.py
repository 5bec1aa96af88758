"""The Bridge's queue."""

from django.shortcuts import render

from cases.powers import READS_THE_QUEUE
from door.page import page
from referrals.selectors import entered, queue
from referrals.words import AsksFor

ROUTES = [("", "Every request")] + [(asked.value, asked.words) for asked in AsksFor]


@page(roles=READS_THE_QUEUE)
def bridge(request):
    """What waits, most urgent and then oldest first."""
    route = request.GET.get("route", "")
    if route not in dict(ROUTES):
        route = ""
    after = request.GET.get("after", "")
    return render(
        request,
        "referrals/queue.html",
        {
            "queue": queue(request.who, route=route, after=after),
            "entered": entered(request.who) if not route and not after else [],
            "route": route,
            "after": after,
            "filters": [{"name": "route", "label": "Asked for", "options": ROUTES, "value": route}],
        },
    )
