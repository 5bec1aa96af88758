"""A marker on a child's record: what it is, since when and who says so; and how it ended."""

from django import forms

from cases.actions.markers import NO_SOURCE
from cases.marker_words import GUARDED, Marker
from door.forms import DateField, GovForm, Radios

FEW = "Few people read this: the Bridge, the engagement lead, social care and those who oversee every case."


class MarkerForm(GovForm):
    """One kind, of those that the reader may know of."""

    kind = forms.ChoiceField(
        label="What gives this child priority?", error_messages={"required": "Choose what gives the child priority"}
    )
    since = DateField(
        label="Since which day?", called="The day", help_text="As the record of whoever says so has it.",
        error_messages={"required": "Enter the day it began"},
    )  # fmt: skip
    source = forms.CharField(
        label="Who says so?", max_length=200, help_text="Such as “The social worker, by telephone”, or a record.",
        error_messages={"required": NO_SOURCE},
    )  # fmt: skip

    def __init__(self, *args, kinds: list[Marker], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind.value, kind.words) for kind in kinds]
        self.fields["kind"].widget = Radios(
            small=True, choices=self.fields["kind"].choices,
            hints={kind.value: FEW for kind in kinds if kind in GUARDED},
        )  # fmt: skip


class MarkerOver(GovForm):
    """It ended on a day, or was never so."""

    how = forms.ChoiceField(
        label="What is so?",
        choices=[("over", "It is over"), ("mistake", "It was marked by mistake")],
        widget=Radios(small=True),
        error_messages={"required": "Say whether it is over or was a mistake"},
    )
    until = DateField(
        label="If it is over: which was the last day?", called="The last day", required=False,
    )  # fmt: skip

    def clean(self):
        """What is over has a last day."""
        given = super().clean()
        if given.get("how") == "over" and not given.get("until") and "until" not in self.errors:
            self.add_error("until", "Enter the last day")
        return given
