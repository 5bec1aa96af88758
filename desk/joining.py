"""Saying that two records are one child, and taking it back."""

from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from cases.access import MAY
from cases.actions.join import join, part
from cases.selectors import case_called
from core.events import Event
from door.page import page


@page(roles=MAY[Event.CASE_JOINED])
@require_POST
def same_child(request, reference):
    """Joins this record to the one named in the form."""
    case = case_called(request.who, reference)
    other = case_called(request.who, request.POST.get("into", "").replace("\0", ""))
    join(case.pk, other.pk, by=request.who)
    return redirect("desk:request", reference=reference)


@page(roles=MAY[Event.CASE_PARTED])
@require_POST
def not_the_same(request, reference):
    """Takes a joined record apart again."""
    case = case_called(request.who, reference)
    part(case.pk, by=request.who)
    return redirect("desk:request", reference=reference)
