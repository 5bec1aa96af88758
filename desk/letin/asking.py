"""Letting oneself in: by reference and with a reason, shown what will be recorded, and then open at once."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render

from cases.actions.let_in import LASTS, Why, case_to_open, let_oneself_in
from cases.exceptions import REVIEW_WITHIN
from cases.powers import BREAKS_GLASS
from core import clock
from core.references import tidy
from core.refusals import Refused
from desk.setup.asking import sent
from door.forms import GovForm, LongTextField, Radios
from door.page import page
from statute.calendar import add_working_days

BACK, SURE = "back", "sure"
"""The two buttons of the page that shows what will be recorded."""


class Asking(GovForm):
    """Which case, why, and for how long."""

    reference = forms.CharField(
        label="Reference of the case", max_length=20,
        widget=forms.TextInput({"autocomplete": "off", "class": "govuk-input--width-20"}),
        help_text="As it is on the letter or was read out to you, like SAL-7KQ4-MXT9.",
    )  # fmt: skip
    reason = LongTextField(
        label="Why do you need to open it?", max_length=300, rows=4,
        help_text="A reviewer reads this. Say what is happening now, and leave the child’s name out of it.",
    )  # fmt: skip
    hours = forms.TypedChoiceField(
        label="For how long?", coerce=int, choices=list(LASTS.items()), widget=Radios(small=True)
    )


@page(roles=BREAKS_GLASS)
def ask(request):
    """Asks, shows what will be recorded, and opens the case."""
    form = Asking(sent(request))
    if not form.is_bound or BACK in request.POST or not form.is_valid():
        return _form(request, form)
    given = form.cleaned_data
    try:
        case = case_to_open(given["reference"], by=request.who)
        if SURE not in request.POST:
            return _sure(request, given)
        let_oneself_in(given["reference"], given["reason"], given["hours"], by=request.who)
    except Refused as refusal:
        for why in refusal.reasons:
            form.add_error("reference" if why in (Why.NO_CASE, Why.ON_IT) else None, why)
        return _form(request, form)
    messages.success(request, "You are let in. It is recorded, and a reviewer will ask whether it was right.")
    return redirect("desk:case", reference=case.reference)


def _form(request, form):
    return render(request, "desk/letin/ask.html", {"form": form})


def _sure(request, given):
    shown = {
        "given": given,
        "reference": tidy(given["reference"]),
        "lasts": LASTS[given["hours"]],
        "review_by": add_working_days(clock.today(), REVIEW_WITHIN),
    }
    return render(request, "desk/letin/sure.html", shown)
