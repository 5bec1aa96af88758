"""What somebody types about one deadline."""

from django import forms

from cases.actions.take_up import AT_MOST, against_taking_up
from core import clock
from door.forms import DateField, GovForm, LongTextField, Radios


class TakeUp(GovForm):
    """Until when somebody has it in hand."""

    until = DateField(
        label="I have this in hand until",
        called="The day",
        help_text=f"At most {AT_MOST} working days from today. The reminders to others wait until then.",
        error_messages={"required": "Enter the day until which you have it in hand"},
    )

    def clean_until(self):
        """Within the days that such a promise may run."""
        until = self.cleaned_data["until"]
        if wrong := against_taking_up(until, clock.today()):
            raise forms.ValidationError(wrong)
        return until


class Answer(GovForm):
    """A manager's answer to a reason."""

    agreed = forms.ChoiceField(
        label="Do you agree?",
        widget=Radios(
            small=True,
            hints={
                "yes": "The date stays. You see what follows before anything is recorded.",
                "no": "Nothing is excused. Whoever put it reads why.",
            },
        ),
        choices=[("yes", "Yes, the law allows this reason"), ("no", "No, it does not excuse it")],
        error_messages={"required": "Choose whether you agree"},
    )
    words = LongTextField(
        label="Your words",
        help_text="Needed when you do not agree. Whoever put the reason reads them.",
        required=False,
        max_length=2000,
        rows=3,
    )
    mark_optional = False

    def clean(self):
        """No refusal without why."""
        given = super().clean()
        if given.get("agreed") == "no" and not given.get("words", "").strip():
            self.add_error("words", "Say why. Whoever put the reason will read it.")
        return given


class TakeBack(GovForm):
    """Why a reason is taken back or ended."""

    words = LongTextField(
        label="Why",
        help_text="It stays on record.",
        max_length=2000,
        rows=3,
        error_messages={"required": "Say why. It stays on record."},
    )
