"""What an officer types about a request."""

from django import forms

from door.forms import DateField, LongTextField, Radios
from people.forms import MindsAddresses
from provision.family import add_questions, answers_of
from provision.rules import Line
from provision.words import Said as Yes
from referrals.rules import against_reason
from referrals.words import AsksFor, Said, Why


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


class Because(MindsAddresses):
    """Why, in words the family will read. What goes out by email names no child."""

    written: tuple[str, ...] = ("because",)

    because = LongTextField(
        label="Why (the family will read this)", max_length=2000, rows=4,
        error_messages={"required": Why.NO_REASON.value},
    )  # fmt: skip

    def __init__(self, *args, names: tuple[str, ...] = (), **kwargs):
        super().__init__(*args, **kwargs)
        self.names = names

    def clean(self):
        """No text leaves with the child's name in it."""
        given = super().clean()
        for name in self.written:
            text = given.get(name) or ""
            if text and (why := against_reason(text, self.names)):
                self.add_error(name, why[0].value)
        return given


class Accept(Because):
    """Yes; and where nobody agreed to sharing and there is a concern, that it is meant all the same."""

    unagreed = forms.BooleanField(
        label="I accept it without agreement to sharing, because the child may not be safe",
        error_messages={"required": Why.SAY_WITHOUT_AGREEMENT.value},
    )

    def __init__(self, *args, asks_unagreed: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        if not asks_unagreed:
            del self.fields["unagreed"]


class HeardByPhone(MindsAddresses):
    """What was answered on the phone, by whom and when."""

    written = ("who_spoke", "words")
    mark_optional = False

    who_spoke = forms.CharField(
        label="Who did you speak with?", max_length=120,
        error_messages={"required": Why.NOBODY_SPOKE.value, "max_length": "Use no more than 120 characters"},
    )  # fmt: skip
    spoken_on = DateField(
        label="Which day was it?", called="The day you spoke", error_messages={"required": "Enter the day you spoke"}
    )
    at = forms.CharField(
        label="At what time?", max_length=20, required=False, help_text="For example 10:15am. You can leave it empty.",
        widget=forms.TextInput({"class": "govuk-input--width-10"}),
        error_messages={"max_length": "Use no more than 20 characters"},
    )  # fmt: skip
    words = LongTextField(
        label="What did they say?", max_length=4000, rows=8,
        help_text="In their own words where you can. They can read it on their page.",
        error_messages={"required": "Write what they said", "max_length": "Use no more than 4,000 characters"},
    )  # fmt: skip


class Ask(Because):
    """What the Bridge needs to know."""

    because = LongTextField(
        label="What do you need to know?",
        help_text="One or two questions, in plain words. The sender answers by a link, without signing in.",
        max_length=2000, rows=5, error_messages={"required": Why.NO_QUESTION.value},
    )  # fmt: skip


class SendOn(Because):
    """Which service has it from now on."""

    written = ("because", "sent_to", "instead")

    sent_to = forms.CharField(
        label="Which service?",
        help_text="Its name, and how the family can reach it. For example: Speech and language, 0161 496 0110.",
        max_length=200, error_messages={"required": Why.NO_SERVICE.value},
    )  # fmt: skip
    instead = LongTextField(
        label="What happens next, and by when?", required=False, max_length=2000, rows=3,
        help_text="For example: they will ring you within two weeks.",
    )  # fmt: skip


class SendOnToOurs(Because):
    """A service of the directory has it, with what is known of whom it is for."""

    written = ("because", "instead")

    instead = SendOn.base_fields["instead"]

    def __init__(self, *args, lines: tuple[Line, ...], version: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.lines, self.version = lines, version
        add_questions(self, lines)

    @property
    def answers(self) -> dict[int, Yes]:
        """What was answered, by the place of each line."""
        return answers_of(self)

    @property
    def questions(self) -> list:
        """The fields of the threshold, for the page."""
        return [self[name] for name in self.fields if name.startswith("line_")]


class Decline(Because):
    """Why not, and what happens instead."""

    written = ("because", "instead")

    instead = LongTextField(
        label="What happens instead?",
        help_text="Who will help now, with what, and from when. Nobody is left with nothing.",
        max_length=2000, rows=4, error_messages={"required": Why.NO_INSTEAD.value},
    )  # fmt: skip


ANSWERS: dict[str, type[Because]] = {
    Said.ACCEPT: Accept,
    Said.ASK: Ask,
    Said.SEND_ON: SendOn,
    Said.DECLINE: Decline,
}
"""The form of each answer, by its word in the address."""
