"""What somebody of the family says to something that was written about their child."""

from django import forms
from django.utils.translation import gettext_lazy as _

from door.forms import GovForm, LongTextField, Radios


class Answer(GovForm):
    """Whether what was written is right, in the reader's own words."""

    agrees = forms.ChoiceField(
        label=_("Do the notes say what was said?"),
        choices=[("yes", _("Yes, I agree with them")), ("no", _("No, something is wrong or missing"))],
        widget=Radios(),
        error_messages={"required": _("Choose yes or no")},
    )
    words = LongTextField(label=_("In your own words"), required=False, max_length=4000, rows=6)

    def clean(self) -> dict:
        given = super().clean() or self.cleaned_data
        if given.get("agrees") == "no" and not given.get("words", "").strip():
            self.add_error("words", _("Write what is wrong or missing"))
        return given

    def __init__(self, *args, asks: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        if asks:
            self.fields["agrees"].label = asks
