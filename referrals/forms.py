"""What an officer types about a request."""

from django import forms

from door.forms import LongTextField, Radios
from people.forms import MindsAddresses
from referrals.rules import against_reason
from referrals.words import AsksFor, Why


class Settle(MindsAddresses):
    """What the request is, and why, in words the family will read."""

    written = ("reason",)

    answer = forms.ChoiceField(
        label="What is this request?",
        widget=Radios(small=True),
        choices=[
            (AsksFor.ASSESSMENT.value, "A request for an EHC needs assessment"),
            (AsksFor.HELP.value, "A request for help"),
        ],
        error_messages={"required": "Choose what this request is"},
    )
    reason = LongTextField(
        label="Why (the family will read this)",
        max_length=2000,
        rows=4,
        error_messages={"required": Why.NO_REASON.value},
    )

    def __init__(self, *args, only_assessment: bool = False, received: str, names: tuple[str, ...] = (), **kwargs):
        super().__init__(*args, **kwargs)
        self.names = names
        field = self.fields["answer"]
        field.widget.hints = {
            "assessment": f"The law’s 6, 16 and 20 weeks count from {received}, the day it reached us. "
            "It cannot be turned back.",
            "help": f"Our own target of 5 working days counts from {received}.",
        }
        if only_assessment:
            field.choices = field.choices[:1]

    def clean_reason(self):
        """No reason leaves with the child's name in it."""
        reason = self.cleaned_data["reason"]
        if why := against_reason(reason, self.names):
            raise forms.ValidationError(why[0].value)
        return reason
