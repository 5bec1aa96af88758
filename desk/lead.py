"""Naming the engagement lead of a case."""

from uuid import UUID

from django.contrib import messages
from django.shortcuts import redirect, render

from cases.actions.lead import name_lead
from cases.powers import MAY
from cases.selectors import case_called
from core.events import Event
from core.refusals import Refused
from desk.lead_form import lead_form, told_of
from door.page import page
from ledger import looking
from referrals.selectors import referral_seen


@page(roles=MAY[Event.LEAD_NAMED])
def lead(request, reference):
    """Confirms who leads, from the people ranked with the reasons for it."""
    case = case_called(request.who, reference)
    looking.note(authority=case.authority_id, case_ref=case.pk, actor_ref=request.who.ref, page="engagement lead")
    form, found, before = lead_form(case, request.POST if request.method == "POST" else None)
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        chosen = UUID(form.cleaned_data["person"])
        try:
            given = form.cleaned_data
            name_lead(case.pk, chosen, given["because"], by=request.who, instead=given.get("instead", ""))
        except Refused as refusal:
            refused = refusal.reasons
        else:
            name = next(one.name for one in found if one.key == chosen)
            messages.success(request, f"{name} is {case.child.called}’s engagement lead. {told_of(case)}")
            return redirect("desk:case", reference=reference)
    return render(
        request,
        "desk/lead.html",
        {
            "case": case, "referral": referral_seen(request.who, case), "lead": before, "form": form,
            "refused": refused, "title_error": bool(refused), "nobody": not found,
        },
        status=409 if refused else 200,
    )  # fmt: skip
