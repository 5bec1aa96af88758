"""What somebody types about a child."""

from django import forms

from door.forms import Checkboxes, Choose, DateField, GovForm, LongTextField, Radios
from people.facts import Details
from people.forms import MindsAddresses
from people.numbers import CHECKS, bare, in_threes
from people.words import Checked, Home, Identity, Known, Tie


def _text(label: str, length: int, width: int = 20, *, help_text: str = "", required: bool = False, **more):
    widget = forms.TextInput({"class": f"govuk-input--width-{width}", "spellcheck": "false", "autocomplete": "off"})
    return forms.CharField(
        label=label, max_length=length, required=required, widget=widget, help_text=help_text, **more
    )  # fmt: skip


class DetailsForm(MindsAddresses):
    """Who a child is."""

    written = ("languages", "communication")

    given_name = _text("First name", 80, required=True, error_messages={"required": "Enter the first name"})
    family_name = _text("Last name", 80, required=True, error_messages={"required": "Enter the last name"})
    preferred_name = _text("Likes to be called", 80)
    pronouns = _text("Pronouns", 40, help_text="Such as she and her, he and him, they and them.")
    born_on = DateField(
        label="Date of birth", called="The date of birth", error_messages={"required": "Enter the date of birth"}
    )
    languages = _text("Languages spoken at home", 200, help_text="Such as Urdu and English.")
    interpreter = forms.ChoiceField(
        label="Does the family need an interpreter?",
        widget=Radios(small=True, inline=True),
        choices=[(known.value, known.words) for known in Known],
        initial=Known.NOT_KNOWN,
    )
    communication = LongTextField(
        label="How they communicate, and what helps",
        help_text="Such as signs, pictures, a hearing aid, time to answer.",
        required=False,
        max_length=2000,
        rows=3,
    )
    nhs_number = _text("NHS number", 20, 10, help_text="10 digits, such as 943 476 5919.")
    upn = _text(
        "Unique pupil number (UPN)", 20, 10, help_text="A letter and 12 digits. A temporary one ends in a letter."
    )
    uln = _text("Unique learner number (ULN)", 20, 10, help_text="10 digits, from the age of 14.")

    def clean(self):
        """Each number by its check digit, and what is wrong with it in words."""
        given = super().clean()
        for name, check in CHECKS.items():
            number = bare(given.get(name, ""))
            if number and (wrong := check(number)):
                self.add_error(name, wrong)
        return given

    @property
    def details(self) -> Details:
        """What was typed, whole."""
        return Details(**{name: self.cleaned_data[name] for name in DetailsForm.base_fields})

    @staticmethod
    def initial_of(child) -> dict:
        """What is known, as it is typed."""
        told = {name: getattr(child, name) for name in DetailsForm.base_fields}
        return told | {name: in_threes(told[name]) for name in ("nhs_number", "uln")}


class NewRecord(DetailsForm):
    """A child we should know."""

    key = forms.UUIDField(widget=forms.HiddenInput)


class Dated(GovForm):
    """From a day to a day."""

    since = DateField(label="From", called="The first day", required=False)
    until = DateField(label="Until", called="The last day", required=False, help_text="Leave it empty while it is so.")


ITS_OWN_PAGE = "It then stands on its own page, each opening of which is recorded, and in no list, letter or print."


