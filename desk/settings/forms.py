"""What somebody answers while the register is brought in."""

from django import forms

from accounts.gias.words import Scope
from door.forms import Choose, GovForm

MOST_BYTES = 150 * 1024 * 1024


class ChooseRegister(GovForm):
    """The file, and how much of it."""

    file = forms.FileField(
        label="The register’s file",
        help_text="From Get Information about Schools: <b>edubasealldata</b> and the day, as a CSV. 150MB at most.",
        error_messages={"required": "Choose the file of the register", "empty": "The file is empty"},
    )
    scope = forms.ChoiceField(
        label="Which settings do you want?",
        widget=Choose,
        choices=[(scope.value, scope.words) for scope in Scope],
        initial=Scope.OURS,
        error_messages={"required": "Choose which settings you want"},
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError("This file is larger than 150MB. The register’s own is about 60MB")
        return file


class Take(GovForm):
    """Whether the good lines are taken when some are bad."""

    def __init__(self, *args, bad: int, **kwargs):
        super().__init__(*args, **kwargs)
        if bad:
            self.fields["how"] = forms.ChoiceField(
                label="Some lines could not be taken. What do you want?",
                widget=forms.RadioSelect,
                choices=[("good", "Take the good lines"), ("all", "Take nothing until every line is good")],
                error_messages={"required": "Choose what to do about the lines that could not be taken"},
            )
