"""The reader's own conversation with those who help their child."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from accounts.family import FAMILY
from core.refusals import Refused
from door.forms import GovForm, LongTextField, Radios
from door.page import page
from talking.family import Way, choose_way, talk_for, write


class Message(GovForm):
    """What the reader writes."""

    words = LongTextField(
        label=_("Write to us"), max_length=4000, rows=6,
        error_messages={
            "required": _("Write what you want to say"), "max_length": _("Use no more than 4,000 characters"),
        },
    )  # fmt: skip


class Prefers(GovForm):
    """How the reader wants to be reached."""

    way = forms.ChoiceField(
        label=_("How do you want us to reach you?"),
        choices=[
            (Way.PORTAL.value, _("A message on this page")), (Way.EMAIL.value, _("Email")),
            (Way.TEXT.value, _("Text message")), (Way.LETTER.value, _("Letter")), (Way.PHONE.value, _("Phone call")),
            (Way.MEETING.value, _("Face to face")),
        ],
        widget=Radios(), error_messages={"required": _("Choose how you want us to reach you")},
    )  # fmt: skip


@page(roles=FAMILY)
def talking(request, reference):
    """What was said, oldest first, and a message to us. The day by which we answer stands on the page."""
    seen = talk_for(request.who, reference)
    form = Message(request.POST if request.method == "POST" else None)
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            write(request.who, reference, form.cleaned_data["words"])
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, _("We have your message."))
            return redirect("portal:talking", reference=reference)
    shown = {"seen": seen, "form": form, "refused": refused, "title_error": bool(refused or form.errors)}
    return render(request, "portal/talking.html", shown, status=409 if refused else 200)


@page(roles=FAMILY)
def way(request, reference):
    """How the reader wants to be reached."""
    seen = talk_for(request.who, reference)
    form = Prefers(
        request.POST if request.method == "POST" else None, initial={"way": seen.prefers.value if seen.prefers else ""}
    )
    if form.is_bound and form.is_valid():
        choose_way(request.who, reference, Way(form.cleaned_data["way"]))
        messages.success(request, _("Thank you. We know now how to reach you."))
        return redirect("portal:talking", reference=reference)
    return render(request, "portal/talking_way.html", {"seen": seen, "form": form})
