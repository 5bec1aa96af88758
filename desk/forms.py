"""What staff fill in about post."""

from django import forms
from django.core.exceptions import ValidationError

from core import clock
from door.forms import DateField, GovForm, LongTextField, Radios
from notices.addresses import postal_address
from notices.words import Postage
from people.forms import MindsAddresses


class PostalAddress(GovForm):
    """Where a letter goes when it is printed instead: an address that is written down, or, where nothing about the
    child is secret, one typed here."""

    known = forms.ChoiceField(label="Where should it go?", required=False, widget=Radios(small=True))
    address = LongTextField(
        label="Name and postal address",
        help_text="As it should show in the window of the envelope: the name first, a line for each part, the "
        "postcode last. Three to seven lines.",
        rows=7,
        max_length=500,
        required=False,
    )
    mark_optional = False

    def __init__(self, *args, known: list[str], may_type: bool, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.may_type = may_type
        lines = [(one, one.replace("\n", ", ")) for one in known]
        self.fields["known"].choices = [*lines, ("", "Another address")] if may_type else lines
        if not known:
            del self.fields["known"]
        if not may_type:
            del self.fields["address"]

    def clean(self):
        """One that is written down, or one typed in the form it is kept in."""
        given = super().clean()
        if given.get("known"):
            given["address"] = given["known"]
        elif not self.may_type:
            self.add_error("known" if "known" in self.fields else None, "Choose an address that is written down")
        elif not given.get("address", "").strip():
            self.add_error("address", "Write the name and postal address")
        else:
            try:
                given["address"] = postal_address(given["address"])
            except ValueError:
                self.add_error("address", "Write the name and postal address on three to seven lines")
        return given


class DealtWith(MindsAddresses):
    """What somebody did instead."""

    written = ("note",)

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
