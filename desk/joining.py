"""Saying that two records are one child, and taking it back."""

from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from accounts.roles import Role
from cases.actions.join import join, part
from cases.selectors import case_called
from door.page import page

BRIDGE = {Role.BRIDGE_WORKER, Role.OPERATIONAL_MANAGER}


@page(roles=BRIDGE)
@require_POST
def same_child(request, reference):
    """Joins this record to the one named in the form."""
    case = case_called(request.who, reference)
    other = case_called(request.who, request.POST.get("into", "").replace("\0", ""))
    join(case.pk, other.pk, by=request.who)
    return redirect("desk:request", reference=reference)


@page(roles=BRIDGE)
@require_POST
def not_the_same(request, reference):
    """Takes a joined record apart again."""
    case = case_called(request.who, reference)
    part(case.pk, by=request.who)
    return redirect("desk:request", reference=reference)
