"""The team around the child, on a page."""

from django.shortcuts import render

from accounts.roles import CASE_STAFF
from cases.powers import may_do
from cases.selectors import case_called, records_of
from cases.team_seen import team_around
from cases.words import Part
from core.events import Event
from desk.case_page import parts_of
from door.page import page
from ledger import looking
from referrals.selectors import referral_seen


@page(roles=CASE_STAFF)
def team(request, reference):
    """Who is on it and as what, whom to reach, who is away and who covers; and who was on it before."""
    case = case_called(request.who, reference, part=Part.TOGETHER)
    records = records_of(request.who, case)
    parts = parts_of(request.who, records)
    if Part.TOGETHER not in parts:  # another record of the child, of which they may read less
        records = [case]
        parts = parts_of(request.who, records)
    for record in records:
        looking.note(authority=case.authority_id, case_ref=record.pk, actor_ref=request.who.ref, page="the team")
    return render(
        request,
        "desk/team.html",
        {
            "case": case,
            "referral": referral_seen(request.who, case),
            "records": records,
            "team": team_around(records, parts),
            "may_name_lead": may_do(request.who, Event.LEAD_NAMED),
            "tab": "team",
        },
    )
