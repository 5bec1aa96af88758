"""What a statutory lead fills in under a rule, and the days that somebody asks about."""

from collections.abc import Sequence
from datetime import date

from django import forms
from django.core.exceptions import ValidationError

from accounts.selectors_school import WithDates
from door.forms import Choose, DateField, GovForm, LongTextField, Radios
from rulebook.rules import missing_reason
from rulebook.words import Said
from statute.duty import Duty
from statute.journeys import Journey, Question, questions_of
from statute.what_if import out_of_order


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
    mark_optional = False  # a doubt, and a rule that is not verified, need their reason

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


COUNCILS_OWN = "council"
"""How the council's own term dates are chosen among the schools'."""


class WhatIf(GovForm):
    """A date for each day that the rules of a journey count from. One is enough."""

    process = forms.CharField(widget=forms.HiddenInput)
    mark_optional = False

    def __init__(self, *args, journey: Journey, schools: Sequence[WithDates] = (), **kwargs):
        kwargs.setdefault("initial", {"process": journey.key})
        super().__init__(*args, **kwargs)
        self.journey = journey
        self.questions = questions_of(journey)
        for question in self.questions:
            self.fields[question.key] = DateField(
                label=question.words,
                called=f"The date for “{question.words}”",
                required=False,
            )
        if schools:
            known = [(str(school.key or COUNCILS_OWN), school.name) for school in schools]
            self.fields["school"] = forms.ChoiceField(
                label="Whose school days?",
                help_text="Some of these rules count the days a school is open. Dates are on file for these.",
                choices=[("", "None: leave those rules out"), *known],
                required=False,
                widget=Choose,
            )

    @property
    def given(self) -> dict[str, date]:
        """The days that were given, by question. Only after it was found valid."""
        return {each.key: day for each in self.questions if (day := self.cleaned_data.get(each.key))}

    @property
    def shown(self) -> list[tuple[Question, date]]:
        """The same for a sentence, in the order of the questions."""
        return [(each, self.given[each.key]) for each in self.questions if each.key in self.given]

    def clean(self):
        """At least one day, and none before another that it follows from."""
        cleaned = super().clean()
        given = {each.key: day for each in self.questions if (day := cleaned.get(each.key))}
        if not given and not any(each.key in self.errors for each in self.questions):
            raise ValidationError("Give at least one date, so that there is something to count from")
        words = {each.key: each.words for each in self.questions}
        for after, before in out_of_order(self.journey, given):
            wrong = f"“{words[after]}” cannot come before “{words[before]}”. Check both dates"
            self.add_error(after, ValidationError(wrong))
        return cleaned
