"""The support plan of a child, its review, and a place to say what the reader thinks."""

from uuid import UUID

from django import forms
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from accounts.family import FAMILY
from door.forms import GovForm, LongTextField
from door.page import page
from support.family import LONGEST, rounds_for, say_to_support


class Say(GovForm):
    """What somebody of the family thinks of the latest round."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    words = LongTextField(
        label=_("What do you think of it? What helps, and what should change?"), max_length=LONGEST, rows=5,
        error_messages={"required": _("Write what you think of it")},
    )  # fmt: skip


@page(roles=FAMILY)
def support(request, reference):
    """Every round that was agreed, the latest first."""
    called, rounds = rounds_for(request.who, reference)
    form = Say(request.POST if request.method == "POST" else None, initial={"key": rounds[0].key})
    if form.is_bound and "key" in form.errors:
        raise Http404
    if form.is_bound and form.is_valid():
        key: UUID = form.cleaned_data["key"]
        say_to_support(request.who, reference, key, form.cleaned_data["words"])
        return redirect("portal:support", reference=reference)
    shown = {"called": called, "rounds": rounds, "form": form, "reference": reference}
    return render(request, "portal/support.html", shown)
