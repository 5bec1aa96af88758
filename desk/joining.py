"""Saying that two records are one child, or two, and taking it back."""

from uuid import UUID

from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from cases.access import MAY
from cases.actions import keep_apart
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


@page(roles=MAY[Event.CASE_KEPT_APART])
@require_POST
def two_children(request, reference):
    """Says that this record and the one named in the form are two children: it is not offered again."""
    keep_apart.keep_apart(*_both(request, reference), by=request.who)
    return redirect("desk:request", reference=reference)


@page(roles=MAY[Event.CASE_LIKENED])
@require_POST
def not_two(request, reference):
    """Takes that back."""
    keep_apart.undo(*_both(request, reference), by=request.who)
    return redirect("desk:request", reference=reference)


def _both(request, reference) -> tuple[UUID, UUID]:
    other = request.POST.get("other", "").replace("\0", "")
    return case_called(request.who, reference).pk, case_called(request.who, other).pk
