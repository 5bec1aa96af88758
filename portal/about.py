"""What somebody of the family wants known about the child: written once, read by everybody who helps, and by whoever
they give a link to."""

from django import forms
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.family import FAMILY
from core.refusals import NotAllowed, Refused
from door.forms import GovForm, Radios
from door.page import page
from profiles.family import (
    LINK_DAYS,
    LONGEST_NAME,
    AboutChild,
    Why,
    link_seen,
    my_profile,
    read_by_link,
    save,
    share,
    stop,
)


def _days(count: int) -> str:
    return ngettext("%(n)d day", "%(n)d days", count) % {"n": count}


class Share(GovForm):
    """For whom a link is, and how long it opens."""

    for_whom = forms.CharField(
        label=_("Who is the link for?"), max_length=LONGEST_NAME,
        help_text=_("For example “Brownies” or “Dr Penn”. Only you read this."),
        error_messages={"required": _("Enter who the link is for"), "max_length": Why.LONG_NAME},
    )  # fmt: skip
    days = forms.TypedChoiceField(
        label=_("How long does it open?"), coerce=int, widget=Radios(inline=True),
        error_messages={"required": _("Choose how long the link opens")},
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["days"].choices = [(days, _days(days)) for days in LINK_DAYS]


class WhoReads(GovForm):
    """Who somebody is who opens a link."""

    name = forms.CharField(
        label=_("Who are you?"), max_length=LONGEST_NAME,
        help_text=_("Your name, and how you know the child. Whoever gave you the link reads this."),
        widget=forms.TextInput({"autocomplete": "name"}),
        error_messages={"required": _("Enter who you are"), "max_length": Why.LONG_NAME},
    )  # fmt: skip


@page(roles=FAMILY)
def about(request, reference):
    """What stands, who has read it, and the links."""
    return render(request, "portal/about.html", {"seen": my_profile(request.who, reference)})


@page(roles=FAMILY)
def write(request, reference):
    """One box for each heading. Whatever was changed meanwhile stands beside what was typed."""
    seen = my_profile(request.who, reference)
    posted = request.method == "POST"
    form = AboutChild(request.POST if posted else None, called=seen.called, oneself=seen.oneself, written=seen.written)
    before = _number(request.POST.get("before", "")) if posted else seen.version
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            save(request.who, reference, form.written(), before)
        except Refused as refusal:
            refused = refusal.reasons
            before = seen.version if Why.CHANGED in refused else before
        else:
            messages.success(request, _("It is saved. Everybody who helps is asked to read it."))
            return redirect("portal:about", reference=reference)
    shown = {"seen": seen, "form": form, "before": before, "changed": Why.CHANGED in refused}
    return _answer(request, "about_write", refused, **shown)


@page(roles=FAMILY)
def make(request, reference):
    """A link for somebody else."""
    seen = my_profile(request.who, reference)
    if not seen.written:
        return redirect("portal:about", reference=reference)
    form = Share(request.POST if request.method == "POST" else None)
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            share(request.who, reference, form.cleaned_data["for_whom"], form.cleaned_data["days"])
        except Refused as refusal:
            refused = refusal.reasons
        else:
            messages.success(request, _("The link is made. It stands below, to be copied and passed on."))
            return redirect("portal:about", reference=reference)
    return _answer(request, "about_share", refused, seen=seen, form=form)


@page(roles=FAMILY)
def end(request, reference, key):
    """Stops a link, after asking once."""
    seen = my_profile(request.who, reference)
    link = next((one for one in seen.links if one.key == key), None)
    if link is None:
        raise Http404
    if request.method == "POST":
        stop(request.who, reference, key)
        messages.success(request, _("The link opens no more."))
        return redirect("portal:about", reference=reference)
    return render(request, "portal/about_stop.html", {"seen": seen, "link": link})


@page(roles=FAMILY)
def print_it(request, reference):
    """One page to print."""
    seen = my_profile(request.who, reference)
    if not seen.written:
        raise Http404
    return render(request, "portal/about_print.html", {"seen": seen})


@page(public=True)
def by_link(request, token):
    """Whoever was given a link says who they are, and reads. Opening the address shows nothing of the child."""
    seen = link_seen(token)
    if seen is None:
        return render(request, "portal/link_over.html", status=404)
    form = WhoReads(request.POST if request.method == "POST" else None)
    refused: tuple[str, ...] = ()
    if form.is_bound and form.is_valid():
        try:
            read_by_link(token, form.cleaned_data["name"])
        except (Refused, NotAllowed):
            return render(request, "portal/link_over.html", status=404)
        return render(request, "portal/about_read.html", {"seen": seen})
    return _answer(request, "about_who", refused, seen=seen, form=form)


def _number(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else -1


def _answer(request, template: str, refused: tuple[str, ...], **shown):
    shown |= {"refused": refused, "title_error": bool(refused or shown["form"].errors)}
    return render(request, f"portal/{template}.html", shown, status=409 if refused else 200)
