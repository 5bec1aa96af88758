"""A team's shared mailbox, kept by an administrator."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render

from accounts.roles import Role
from accounts.selectors import team_called
from cases.actions.staff.mailbox import change_mailbox
from core.refusals import Refused
from door.forms import GovForm
from door.page import page


class Mailbox(GovForm):
    """The address."""

    mailbox = forms.EmailField(
        label="Shared mailbox",
        help_text="An address that several people read and that outlasts each of them, never one person’s own.",
        error_messages={"required": "Enter the address of the shared mailbox"},
        widget=forms.EmailInput({"autocomplete": "off"}),
    )


@page(roles={Role.ADMINISTRATOR})
def mailbox(request, key):
    """Changes where a team's letters go."""
    team = team_called(request.who, key)
    form = Mailbox(request.POST if request.method == "POST" else None, initial={"mailbox": team.mailbox})
    if form.is_bound and form.is_valid():
        try:
            change_mailbox(key, form.cleaned_data["mailbox"], by=request.who)
        except Refused as refusal:
            for reason in refusal.reasons:
                form.add_error("mailbox", reason)
        else:
            messages.success(request, f"Letters to {team.name} go to {form.cleaned_data['mailbox']} from now on.")
            return redirect("desk:teams")
    return render(request, "desk/mailbox.html", {"form": form, "team": team})
