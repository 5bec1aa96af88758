"""What somebody answers while an official file is brought in."""

import re

from django import forms

from accounts.gias.words import Scope
from door.forms import Choose, GovForm, Radios

MOST_BYTES = 150 * 1024 * 1024


COUNCIL = re.compile(r"E(06|07|08|09|10)[0-9]{6}")


class ChooseFile(GovForm):
    """A file, of a size that a browser can send."""

    file = forms.FileField(error_messages={"empty": "The file is empty"})
    too_large = "This file is larger than 150MB"

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(self.too_large)
        return file


class ChooseRegister(ChooseFile):
    """The register of schools, and how much of it."""

    file = forms.FileField(
        label="The register’s file",
        help_text="Its name is <b>edubasealldata</b> and the day, and it ends in .csv. 150MB at most.",
        error_messages={"required": "Choose the file of the register", "empty": "The file is empty"},
    )
    scope = forms.ChoiceField(
        label="Which settings do you want?",
        widget=Choose,
        choices=[(Scope.OURS.value, "Our area, and any we have already"), (Scope.ALL.value, Scope.ALL.words)],
        initial=Scope.OURS,
        error_messages={"required": "Choose which settings you want"},
    )
    too_large = "This file is larger than 150MB. The register’s own is about 60MB"


class ChoosePostcodes(ChooseFile):
    """Postcodes with their wards, and whose are wanted."""

    file = forms.FileField(
        label="The file of postcodes",
        help_text="From the ONS Postcode Directory or the National Statistics Postcode Lookup: the file of one "
        "postcode area, such as <b>ONSPD_AUG_2026_UK_M.csv</b> in the folder <b>multi_csv</b>. Bring in one after "
        "the other.",
        error_messages={"required": "Choose the file of postcodes", "empty": "The file is empty"},
    )
    council = forms.CharField(
        label="Your council’s code in that file",
        help_text="The ONS code, nine letters and digits, like E08000006. Only postcodes of this council are kept.",
        max_length=20,
        widget=forms.TextInput({"class": "govuk-input--width-10", "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": "Enter your council’s ONS code, like E08000006"},
    )
    too_large = "This file is larger than 150MB. Choose the file of one postcode area in the folder multi_csv"

    def clean_council(self) -> str:
        code = "".join(self.cleaned_data["council"].upper().split())
        if not COUNCIL.fullmatch(code):
            raise forms.ValidationError("Enter an ONS code of a council in England, like E08000006")
        return code


class ChooseNames(ChoosePostcodes):
    """Ward names."""

    file = forms.FileField(
        label="The file of ward names",
        help_text="A CSV with the columns WD25CD and WD25NM, of any year: in the folder <b>Documents</b> of the same "
        "download, or the ONS list of wards and councils.",
        error_messages={"required": "Choose the file of ward names", "empty": "The file is empty"},
    )
    too_large = "This file is larger than 150MB. A list of ward names is far smaller"


class Take(GovForm):
    """Whether the good lines are taken when some are bad."""

    def __init__(self, *args, bad: int, **kwargs):
        super().__init__(*args, **kwargs)
        if bad:
            self.fields["how"] = forms.ChoiceField(
                label=f"{bad} {'line' if bad == 1 else 'lines'} could not be taken. What do you want?",
                widget=Radios(small=True),
                choices=[
                    ("good", "Take the good lines now. I can mend the others and bring the file in again"),
                    ("all", "Take nothing until every line is good"),
                ],
                error_messages={"required": "Choose what to do about the lines that could not be taken"},
            )
