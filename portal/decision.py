"""What was decided about an assessment: why, what happens now, and what the family can do."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.family import FAMILY
from door.page import page
from door.pdf import to_keep
from ehcp.family import decision_file_for, decision_for


@page(roles=FAMILY)
@require_safe
def decision(request, reference, key):
    """All of it, with its dates at the top."""
    seen = decision_for(request.who, reference, key)
    return render(request, "portal/decision.html", {"seen": seen, "reference": reference})


@page(roles=FAMILY)
@require_safe
def file(request, reference, key):
    """The notice, to keep or to take to whoever helps."""
    return to_keep("notice", decision_file_for(request.who, reference, key), f"notice-{reference}")
