"""What somebody types about being away."""

from collections.abc import Iterable
from uuid import UUID

from django import forms

from accounts.models import Person
from accounts.rules import Away, Why
from door.forms import Choose, DateField, GovForm

NOBODY = "nobody"
UNKNOWN_OR_DAY = "Give the last day away, or tick that it is not known yet"
NOT_BOTH = "Give the last day away or tick that it is not known yet, not both"
BESIDE = {
    Why.OVER: "until",
    Why.FAR_OFF: "since",
    Why.ENDS_FIRST: "until",
    Why.THEMSELVES: "cover",
    Why.ELSEWHERE: "cover",
    Why.OVERLAPS: "since",
    Why.IN_A_CIRCLE: "cover",
}
"""The field each refusal is shown beside."""


class LeaveForm(GovForm):
    """From when, until when, and who covers."""

    since = DateField(label="First day away", called="The first day away")
    until = DateField(label="Last day away", called="The last day away", required=False)
    unknown = forms.BooleanField(label="The last day is not known yet", required=False)
    cover = forms.ChoiceField(label="Who covers", widget=Choose())
    mark_optional = False

    def __init__(self, *args, may_cover: Iterable[Person], **kwargs):
        super().__init__(*args, **kwargs)
        names = [(str(one.pk), one.name) for one in may_cover]
        self.fields["cover"].choices = [("", "Choose a colleague"), *names, (NOBODY, "Nobody")]
        self.fields["since"].error_messages["required"] = "Give the first day away"
        self.fields["cover"].error_messages["required"] = "Choose who covers, or Nobody"

    def clean(self):
        given = super().clean()
        if "until" in given and bool(given["until"]) == bool(given.get("unknown")):
            self.add_error("until", NOT_BOTH if given["until"] else UNKNOWN_OR_DAY)
        return given

    def wanted(self, person: UUID) -> Away:
        """What was asked for, for this person."""
        given = self.cleaned_data
        cover = None if given["cover"] == NOBODY else UUID(given["cover"])
        return Away(person, given["since"], given["until"], cover)

    def refuse(self, reasons: Iterable[str]) -> None:
        """Puts what the rules said beside the field it is about."""
        for reason in reasons:
            self.add_error(BESIDE.get(Why(reason)), reason)


class SomebodysLeaveForm(LeaveForm):
    """The same, for a colleague."""

    person = forms.ChoiceField(label="Who is away", widget=Choose())
    field_order = ["person"]

    def __init__(self, *args, people: Iterable[Person], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [("", "Choose a person"), *((str(one.pk), one.name) for one in people)]
        self.fields["person"].error_messages["required"] = "Choose who is away"

    def wanted(self, person: UUID) -> Away:
        """What was asked for, for the person chosen."""
        return super().wanted(UUID(self.cleaned_data["person"]))
