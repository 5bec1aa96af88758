"""The requests for an EHC needs assessment of one child, and the list of those that wait for a decision."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.roles import CASE_HOLDERS
from cases.powers import DECIDES_ASSESSMENTS, MAY, PREPARES_DECISIONS
from core import clock
from core.events import Event
from desk.ehc.shared import looked, opened, show
from door.page import page
from door.words import distance, urgency
from ehcp.selectors import LIVE, may_decide, may_prepare, request_page, requests_on, waiting
from ehcp.words import RequestState
from pathway.actions.decide_assessment import against_ending
from statute.contents import NOTICES


@page(roles=CASE_HOLDERS)
@require_safe
def requests(request, reference):
    """The latest request, whole; the earlier ones below it."""
    case, rows = requests_on(request.who, reference)
    looked(request, case)
    if not rows:
        return show(request, "none", case)
    return _shown(request, case, rows[0], rows[1:])


@page(roles=CASE_HOLDERS)
@require_safe
def one(request, reference, key):
    """One request, whole."""
    case, row = opened(request, reference, key)
    return _shown(request, case, row, [])


def _shown(request, case, row, earlier):
    seen = request_page(case, row)
    prepares = seen.state in LIVE and may_prepare(request.who, case)
    writes = prepares and seen.state == RequestState.RECEIVED
    return show(
        request, "request", case, seen=seen, earlier=earlier, may_write=writes and seen.decided != "proposed",
        may_take_back=writes and seen.decided == "proposed" and seen.decision.proposed_by == request.who.ref,
        may_withdraw=prepares,
        ahead=against_ending(case) if seen.state == RequestState.REFUSED else [],
        may_decide=may_decide(request.who, seen.decision), notice=NOTICES["NC-1"],
    )  # fmt: skip


@page(roles=PREPARES_DECISIONS | DECIDES_ASSESSMENTS)
@require_safe
def decisions(request):
    """Every request whose decision is open: what waits for a manager first, then the soonest due."""
    number = request.GET.get("page", "1")
    number = int(number) if number.isascii() and number.isdigit() and 0 < int(number[:6]) < 10_000 else 1
    rows, more = waiting(request.who, page=number)
    today = clock.today()
    shown = [
        {
            "one": row,
            "far": distance(row.due.due_strict, today, row.due.due_ordinary) if row.due else "",
            "urgency": urgency(row.due.due_strict, today, row.due.due_ordinary) if row.due else "quiet",
        }
        for row in rows
    ]
    mine = sum(row.mine for row in rows)
    may_enter = bool(request.who.roles & MAY[Event.NOTICE_CONTACTS_KEPT])
    given = {"rows": shown, "mine": mine, "number": number, "more": more, "may_enter": may_enter}
    return render(request, "desk/ehc/decisions.html", given)
