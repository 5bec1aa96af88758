"""What is asked of somebody who puts files with a case."""

from django import forms

from cases.words import Part
from core import clock
from documents.actions.add import About
from documents.rules import SAID
from documents.words import READ_BY
from door.fields import FilesField
from door.forms import DateField, Radios
from people.forms import MindsAddresses

MOST = 10
"""Files at a time. More can follow."""


class AddFile(MindsAddresses):
    """The files, what they are, from whom, their date, and who may open them."""

    written = ("title", "from_whom")
    mark_optional = False

    files = FilesField(
        label="Choose files", most=MOST,
        help_text=f"{SAID}. Up to 10 MB each, {MOST} files at most.",
        error_messages={"required": "Choose at least one file"},
    )  # fmt: skip
    title = forms.CharField(
        label="What is it?", max_length=120, help_text="For example: a speech and language report.",
        error_messages={"required": "Say what it is", "max_length": "Use no more than 120 characters"},
    )  # fmt: skip
    from_whom = forms.CharField(
        label="Who is it from?", max_length=120, help_text="A person, or an organisation.",
        error_messages={"required": "Say who it is from", "max_length": "Use no more than 120 characters"},
    )  # fmt: skip
    dated_on = DateField(
        label="What date is on it?", called="The date on it", required=False,
        help_text="Leave this empty if there is none. Today is noted as the day it came.",
    )  # fmt: skip
    part = forms.ChoiceField(
        label="Who may open it?", widget=Radios(small=True),
        error_messages={"required": "Choose who may open it", "invalid_choice": "Choose who may open it"},
    )  # fmt: skip

    def __init__(self, *args, parts: frozenset[Part], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["part"].choices = [(part.value, words) for part, words in READ_BY.items() if part in parts]
        self.fields["part"].initial = Part.FILES.value

    def clean_dated_on(self):
        """Nothing is dated in the future."""
        day = self.cleaned_data["dated_on"]
        if day and day > clock.today():
            raise forms.ValidationError("This day is still to come. Enter the date that stands on it")
        return day

    def about(self) -> About:
        """What was said of the files, as the act wants it."""
        given = self.cleaned_data
        return About(given["title"].strip(), given["from_whom"].strip(), given["dated_on"])
