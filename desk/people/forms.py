"""What an administrator fills in about a colleague, and what the colleague fills in to join."""

from collections.abc import Iterable
from uuid import UUID

from django import forms
from django.contrib.auth import password_validation

from accounts.models import Agency, Person, Team
from accounts.roles import Role
from cases.actions.staff.invite import Wanted, Why
from door.forms import Checkboxes, Choose, DateField, GovForm

BESIDE = {
    Why.WAITS: "email",
    Why.HOLDS: "roles",
    Why.PAST: "since",
    Why.FAR_OFF: "since",
    Why.ENDS_FIRST: "until",
}
"""The field each refusal is shown beside."""


class StandingForm(GovForm):
    """As what, in which team, for whom, from when to when."""

    roles = forms.MultipleChoiceField(
        label="What will they be here?",
        help_text="Choose one, or more if they do several jobs.",
        widget=Checkboxes(small=True),
        error_messages={"required": "Choose what they will be", "invalid_choice": "Choose from the roles shown"},
    )
    team = forms.ChoiceField(label="Team", required=False, widget=Choose())
    agency = forms.ChoiceField(label="Works for", required=False, widget=Choose())
    since = DateField(label="First day", called="The first day")
    until = DateField(
        label="Last day", called="The last day", required=False, help_text="Leave it empty if there is none yet."
    )

    def __init__(self, *args, may_give: Iterable[Role], teams: Iterable[Team], agencies: Iterable[Agency], **kwargs):
        super().__init__(*args, **kwargs)
        roles = [role for role in Role if role in set(may_give)]
        self.fields["roles"].widget.hints = {role.value: role.meaning for role in roles}
        self.fields["roles"].choices = [(role.value, role.words) for role in roles]
        self.fields["team"].choices = [("", "No team"), *((str(one.pk), one.name) for one in teams)]
        self.fields["agency"].choices = [("", "Not said"), *((str(one.pk), one.name) for one in agencies)]
        self.fields["since"].error_messages["required"] = "Give the first day"

    def chosen(self, name: str) -> UUID | None:
        """The key of what was chosen, if anything was."""
        return UUID(self.cleaned_data[name]) if self.cleaned_data[name] else None

    def refuse(self, reasons: Iterable[str]) -> None:
        """Puts what the rules said beside the field it is about."""
        for reason in reasons:
            self.add_error(BESIDE.get(Why(reason)), reason)


class InviteForm(StandingForm):
    """Whom to invite, and as what."""

    email = forms.EmailField(
        label="Their work email address",
        help_text="The invitation goes there, and they sign in with it. Their own address, not a shared one.",
        widget=forms.EmailInput({"autocomplete": "off"}),
        error_messages={"required": "Enter their email address"},
    )
    name = forms.CharField(
        label="Their name",
        max_length=120,
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={"required": "Enter their name"},
    )
    field_order = ["email", "name"]

    def wanted(self) -> Wanted:
        """What was asked for."""
        given = self.cleaned_data
        return Wanted(
            email=given["email"],
            name=given["name"],
            roles=tuple(Role(role) for role in given["roles"]),
            since=given["since"],
            until=given["until"],
            team=self.chosen("team"),
            agency=self.chosen("agency"),
        )


class CodeForm(GovForm):
    """The code that was posted."""

    code = forms.CharField(
        label="Your code",
        max_length=40,
        widget=forms.TextInput(
            {
                "autocomplete": "one-time-code",
                "inputmode": "text",
                "autocapitalize": "characters",
                "spellcheck": "false",
            }
        ),
        error_messages={"required": "Type the code from the letter"},
    )


class PasswordForm(GovForm):
    """A password of one's own choosing, typed twice."""

    password1 = forms.CharField(
        label="Choose a password",
        help_text="At least 10 characters. Three words that do not belong together make a good one.",
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        error_messages={"required": "Choose a password"},
    )
    password2 = forms.CharField(
        label="Type it again",
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        error_messages={"required": "Type the password again"},
    )

    def __init__(self, *args, person: Person, **kwargs):
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_password1(self) -> str:
        """Strong enough, and not made of their own name or address."""
        password_validation.validate_password(self.cleaned_data["password1"], self.person)
        return self.cleaned_data["password1"]

    def clean(self):
        given = super().clean()
        if given.get("password1") and given.get("password2") and given["password1"] != given["password2"]:
            self.add_error("password2", "This is not the same as the password above")
        return given