class AddressForm(Dated):
    """Where a child lives, or letters about them go."""

    kind = forms.ChoiceField(
        label="What is this address?",
        widget=Radios(small=True),
        choices=[(kind.value, kind.words) for kind in Home],
        error_messages={"required": "Choose what this address is"},
    )
    lines = LongTextField(
        label="Address, without the postcode",
        help_text="A line each.",
        max_length=400,
        rows=4,
        error_messages={"required": "Enter the address, without the postcode"},
    )
    postcode = _text(
        "Postcode", 10, 10, required=True, error_messages={"required": "Enter a full postcode, like M5 4WT"}
    )
    secret = forms.BooleanField(
        label="Somebody must not be told this address", required=False, help_text=ITS_OWN_PAGE
    )  # fmt: skip
    told = forms.MultipleChoiceField(
        label="Who may be told a secret address", required=False, help_text="Letters name it to nobody else."
    )
    field_order = ("kind", "lines", "postcode", "since", "until", "secret", "told")

    def __init__(self, *args, people: list[tuple[str, str]], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["told"].widget = Checkboxes(small=True)
        self.fields["told"].choices = people
        if not people:
            del self.fields["told"]


class LearningForm(Dated):
    """Where a child learns."""

    name = _text(
        "Nursery, school, college or other setting",
        160,
        30,
        required=True,
        help_text="Its whole name or its number (URN). One that the council’s list does not know is kept in words.",
        error_messages={"required": "Enter where the child learns"},
    )
    secret = forms.BooleanField(
        label="Somebody must not be told where this child learns", required=False, help_text=ITS_OWN_PAGE
    )  # fmt: skip
    field_order = ("name", "since", "until", "secret")


PERSON = (
    "tie", "name", "acts_for", "responsible", "checked_how", "checked_on", "consents", "lives_with", "email", "phone",
    "home", "sibling", "since", "until", "secret",
)  # fmt: skip


class PersonForm(Dated):
    """Somebody around the child."""

    tie = forms.ChoiceField(
        label="What are they to the child?",
        widget=Choose(),
        choices=[("", "Choose"), *((tie.value, tie.words) for tie in Tie)],
        error_messages={"required": "Choose what they are to the child"},
    )
    name = _text("Name", 120, 20, help_text="May be left empty for a brother or sister whose record you give below.")
    acts_for = _text(
        "Council or agency they act for", 160, 30, help_text="For a foster carer, the one they foster for."
    )
    responsible = forms.ChoiceField(
        label="Do they have parental responsibility?",
        widget=Radios(small=True, inline=True),
        choices=[(known.value, known.words) for known in Known],
        initial=Known.NOT_KNOWN,
        help_text="A foster carer does not have it by fostering.",
    )
    checked_how = forms.ChoiceField(
        label="How that was checked",
        widget=Choose(),
        required=False,
        choices=[("", "Not checked"), *((how.value, how.words) for how in Checked)],
    )
    checked_on = DateField(label="The day it was checked", called="The day it was checked", required=False)
    consents = forms.BooleanField(label="They must be asked for consent", required=False)
    lives_with = forms.TypedChoiceField(
        label="Does the child live with them?",
        widget=Radios(small=True, inline=True),
        required=False,
        choices=[("yes", "Yes"), ("no", "No"), ("", "Not known")],
        coerce={"yes": True, "no": False}.get,
        empty_value=None,
    )
    email = forms.EmailField(label="Email", required=False, max_length=254)
    phone = _text("Phone", 30, 20)
    home = LongTextField(
        label="Their own address",
        help_text="Theirs alone: shown to those who carry the case, and used for letters to them. Postcode last.",
        required=False,
        max_length=400,
        rows=3,
    )
    sibling = _text("Record of a brother or sister", 20, 10, help_text="Their reference, such as SAL-7KQ4-MXT9.")
    secret = forms.BooleanField(
        label="Somebody must not be told of this person", required=False, help_text=ITS_OWN_PAGE
    )  # fmt: skip
    field_order = PERSON

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        started = self.initial.get("lives_with")
        self.initial["lives_with"] = {True: "yes", False: "no"}.get(started, "")


class FollowForm(GovForm):
    """How it was checked who somebody is."""

    identity = forms.ChoiceField(
        label="How did you check who they are?",
        widget=Radios(small=True),
        choices=[(how.value, how.words) for how in Identity],
        error_messages={"required": "Choose how you checked who they are"},
    )
    address = forms.BooleanField(
        label="They gave me this email address themselves, and I read it back to them",
        error_messages={"required": "Ask them for their email address and read it back"},
    )


class BarForm(GovForm):
    """Which addresses somebody may not be told, and why."""

    which = forms.ChoiceField(
        label="Which addresses may they not be told?",
        widget=Radios(small=True),
        choices=[("all", "Every address of the child, now and later"), ("some", "Only these")],
        initial="all",
    )
    addresses = forms.MultipleChoiceField(label="Only these", required=False, widget=Checkboxes(small=True))
    reason = LongTextField(
        label="Why",
        help_text="Such as a court order and its date. Those who carry the case read it, and nobody else.",
        max_length=2000,
        rows=4,
        error_messages={"required": "Say why. Whoever answers reads it."},
    )

    def __init__(self, *args, addresses: list[tuple[str, str]], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["addresses"].choices = addresses
        if not addresses:
            del self.fields["addresses"]
            self.fields["which"].choices = self.fields["which"].choices[:1]

    def clean(self):
        """Some means at least one."""
        given = super().clean()
        if given.get("which") == "some" and not given.get("addresses"):
            self.add_error("addresses" if "addresses" in self.fields else "which", "Choose at least one address")
        return given

    @property
    def chosen(self) -> list[str]:
        """The addresses; none means every one."""
        return self.cleaned_data["addresses"] if self.cleaned_data["which"] == "some" else []


class AnswerForm(GovForm):
    """The second person’s answer."""

    agreed = forms.ChoiceField(
        label="Do you agree?",
        widget=Radios(small=True),
        choices=[("yes", "Yes"), ("no", "No")],
        error_messages={"required": "Choose whether you agree"},
    )


class LiftForm(GovForm):
    """Why a bar is no longer needed."""

    reason = LongTextField(
        label="Why is it no longer needed?",
        help_text="A second person reads this and decides. Until then the bar holds.",
        max_length=2000,
        rows=3,
        error_messages={"required": "Say why. Whoever answers reads it."},
    )
