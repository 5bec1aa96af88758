"""What is asked when a colleague writes to the family, or writes down what was said elsewhere."""

from django import forms

from accounts.working_hours import WORKDAYS, weekday
from core import clock
from door.forms import Checkboxes, DateField, GovForm, LongTextField, Radios
from people.words import Mode
from talking.actions.say import Telling, Wishes
from talking.words import ELSEWHERE, LONGEST, LONGEST_HELP, Suits, Way, Why

YES_NO = [("yes", "Yes"), ("no", "No")]


class Message(GovForm):
    """A message to one person of the family."""

    words = LongTextField(
        label="Your message", max_length=LONGEST, rows=6,
        error_messages={"required": str(Why.NO_WORDS), "max_length": str(Why.TOO_LONG)},
    )  # fmt: skip
    answers = forms.ChoiceField(
        label="Does this answer what they are waiting for?", choices=YES_NO, widget=Radios(inline=True),
        error_messages={"required": "Say whether this answers what they are waiting for"},
    )  # fmt: skip

    def __init__(self, *args, waits: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not waits:
            del self.fields["answers"]

    def telling(self) -> Telling:
        """As it goes into the conversation."""
        given = self.cleaned_data
        return Telling(given["words"], answers=given.get("answers") == "yes")


class Record(GovForm):
    """A call, a letter, a text, an email or a talk face to face."""

    way = forms.ChoiceField(
        label="How did you talk?", choices=[(way.value, way.words) for way in ELSEWHERE], widget=Radios(),
        error_messages={"required": "Choose how you talked"},
    )  # fmt: skip
    who = forms.ChoiceField(
        label="Who began?", choices=[("us", "We did"), ("family", "They did")], widget=Radios(inline=True),
        help_text="Who rang, wrote or came to the other.",
        error_messages={"required": "Choose who began"},
    )  # fmt: skip
    said_on = DateField(label="On which day?", error_messages={"required": "Enter the day"})
    words = LongTextField(
        label="What was said", max_length=LONGEST, rows=6,
        error_messages={"required": "Write what was said", "max_length": str(Why.TOO_LONG)},
    )  # fmt: skip
    answers = forms.ChoiceField(
        label="Did this answer what they were waiting for?", choices=YES_NO, widget=Radios(inline=True),
        error_messages={"required": "Say whether this answered what they were waiting for"},
    )  # fmt: skip
    owed = forms.ChoiceField(
        label="Do they wait for an answer from us after this?", choices=YES_NO, widget=Radios(inline=True),
        help_text="Then they are promised one within 5 working days of that day, as with a message.",
        error_messages={"required": "Say whether they wait for an answer"},
    )  # fmt: skip

    def __init__(self, *args, waits: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not waits:
            del self.fields["answers"]

    def clean_said_on(self):
        """Not in the future."""
        if self.cleaned_data["said_on"] > clock.today():
            raise forms.ValidationError(str(Why.NOT_YET))
        return self.cleaned_data["said_on"]

    def telling(self) -> Telling:
        """As it goes into the conversation."""
        given = self.cleaned_data
        return Telling(
            given["words"], way=Way(given["way"]), by_family=given["who"] == "family", said_on=given["said_on"],
            owed=given["owed"] == "yes", answers=given.get("answers") == "yes",
        )  # fmt: skip


class NoAnswer(GovForm):
    """Why what they said needs none."""

    because = LongTextField(
        label="Why is no answer needed?", max_length=1000, rows=3, error_messages={"required": str(Why.NO_REASON)}
    )


class Prefers(GovForm):
    """How they want to be reached and met."""

    way = forms.ChoiceField(
        label="How do they want to be reached?", choices=[(way.value, way.words) for way in Way], widget=Radios(),
        error_messages={"required": "Choose how they want to be reached"},
    )  # fmt: skip
    meets = forms.ChoiceField(
        label="How do they like to meet?", required=False, widget=Radios(),
        choices=[("", "They do not mind, or have not said"), *((one.value, one.words) for one in Mode)],
    )  # fmt: skip
    suits = forms.MultipleChoiceField(
        label="Which times of the day suit them?", required=False, widget=Checkboxes(),
        choices=[(one.value, one.words) for one in Suits],
    )  # fmt: skip
    not_on = forms.TypedMultipleChoiceField(
        label="On which days can they not come?", required=False, coerce=int, widget=Checkboxes()
    )
    helps = LongTextField(
        label="Where do they like to meet, and what helps them there?", required=False, rows=3,
        max_length=LONGEST_HELP, help_text="In their words. They read it on their own page.",
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["not_on"].choices = [(day, weekday(day)) for day in WORKDAYS]

    def wishes(self) -> Wishes:
        """What was noted."""
        given = self.cleaned_data
        return Wishes(
            Way(given["way"]), Mode(given["meets"]) if given["meets"] else None,
            tuple(Suits(one) for one in given["suits"]), tuple(given["not_on"]), given["helps"],
        )  # fmt: skip
