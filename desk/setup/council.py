"""A council's own entry: opened by an installation administrator, kept by its own administrator."""

from django import forms
from django.urls import reverse

from accounts.opening import LEAST_CONTRAST
from accounts.roles import Role
from accounts.selectors_setup import council_called, council_of
from cases.actions.staff.council import Wanted, change_council, invite_administrator, open_with_administrator
from cases.powers import MAY
from core.events import Event
from desk.people.invite import NOT_SENT
from desk.people.letters import send_invitation
from desk.setup.asking import asked, sent
from door.forms import GovForm
from door.page import page
from door.words import long_date

PLAIN = {"autocomplete": "off"}


class Reached(GovForm):
    """How families reach the council, and its colour."""

    phone = forms.CharField(
        label="Telephone", required=False, max_length=30,
        help_text="Shown to families on every page. Leave it empty when there is none.",
        widget=forms.TextInput({**PLAIN, "class": "govuk-input--width-20"}),
    )  # fmt: skip
    email = forms.EmailField(
        label="Email address for families", required=False,
        help_text="One that several people read. Families write here when they have a question.",
        widget=forms.EmailInput(PLAIN),
    )  # fmt: skip
    colour = forms.CharField(
        label="Colour", max_length=7, initial="#134e5e",
        help_text=(
            "Of the bar at the top of every page: # and six digits or letters from a to f, like #134e5e. "
            f"White words stand on it, so it must be dark: a contrast of {LEAST_CONTRAST:g} to 1 or more."
        ),
        widget=forms.TextInput({**PLAIN, "class": "govuk-input--width-10"}),
    )  # fmt: skip


class Opening(Reached):
    """Everything that a council is opened with."""

    code = forms.CharField(
        label="Code of the local authority", max_length=3,
        help_text="The three digits of the Department for Education, like 355. It can never be changed.",
        widget=forms.TextInput({**PLAIN, "inputmode": "numeric", "class": "govuk-input--width-3"}),
    )  # fmt: skip
    name = forms.CharField(
        label="Name", max_length=120, help_text="In full, as on its letters: Salford City Council.",
        widget=forms.TextInput(PLAIN),
    )  # fmt: skip
    slug = forms.CharField(
        label="Its word in web addresses", max_length=40,
        help_text="Small letters, digits and single hyphens, like south-tyneside. Families’ links hold it for good.",
        widget=forms.TextInput({**PLAIN, "class": "govuk-input--width-20"}),
    )  # fmt: skip
    letters = forms.CharField(
        label="Letters of its references", max_length=3,
        help_text="Three letters that no other council here has, like SAL. Every reference begins with them.",
        widget=forms.TextInput({**PLAIN, "class": "govuk-input--width-3"}),
    )  # fmt: skip
    mailbox = forms.EmailField(
        label="The Bridge’s shared mailbox",
        help_text="Told of every new request. Several people read it and it outlasts each of them.",
        widget=forms.EmailInput(PLAIN),
    )  # fmt: skip
    administrator = forms.CharField(
        label="First administrator: name", max_length=120,
        help_text="They set up the rest: localities, teams, people.",
        widget=forms.TextInput(PLAIN),
    )  # fmt: skip
    administrator_email = forms.EmailField(
        label="First administrator: email address",
        help_text="Their own. They get an invitation there, like every colleague: a link that works for 7 days.",
        widget=forms.EmailInput(PLAIN),
    )  # fmt: skip

    field_order = (
        "code", "name", "slug", "letters", "colour", "phone", "email", "mailbox", "administrator",
        "administrator_email",
    )  # fmt: skip


@page(roles=MAY[Event.AUTHORITY_OPENED] - {Role.MACHINE})
def open_one(request):
    """Opens a council and invites its first administrator."""

    def act(given: dict) -> str:
        council, invitation, secret = open_with_administrator(Wanted(**given), by=request.who)
        return f"{council.name} is open. {_invited(request, invitation, secret)}"

    return asked(
        request, Opening(sent(request)), act,
        question="Which council do you want to open?", button="Open the council",
        back=reverse("desk:setup"), back_text="Setting up",
    )  # fmt: skip


class Administrator(GovForm):
    """Whom to invite as a council's administrator."""

    name = forms.CharField(label="Their name", max_length=120, widget=forms.TextInput(PLAIN))
    administrator_email = forms.EmailField(
        label="Their work email address",
        help_text="Their own. Somebody who is invited already gets another link, and the old one stops.",
        widget=forms.EmailInput(PLAIN),
    )  # fmt: skip


@page(roles=MAY[Event.AUTHORITY_OPENED] - {Role.MACHINE})
def administrator(request, code):
    """Invites an administrator of a council that has none, or whose letter did not arrive."""
    council = council_called(code)

    def act(given: dict) -> str:
        return _invited(
            request, *invite_administrator(code, given["name"], given["administrator_email"], by=request.who)
        )  # fmt: skip

    return asked(
        request, Administrator(sent(request)), act,
        question=f"Who is to be an administrator of {council.name}?", button="Send the invitation",
        back=reverse("desk:setup"), back_text="Setting up",
    )  # fmt: skip


def _invited(request, invitation, secret: str) -> str:
    if send_invitation(request, invitation, secret):
        until = long_date(invitation.ends_at)
        return f"{invitation.name} is invited to be its administrator. The link works until {until}."
    return NOT_SENT.format(invitation.email).replace("press “Send again”", "invite them again")


@page(roles=MAY[Event.AUTHORITY_CHANGED])
def change(request):
    """How the council is reached, and its colour."""
    council = council_of(request.who)
    initial = {"phone": council.contact_phone, "email": council.contact_email, "colour": council.brand_colour}

    def act(given: dict) -> str:
        change_council(**given, by=request.who)
        return "How families reach the council is saved. A new colour shows within the hour."

    return asked(
        request, Reached(sent(request), initial=initial), act,
        question=f"How do families reach {council.name}?", button="Save",
        back=reverse("desk:setup"), back_text="Setting up",
        notes=[
            f"Its code is {council.code}, its references begin with {council.letters} and its families’ address is "
            f"/{council.slug}/. These stay as they are: letters that families have already name them."
        ],
    )  # fmt: skip
