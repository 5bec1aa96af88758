"""What a statutory lead fills in under a rule."""

from django import forms
from django.core.exceptions import ValidationError

from door.forms import GovForm, LongTextField, Radios
from rulebook.rules import missing_reason
from rulebook.words import Said
from statute.duty import Duty


class GiveVerdict(GovForm):
    """Right, or doubtful; and why."""

    said = forms.ChoiceField(
        label="What do you say of it?",
        choices=[(Said.SIGNED_OFF.value, "Sign this rule off"), (Said.DOUBTED.value, "Note a doubt")],
        widget=Radios(
            small=True,
            hints={
                Said.SIGNED_OFF.value: "I have read it against its source, and it is right.",
                Said.DOUBTED.value: "Something in it may be wrong. It stays in use, with the doubt shown.",
            },
        ),
        error_messages={"required": "Choose whether to sign this rule off or note a doubt"},
    )
    why = LongTextField(
        label="Why",
        help_text="For a doubt: what may be wrong, and where you read it. For a sign-off: what you read.",
        required=False,
        max_length=2000,
        rows=4,
    )
    read = forms.CharField(widget=forms.HiddenInput, max_length=16)

    def __init__(self, *args, rule: Duty, **kwargs):
        super().__init__(*args, **kwargs)
        self.rule = rule

    def clean(self):
        """A doubt always says why; so does signing off what nobody has verified."""
        given = super().clean()
        said = given.get("said")
        if said and "why" in given and (missing := missing_reason(self.rule, Said(said), given["why"])):
            self.add_error("why", ValidationError(missing))
        return given
