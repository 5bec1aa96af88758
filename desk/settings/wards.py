"""The wards of the council's area: which are known, and which the council looks at."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from accounts.gias.words import Of
from accounts.selectors_register import last_taken, under_way
from accounts.selectors_wards import ward_called, wards
from cases.actions.mark_ward import mark_ward
from desk.calendars.whose import KEEPERS
from door.page import page


@page(roles=KEEPERS)
def every(request):
    """The wards, those of interest first."""
    rows = list(wards(request.who))
    return render(
        request,
        "desk/settings/wards.html",
        {
            "rows": rows,
            "marked": sum(row.of_interest for row in rows),
            "nameless": sum(not row.name for row in rows),
            "last": last_taken(request.who, Of.POSTCODES),
            "under_way": under_way(request.who),
        },
    )


@page(roles=KEEPERS)
@require_POST
def mark(request, key):
    """Of interest, or no longer."""
    ward = ward_called(request.who, key)
    kept = mark_ward(ward.pk, request.POST.get("of_interest") == "yes", by=request.who)
    messages.success(request, f"{kept} is {'now' if kept.of_interest else 'no longer'} a ward of interest.")
    return redirect("desk:wards")
