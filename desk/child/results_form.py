"""One result of a case."""

from django import forms

from cases.result_words import Result
from door.forms import DateField, GovForm, LongTextField, Radios


class ResultForm(GovForm):
    """What it was, its day, and a note."""

    kind = forms.ChoiceField(
        label="What happened?",
        choices=[(kind.value, kind.words) for kind in Result],
        widget=Radios(small=True),
        error_messages={"required": "Choose what happened"},
    )
    came_on = DateField(
        label="On which day?",
        called="The day",
        help_text="The day of the decision, of the Tribunal’s letter, or on which the complaint came in.",
        error_messages={"required": "Enter the day"},
    )
    note = LongTextField(
        label="Note",
        help_text="Such as the Tribunal’s number, or what the complaint is about. Those who carry the case read it.",
        required=False,
        max_length=1000,
        rows=3,
    )
