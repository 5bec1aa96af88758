"""The notice of a decision not to assess, word for word as it was sent: to print and as a tagged PDF."""

from django.http import Http404
from django.views.decorators.http import require_safe

from accounts.roles import CASE_HOLDERS
from desk.ehc.shared import opened, show
from door.page import page
from door.pdf import to_keep
from ehcp.notice import as_file
from ehcp.selectors import decision_on
from ehcp.words import DecisionState


@page(roles=CASE_HOLDERS)
@require_safe
def on_paper(request, reference, key):
    """To print, or to read again."""
    case, row = _noticed(request, reference, key)
    return show(request, "notice", case, notice=row.notice, row=row, sent_on=row.made_on)


@page(roles=CASE_HOLDERS)
@require_safe
def file(request, reference, key):
    """To be put in the post, or kept."""
    case, row = _noticed(request, reference, key)
    return to_keep("notice", as_file(row.notice, reference), f"notice-{reference}")


def _noticed(request, reference, key):
    case, found = opened(request, reference, key)
    row = decision_on(found)
    if row is None or row.state != DecisionState.MADE or not row.notice:
        raise Http404
    return case, row
