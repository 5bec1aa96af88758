"""What is typed about a commitment."""

from uuid import UUID

from django import forms

from cases.actions.commitments import Promise
from cases.commitment_words import Stands
from door.forms import Choose, DateField, GovForm, LongTextField, Radios


class CommitmentForm(GovForm):
    """Everything that is said of one."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    what = LongTextField(
        label="What was promised?", max_length=300, rows=2,
        help_text="In a sentence that somebody could check. It names no child.",
        error_messages={"required": "Say what was promised"},
    )  # fmt: skip
    source = forms.CharField(
        label="Where was it promised?", max_length=200, help_text="Such as a strategy and its page.",
        error_messages={"required": "Say where it was promised"},
    )  # fmt: skip
    due_on = DateField(
        label="By which day?", called="The day", error_messages={"required": "Enter the day by which it is to be met"}
    )
    owner = forms.ChoiceField(
        label="Who answers for it?", widget=Choose, error_messages={"required": "Choose who answers for it"}
    )
    stands = forms.ChoiceField(
        label="How does it stand?", choices=[(one.value, one.words) for one in Stands], widget=Radios(small=True),
        error_messages={"required": "Choose how it stands"},
    )  # fmt: skip
    met_on = DateField(label="If it is met: since which day?", called="The day it was met", required=False)
    evidence = LongTextField(
        label="What shows it?", max_length=2000, rows=4, required=False,
        help_text="A report, a figure with its day, a page. Wanted once it is met.",
    )  # fmt: skip

    def __init__(self, *args, people, named: tuple[UUID, str] | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        names = {str(row.pk): row.name for row in people}
        if named and str(named[0]) not in names:
            names[str(named[0])] = f"{named[1]} (works here no longer)"
        self.fields["owner"].choices = [("", "Choose a person"), *names.items()]

    def promise(self) -> Promise:
        """What was typed, as the act takes it. A day is kept only of what is met."""
        given = self.cleaned_data
        met = given["stands"] == Stands.MET
        return Promise(
            given["what"].strip(), given["source"].strip(), given["due_on"], UUID(given["owner"]), given["stands"],
            given["evidence"].strip(), given["met_on"] if met else None,
        )  # fmt: skip
