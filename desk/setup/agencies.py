"""Organisations: the register that all councils of the installation share, and where this council writes to each."""

from django import forms
from django.shortcuts import render
from django.urls import reverse

from accounts.alike import likely
from accounts.models import Agency
from accounts.selectors_setup import agencies, agency_called
from cases.actions.staff.agency import add_agency, change_agency, keep_agency_mailbox
from cases.powers import MAY, SETS_UP
from core import clock
from core.events import Event
from desk.setup.asking import asked, sent
from door.forms import Choose, GovForm
from door.page import page

CHANGERS, WRITERS = MAY[Event.AGENCY_CHANGED], MAY[Event.AGENCY_MAILBOX_KEPT]


class About(GovForm):
    """What the register says of an organisation."""

    name = forms.CharField(
        label="Name", max_length=160, help_text="In full, as it writes it itself.",
        widget=forms.TextInput({"autocomplete": "off"}),
    )  # fmt: skip
    kind = forms.ChoiceField(
        label="What it is", widget=Choose, choices=[("", "Choose what it is"), *Agency.Kind.choices]
    )
    ods = forms.CharField(
        label="ODS code", required=False, max_length=12,
        help_text="A health organisation’s code in the NHS register, 3 to 8 letters and digits, like RM3.",
        widget=forms.TextInput({"autocomplete": "off", "class": "govuk-input--width-10"}),
    )  # fmt: skip


class Adding(About):
    """A new one, told once of those it may be the same as."""

    anyway = forms.BooleanField(required=False, label="None of these is it: add it all the same")

    def __init__(self, *args, known: list[str], **kwargs):
        super().__init__(*args, **kwargs)
        self.known, self.alike = known, []  # type: ignore[var-annotated]
        if not self.is_bound:
            del self.fields["anyway"]

    def clean(self):
        given = super().clean()
        self.alike = likely(given.get("name", ""), self.known) if given.get("name") else []
        if not self.alike:
            del self.fields["anyway"]
        elif not given.get("anyway"):
            self.add_error(
                "anyway", "Look at the organisations below. Tick the box if none of them is the one you mean"
            )
        return given


class Mailbox(GovForm):
    """Where we write."""

    mailbox = forms.EmailField(
        label="Mailbox", widget=forms.EmailInput({"autocomplete": "off"}),
        help_text="The address of a role or an office, which several people read. It outlasts each of them.",
    )  # fmt: skip


@page(roles=SETS_UP)
def every(request):
    """The register."""
    rows = list(agencies(request.who, clock.today()))
    return render(
        request,
        "desk/setup/agencies.html",
        {
            "rows": rows,
            "may_change": bool(request.who.roles & CHANGERS),
            "may_write": bool(request.who.roles & WRITERS),
        },
    )


@page(roles=SETS_UP)
def add(request):
    """Adds to the register, once those that may be the same were looked at."""
    known = [row.name for row in agencies(request.who, clock.today())] if request.method == "POST" else []
    form = Adding(sent(request), known=known)

    def act(given: dict) -> str:
        return f"{add_agency(given['name'], given['kind'], given['ods'], by=request.who).name} is on the register."

    if form.is_bound:
        form.is_valid()
    return asked(
        request, form, act, question="Which organisation do you want to add?", button="Add the organisation",
        back=reverse("desk:agencies"), back_text="Organisations", alike=form.alike,
        notes=["The register is shared by every council here. Look for the organisation first: it may be there."],
    )  # fmt: skip


@page(roles=CHANGERS)
def change(request, key):
    """Mends what the register says, for every council."""
    agency = agency_called(request.who, key, clock.today())
    form = About(sent(request), initial={"name": agency.name, "kind": agency.kind, "ods": agency.ods})

    def act(given: dict) -> str:
        return f"{change_agency(key, **given, by=request.who).name} is changed, for every council."

    return asked(
        request, form, act, question=f"What is {agency.name}?", button="Save the organisation",
        back=reverse("desk:agencies"), back_text="Organisations",
    )  # fmt: skip


@page(roles=WRITERS)
def mailbox(request, key):
    """Where this council writes to an organisation."""
    agency = agency_called(request.who, key, clock.today())
    form = Mailbox(sent(request), initial={"mailbox": agency.here})

    def act(given: dict) -> str:
        keep_agency_mailbox(key, given["mailbox"], by=request.who)
        return f"We write to {agency.name} at {given['mailbox']} from now on."

    return asked(
        request, form, act, question=f"Where do we write to {agency.name}?", button="Save the mailbox",
        back=reverse("desk:agencies"), back_text="Organisations",
    )  # fmt: skip
