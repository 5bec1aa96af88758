"""The reader's own conversation with those who help their child."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from accounts.family import FAMILY
from core.refusals import Refused
from door.forms import Checkboxes, GovForm, LongTextField, Radios
from door.page import page
from talking.family import (
    LONGEST_HELP,
    SUITS,
    WORKDAYS,
    Mode,
    Suits,
    Way,
    Wishes,
    choose_way,
    talk_for,
    weekday,
    write,
)


class Message(GovForm):
    """What the reader writes."""

    words = LongTextField(
        label=_("Write to us"), max_length=4000, rows=6,
        error_messages={
            "required": _("Write what you want to say"), "max_length": _("Use no more than 4,000 characters"),
        },
    )  # fmt: skip


class Prefers(GovForm):
    """How the reader wants to be reached and met."""

    way = forms.ChoiceField(
        label=_("How do you want us to reach you?"),
        choices=[
            (Way.PORTAL.value, _("A message on this page")), (Way.EMAIL.value, _("Email")),
            (Way.TEXT.value, _("Text message")), (Way.LETTER.value, _("Letter")), (Way.PHONE.value, _("Phone call")),
            (Way.MEETING.value, _("Face to face")),
        ],
        widget=Radios(), error_messages={"required": _("Choose how you want us to reach you")},
    )  # fmt: skip
    meets = forms.ChoiceField(
        label=_("How do you like to meet us?"), required=False,
        choices=[
            ("", _("I do not mind")), (Mode.IN_PERSON.value, _("Face to face")), (Mode.VIDEO.value, _("By video")),
            (Mode.PHONE.value, _("By phone")), (Mode.HOME.value, _("At our home")),
        ],
        widget=Radios(),
    )  # fmt: skip
    suits = forms.MultipleChoiceField(
        label=_("Which times of the day suit you?"), required=False, choices=[(one.value, SUITS[one]) for one in Suits],
        widget=Checkboxes(), help_text=_("Tick none if you do not mind."),
    )  # fmt: skip
    not_on = forms.TypedMultipleChoiceField(
        label=_("On which days can you not come?"), required=False, coerce=int, widget=Checkboxes(),
    )  # fmt: skip
    helps = LongTextField(
        label=_("Where do you like to meet, and what helps you there?"), required=False, rows=4,
        max_length=LONGEST_HELP,
        help_text=_("For example, near a bus stop, somewhere quiet, an interpreter, or somebody who comes with you."),
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["not_on"].choices = [(day, weekday(day)) for day in WORKDAYS]

    def wishes(self) -> Wishes:
        """What was chosen."""
        given = self.cleaned_data
        return Wishes(
            Way(given["way"]), Mode(given["meets"]) if given["meets"] else None,
            tuple(Suits(one) for one in given["suits"]), tuple(given["not_on"]), given["helps"],
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
    """How the reader wants to be reached and met, said once."""
    seen = talk_for(request.who, reference)
    before = {
        "way": seen.prefers or "", "meets": seen.meets or "", "suits": list(seen.suits), "not_on": list(seen.not_on),
        "helps": seen.helps,
    }  # fmt: skip
    form = Prefers(request.POST if request.method == "POST" else None, initial=before)
    if form.is_bound and form.is_valid():
        choose_way(request.who, reference, form.wishes())
        messages.success(request, _("Thank you. We know now how to reach you and how you like to meet."))
        return redirect("portal:talking", reference=reference)
    return render(request, "portal/talking_way.html", {"seen": seen, "form": form})
