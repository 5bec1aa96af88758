"""How I hear: the morning letter, and what is urgent."""

import re

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render

from accounts.models import Preference
from accounts.preferences import prefer, preference_of
from accounts.roles import CASE_STAFF
from door.forms import GovForm, Radios
from door.page import page
from notices.addresses import mobile_number
from notices.channels import can_text

A_MOBILE_HERE = re.compile(r"\+447(?:[1-57-9]\d{8}|624\d{6})")
"""Numbers that begin 070 reach a person at somebody else's cost, and 076 a pager (07624 is the Isle of Man)."""
A_PHONE = re.compile(r"\+?[0-9][0-9 ()\-]{6,}( ?(ext|x)\.? ?[0-9]{1,6})?")
NOT_A_NUMBER = "Enter a UK mobile number, like 07700 900 982"


class Hearing(GovForm):
    """The choices. Text messages are offered only where they can be sent."""

    morning = forms.ChoiceField(
        label="The morning letter",
        help_text="One letter on a working day, with what you owe within the next days. None when you owe nothing.",
        choices=Preference.Morning.choices,
        widget=Radios(small=True),
        error_messages={"required": "Choose how you hear in the morning"},
    )
    urgent = forms.ChoiceField(
        label="What is urgent",
        help_text="What is late and now yours to act on. It comes apart from the morning letter.",
        choices=Preference.Urgent.choices,
        widget=Radios(small=True),
        error_messages={"required": "Choose how you hear of what is urgent"},
    )
    mobile = forms.CharField(
        label="Mobile number, for text messages",
        help_text="A UK number. It is used for this alone, and deleted when you choose email again.",
        required=False,
        max_length=30,
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel", "inputmode": "tel"}),
    )
    work_phone = forms.CharField(
        label="Work phone that families may ring",
        help_text="Families whose engagement lead you are read it on their page. Leave it empty if there is none.",
        required=False,
        max_length=30,
        widget=forms.TextInput({"type": "tel", "autocomplete": "off", "inputmode": "tel"}),
    )
    mark_optional = False

    def __init__(self, *args, texts: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not texts:
            del self.fields["urgent"], self.fields["mobile"]

    def clean_work_phone(self):
        phone = self.cleaned_data["work_phone"].strip()
        if phone and not A_PHONE.fullmatch(phone):
            raise forms.ValidationError("Enter a phone number, like 0161 496 0142, or leave it empty")
        return phone

    def clean(self):
        given = super().clean()
        if given.get("urgent") != Preference.Urgent.TEXT or "mobile" in self.errors:
            return given
        try:
            number = mobile_number(given.get("mobile", ""))
        except ValueError:
            number = ""
        if A_MOBILE_HERE.fullmatch(number):
            given["mobile"] = number
        else:
            self.add_error("mobile", NOT_A_NUMBER)
        return given


def shown(number: str) -> str:
    """+447700900982 as people read it: 07700 900 982."""
    return f"0{number[3:7]} {number[7:10]} {number[10:]}" if number.startswith("+44") else number


@page(roles=CASE_STAFF)
def hearing(request):
    """Asks how somebody wants to hear, and keeps it for the authority they act for."""
    kept = preference_of(request.who)
    form = Hearing(
        request.POST if request.method == "POST" else None,
        texts=can_text(),
        initial={
            "morning": kept.morning,
            "urgent": kept.urgent,
            "mobile": shown(kept.mobile),
            "work_phone": kept.work_phone,
        },  # fmt: skip
    )
    if form.is_bound and form.is_valid():
        prefer(request.who, **form.cleaned_data)
        messages.success(request, "We will tell you so from now on.")
        return redirect("desk:me")
    return render(request, "desk/me/hearing.html", {"form": form})


def heard_how(kept: Preference) -> list[dict[str, str]]:
    """What somebody chose, as rows for their own page."""
    by_text = kept.urgent == Preference.Urgent.TEXT
    urgent = f"By text message to {shown(kept.mobile)}" if by_text else "By email"
    if by_text and not can_text():
        urgent = "By email: text messages cannot be sent from here at the moment"
    return [
        {"key": "The morning letter", "value": str(Preference.Morning(kept.morning).label)},
        {"key": "What is urgent", "value": urgent},
        {"key": "Families ring you on", "value": kept.work_phone or "No work phone given"},
    ]
