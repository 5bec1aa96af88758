"""How many children, where and at which kind of setting, at one's own council and at those that share their counts."""

from django.shortcuts import render

from cases.powers import COUNTERS
from door.page import page
from insight.footprint import footprint
from insight.suppression import SMALL


@page(roles=COUNTERS)
def counts(request):
    """Tables of counts, small ones hidden."""
    return render(request, "insight/footprint.html", {"found": footprint(request.who), "small": SMALL})
