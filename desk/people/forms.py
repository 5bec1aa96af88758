"""What an administrator fills in about a colleague, and what the colleague fills in to join."""

from collections.abc import Callable, Iterable
from datetime import date
from uuid import UUID

from django import forms
from django.contrib.auth import password_validation

from accounts.models import Agency, Person, Team
from accounts.roles import Role
from cases.actions.staff.invite import Wanted, Why
from door.forms import Checkboxes, Choose, DateField, GovForm
from door.words import plain_date

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

    all_the_same = forms.BooleanField(
        label="Go on all the same: they come in once an agreement covers them", required=False
    )  # fmt: skip

    def __init__(
        self, *args, may_give: Iterable[Role], teams: Iterable[Team], agencies: Iterable[Agency],
        covered: Callable[[UUID, date], bool], **kwargs,
    ):  # fmt: skip
        super().__init__(*args, **kwargs)
        self.covered, self.uncovered = covered, ""
        if not self.is_bound:
            del self.fields["all_the_same"]
        roles = [role for role in Role if role in set(may_give)]
        self.fields["roles"].widget.hints = {role.value: role.meaning for role in roles}
        self.fields["roles"].choices = [(role.value, role.words) for role in roles]
        self.fields["team"].choices = [("", "No team"), *((str(one.pk), one.name) for one in teams)]
        self.fields["agency"].choices = [("", "Not said"), *((str(one.pk), one.name) for one in agencies)]
        self.fields["since"].error_messages["required"] = "Give the first day"

    def clean(self):
        """Asks once about an organisation that no agreement covers on the first day; whoever ticks has answered."""
        given = super().clean()
        agency, since = given.get("agency"), given.get("since")
        if not agency or not since or self.covered(UUID(agency), since):
            self.fields.pop("all_the_same")
            return given
        self.uncovered = dict(self.fields["agency"].choices)[agency]
        if not given.get("all_the_same"):
            said = "No data-sharing agreement with {} is in force on {}. Until one is, they can sign in and see nothing"
            self.add_error("agency", said.format(self.uncovered, plain_date(since)))
        return given

    def chosen(self, name: str) -> UUID | None:
        """The key of what was chosen, if anything was."""
        return UUID(self.cleaned_data[name]) if self.cleaned_data[name] else None

    def refuse(self, reasons: Iterable[str]) -> None:
        """Puts what the rules said beside the field it is about."""
        for reason in reasons:
            self.add_error(BESIDE.get(Why(reason)), reason)


class MoveForm(GovForm):
    """To which team, and from when."""

    NONE = "none"

    team = forms.ChoiceField(
        label="Which team?", widget=Choose(), error_messages={"required": "Choose a team, or none"}
    )
    on = DateField(
        label="First day there", called="The first day", help_text="Until the day before they stay where they are.",
        error_messages={"required": "Give the first day"},
    )  # fmt: skip

    def __init__(self, *args, teams: Iterable[Team], **kwargs):
        super().__init__(*args, **kwargs)
        named = [(str(one.pk), one.name) for one in teams]
        self.fields["team"].choices = [("", "Choose a team"), *named, (self.NONE, "None: out of the team they are in")]

    @property
    def chosen(self) -> UUID | None:
        """The team, or None for none."""
        team = self.cleaned_data["team"]
        return None if team == self.NONE else UUID(team)


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
