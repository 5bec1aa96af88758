"""What may harm a child or protects one: which kind, what was seen, by whom, since when; and how it ended."""

from django import forms

from cases.actions.factors import NO_EVIDENCE, NO_WHY, NOBODY
from cases.factor_words import GUARDED, Factor, Whence
from desk.child.markers_form import FEW
from door.forms import DateField, LongTextField, Radios
from people.forms import MindsAddresses


class FactorForm(MindsAddresses):
    """One piece of evidence, of the kinds that the reader may know of on one side."""

    written = ("evidence", "seen_by")

    kind = forms.ChoiceField(label="What is it?", error_messages={"required": "Choose what it is"})
    evidence = LongTextField(
        label="What was seen or said?", max_length=1000, rows=4,
        help_text="What happened and not what you think of it, in words the family could read: they may ask to.",
        error_messages={"required": NO_EVIDENCE},
    )  # fmt: skip
    seen_by = forms.CharField(
        label="Who saw it, or says so?", max_length=200, help_text="A name and what they are to the child.",
        error_messages={"required": NOBODY},
    )  # fmt: skip
    whence = forms.ChoiceField(
        label="How do they know?", choices=[(one.value, one.words) for one in Whence], widget=Radios(small=True),
        error_messages={"required": "Choose how they know"},
    )  # fmt: skip
    since = DateField(
        label="Since when?", called="The day", help_text="The first day anybody knows of. About is good enough.",
        error_messages={"required": "Enter the day it began, or was first seen"},
    )  # fmt: skip

    def __init__(self, *args, kinds: list[Factor], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind.value, kind.words) for kind in kinds]
        self.fields["kind"].widget = Radios(
            small=True, choices=self.fields["kind"].choices,
            hints={kind.value: FEW for kind in kinds if kind in GUARDED},
        )  # fmt: skip


class FactorOver(MindsAddresses):
    """It ended on a day, or was never so; and what has changed."""

    written = ("because",)

    how = forms.ChoiceField(
        label="What is so?",
        choices=[("over", "It is not so any more"), ("mistake", "It was written down by mistake")],
        widget=Radios(small=True),
        error_messages={"required": "Say whether it is over or was a mistake"},
    )
    until = DateField(label="If it is over: which was the last day?", called="The last day", required=False)
    because = LongTextField(
        label="What has changed, or what was wrong?", max_length=300, rows=2, error_messages={"required": NO_WHY}
    )

    def clean(self):
        """What is over has a last day."""
        given = super().clean()
        if given.get("how") == "over" and not given.get("until") and "until" not in self.errors:
            self.add_error("until", "Enter the last day")
        return given
