"""What is asked of whoever plans, holds or closes an allocation meeting."""

from django import forms

from door.forms import Choose, DateField, GovForm, LongTextField, Radios
from panels.actions.sittings import Wanted
from panels.words import Came

TIMES = ["%H:%M", "%H.%M", "%I:%M%p", "%I.%M%p", "%I%p", "%I:%M %p", "%I.%M %p", "%I %p", "%H"]
"""As people type them: 14:00, 14.00, 2pm, 2:30 pm."""


class Plan(GovForm):
    """When and where."""

    held_on = DateField(label="Which day?", error_messages={"required": "Enter the day of the meeting"})
    begins_at = forms.TimeField(
        label="When does it begin?",
        required=False,
        input_formats=TIMES,
        help_text="For example, 9:30 or 2pm",
        widget=forms.TimeInput({"class": "govuk-input--width-5"}, format="%H:%M"),
        error_messages={"invalid": "Enter a time, like 9:30 or 2pm"},
    )
    place = forms.CharField(
        label="Where?", required=False, max_length=200, help_text="A room, or how to join by video or phone."
    )

    def wanted(self) -> Wanted:
        given = self.cleaned_data
        return Wanted(given["held_on"], given["begins_at"], given["place"])


class WhoCame(GovForm):
    """Somebody who is there, or sent apologies."""

    person = forms.ChoiceField(
        label="Who?",
        widget=Choose(),
        error_messages={"required": "Choose who", "invalid_choice": "Choose somebody from the list"},
    )
    came = forms.ChoiceField(
        label="Are they here?",
        choices=[(one.value, one.words) for one in Came],
        initial=Came.HERE.value,
        widget=Radios(inline=True),
        error_messages={"required": "Choose whether they are here"},
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [("", "Choose a colleague"), *((str(one.pk), one.name) for one in people)]


class Close(GovForm):
    """What was said beside the cases."""

    minutes = LongTextField(
        label="Anything else for the minutes",
        help_text=(
            "Who came and what was decided, with its reasons, stand in the minutes already. Leave children’s names out."
        ),
        required=False, max_length=4000, rows=5,
    )  # fmt: skip


class Later(GovForm):
    """Why a case is put off."""

    because = LongTextField(
        label="Why not today?",
        help_text="It stands in the minutes, and the case comes back at the next meeting by itself.",
        max_length=1000, rows=3, error_messages={"required": "Say why not today"},
    )  # fmt: skip
