"""Raising a safeguarding concern, from any state of a case; and reading it, for the few who may."""

from django.contrib import messages
from django.shortcuts import redirect, render

from cases import sight
from cases.concerns import concerns_seen
from cases.powers import MAY
from cases.selectors import case_called
from core.events import Event
from core.refusals import Refused
from desk.tasks.forms import Worry
from door.page import page
from ledger import looking
from pathway.actions.go_to_social_care import go_to_social_care
from referrals.selectors import referral_seen
from referrals.selectors_work import worry_sent

PAGE = "something to do"
"""What stands in the list of who has looked, which more people read than may know of a concern."""


@page(roles=MAY[Event.CONCERN_RAISED])
def concern(request, reference):
    """What worries somebody goes to social care at once."""
    case = case_called(request.who, reference)
    looking.note(authority=case.authority_id, case_ref=case.pk, actor_ref=request.who.ref, page=PAGE)
    form = Worry(
        request.POST if request.method == "POST" else None, initial={"words": worry_sent(request.who, case)}
    )  # fmt: skip
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            go_to_social_care(case.pk, form.cleaned_data["words"], by=request.who)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, "Social care has been asked to look into it. Few people may read why.")
            return redirect("desk:case", reference=reference)
    found = concerns_seen([case.pk], sight.parts_open_to(request.who, case))
    return render(
        request,
        "desk/tasks/concern.html",
        {
            "case": case, "referral": referral_seen(request.who, case), "form": form, "refused": refused,
            "concerns": found, "open": any(one.ended_at is None for one in found), "title_error": bool(refused),
        },
        status=409 if refused else 200,
    )  # fmt: skip
