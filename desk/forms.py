"""What staff fill in about post."""

from django import forms
from django.core.exceptions import ValidationError

from core import clock
from door.forms import DateField, GovForm, LongTextField, Radios
from notices.addresses import postal_address
from notices.words import Postage


class PostalAddress(GovForm):
    """Where a letter goes when it is printed instead."""

    address = LongTextField(
        label="Name and postal address",
        help_text="As it should show in the window of the envelope: the name first, a line for each part, the "
        "postcode last. Three to seven lines.",
        rows=7,
        max_length=500,
        error_messages={"required": "Write the name and postal address"},
    )

    def clean_address(self) -> str:
        """In the form it is kept in."""
        try:
            return postal_address(self.cleaned_data["address"])
        except ValueError:
            raise ValidationError("Write the name and postal address on three to seven lines") from None


class DealtWith(GovForm):
    """What somebody did instead."""

    note = forms.CharField(
        label="What did you do about it?",
        help_text="In a few words, such as: rang the family and read it to them.",
        max_length=300,
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={"required": "Say in a few words what you did"},
    )


class PutInThePost(GovForm):
    """How and when printed letters were posted."""

    postage = forms.ChoiceField(
        label="How did they go?",
        choices=[(one.value, one.words) for one in Postage],
        widget=Radios(small=True, inline=True),
        error_messages={"required": "Choose first or second class"},
    )
    posted_on = DateField(label="On which day?", called="The day of posting")

    def __init__(self, *args, written_on=None, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.written_on = written_on

    def clean_posted_on(self):
        """Not in the future, and not before the newest of the letters was written."""
        day = self.cleaned_data["posted_on"]
        if day > clock.today():
            raise ValidationError("The day of posting must be today or in the past")
        if self.written_on and day < self.written_on:
            raise ValidationError("The day of posting must not be before the day a letter was written")
        return day
