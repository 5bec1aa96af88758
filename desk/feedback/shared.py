"""What every page of feedback on one meeting needs."""

from django.shortcuts import render

from cases import sight
from cases.leading import lead_of
from cases.models import Case
from cases.words import Part
from ledger import looking
from meetings.models import Meeting
from meetings.selectors import invitees_of
from referrals.selectors import referral_seen


def show(request, template: str, case: Case, meeting: Meeting, *, refused: tuple[str, ...] = (), **more):
    """A page about one meeting, with the bar of its case above it. That the case was opened is noted."""
    looking.note(authority=case.authority_id, case_ref=case.pk, actor_ref=request.who.ref, page="meetings")
    return render(
        request,
        f"desk/feedback/{template}.html",
        {
            "case": case, "referral": referral_seen(request.who, case), "lead": lead_of(case), "tab": "meetings",
            "meeting": meeting, "refused": refused, "title_error": bool(refused), **more,
        },
        status=409 if refused else 200,
    )  # fmt: skip


def names_at(who, case: Case, meeting: Meeting) -> dict:
    """What everybody asked to a meeting is called, as far as the reader may know."""
    family = Part.PEOPLE in sight.parts_open_to(who, case)
    return {one.key: one.name for one in invitees_of(meeting, family=family)}
