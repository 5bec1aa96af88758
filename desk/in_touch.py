"""The lead says that they were in touch with the family, and when they will be next."""

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render

from cases.actions.in_touch import say_in_touch
from cases.leading import contact_of
from cases.powers import MAY
from cases.readers import family_knows
from cases.selectors import case_called
from core.events import Event
from core.refusals import Refused
from door.forms import DateField, GovForm, Radios
from door.page import page
from ledger import looking
from referrals.selectors import referral_seen


class InTouch(GovForm):
    """Whether the family was reached, and the next day."""

    was = forms.ChoiceField(
        label="Were you in touch with the family today?",
        choices=[("yes", "Yes"), ("no", "No, not yet")],
        widget=Radios(inline=True),
        error_messages={"required": "Choose yes or no"},
    )
    next_on = DateField(
        label="By when will you be in touch next?",
        help_text="The family reads this day on its page.",
        error_messages={"required": "Enter the day by which you will be in touch next"},
    )


@page(roles=MAY[Event.LEAD_IN_TOUCH])
def in_touch(request, reference):
    """Two questions; the family reads the day."""
    case = case_called(request.who, reference)
    lead = contact_of(case)
    if lead is None:
        raise Http404
    looking.note(authority=case.authority_id, case_ref=case.pk, actor_ref=request.who.ref, page="in touch")
    form = InTouch(request.POST if request.method == "POST" else None)
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            say_in_touch(case.pk, given["was"] == "yes", given["next_on"], by=request.who)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, f"{case.child.called}’s family reads that day on its page.")
            return redirect("desk:case", reference=reference)
    return render(
        request,
        "desk/in_touch.html",
        {
            "case": case, "referral": referral_seen(request.who, case), "form": form, "contact": lead,
            "family_knows": family_knows(case), "refused": refused, "title_error": bool(refused),
        },
        status=409 if refused else 200,
    )  # fmt: skip
