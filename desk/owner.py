"""Naming who answers for a case's deadlines."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render

from accounts.away import colleagues
from cases.actions.name_owner import name_owner
from cases.powers import MAY
from cases.selectors import case_called
from cases.standing_by import named_owner, owner_of
from core import clock
from core.events import Event
from core.refusals import Refused
from door.forms import Choose, GovForm
from door.page import page
from ledger import looking
from referrals.selectors import referral_seen

TEAM = "team"


class WhoAnswers(GovForm):
    """A colleague, or the team."""

    person = forms.ChoiceField(
        label="Who answers for the deadlines of this case?",
        help_text="They hear first of everything owed, and the case stands among their work.",
        widget=Choose(),
        error_messages={"required": "Choose who answers", "invalid_choice": "Choose somebody from the list"},
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        names = [(str(one.pk), one.name) for one in people]
        self.fields["person"].choices = [("", "Choose a colleague"), *names, (TEAM, "The team, nobody by name")]


@page(roles=MAY[Event.OWNER_NAMED])
def owner(request, reference):
    """Names somebody, or gives the case back to its team."""
    case = case_called(request.who, reference)
    looking.note(authority=case.authority_id, case_ref=case.pk, actor_ref=request.who.ref, page="who answers")
    today, refused = clock.today(), ()
    people = colleagues(case.authority_id, today)
    sent = request.POST if request.method == "POST" else None
    now = named_owner(case.authority_id, case.pk)
    form = WhoAnswers(sent, people=people, initial={"person": str(now or TEAM)})
    if sent is not None and form.is_valid():
        chosen = form.cleaned_data["person"]
        try:
            name_owner(case.pk, None if chosen == TEAM else UUID(chosen), by=request.who)
        except Refused as refusal:
            refused = refusal.reasons
        else:
            who = owner_of(case.authority_id, case.pk, today)
            messages.success(request, f"{who.hearer.name} answers for the deadlines of this case.")
            return redirect("desk:case", reference=reference)
    return render(
        request,
        "desk/owner.html",
        {
            "case": case,
            "referral": referral_seen(request.who, case),
            "owner": owner_of(case.authority_id, case.pk, today),
            "form": form,
            "refused": refused,
            "title_error": bool(refused),
        },
        status=409 if refused else 200,
    )
