"""How many hours of multi-agency meetings can be held in a month."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render

from cases.powers import MAY
from core.events import Event
from desk.child.found import tried
from door.forms import GovForm, LongTextField
from door.page import page
from insight.capacity import stated
from meetings.actions.capacity import keep_capacity


class HoursForm(GovForm):
    """The figure and what it rests on."""

    hours = forms.IntegerField(
        label="How many hours of multi-agency meetings can be held in a month?", min_value=0, max_value=10_000,
        help_text="Hours of meetings, and not of everybody who is at them.",
        widget=forms.TextInput({"class": "govuk-input--width-5", "inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": "Enter how many hours", "invalid": "Enter a whole number, like 40"},
    )  # fmt: skip
    because = LongTextField(
        label="What does that rest on?", max_length=300, rows=3,
        help_text="For example, how many engagement leads there are and how many meetings each holds.",
        error_messages={"required": "Say what the figure rests on"},
    )  # fmt: skip


@page(roles=MAY[Event.MEETING_CAPACITY_KEPT])
def meeting_hours(request):
    """Shows every version, and takes one more."""
    sent = request.POST if request.method == "POST" else None
    form = HoursForm(sent)
    if sent is not None and form.is_valid():
        given = form.cleaned_data
        done, _refused = tried(form, lambda: keep_capacity(given["hours"], given["because"], by=request.who))
        if done:
            messages.success(request, "Saved. The months to come are shown beside it.")
            return redirect("capacity:overview")
    return render(request, "desk/meeting_hours.html", {"form": form, "versions": stated(request.who)})
