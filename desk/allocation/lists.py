"""Which cases wait for an engagement lead, and the meetings that name them."""

from django.shortcuts import render

from cases import powers
from core.events import Event
from door.page import page
from panels.selectors import sittings, waiting


@page(roles=powers.READS_SITTINGS)
def allocation(request):
    """The next agenda, and every sitting."""
    typed = request.GET.get("page", "1")
    number = int(typed) if typed.isdigit() and 0 < int(typed) < 1000 else 1
    rows, more = sittings(request.who, page=number)
    return render(
        request,
        "desk/allocation/list.html",
        {
            "sittings": rows, "waiting": waiting(request.who), "number": number, "more": more,
            "may_plan": powers.may_do(request.who, Event.SITTING_PLANNED),
        },
    )  # fmt: skip
