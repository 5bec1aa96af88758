"""What is asked for a support plan: what is known, outcomes, help and its cost, what was done, and the review."""

from django import forms

from door.forms import Choose, DateField, GovForm, LongTextField, Radios
from support.actions.begin import Aim, PlannedHelp
from support.rules import Known
from support.words import LONGEST, Next


class KnownForm(GovForm):
    """Assess: what is known."""

    strengths = LongTextField(label="What is going well", required=False, max_length=LONGEST, rows=4)
    needs = LongTextField(label="What is needed", required=False, max_length=LONGEST, rows=4)
    family_view = LongTextField(
        label="What the family says", required=False, max_length=LONGEST, rows=4,
        help_text="Everybody of the family who follows the case can read this plan.",
    )  # fmt: skip
    no_family_because = LongTextField(
        label="If it is missing: why?", required=False, max_length=1000, rows=2,
    )  # fmt: skip
    child_view = LongTextField(label="What the child says", required=False, max_length=LONGEST, rows=4)
    no_child_because = LongTextField(
        label="If what the child says is missing: why?", required=False, max_length=1000, rows=2
    )

    def __init__(self, *args, called: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["strengths"].label = f"What {called} is good at, and what is going well"
        self.fields["needs"].label = f"What {called} needs"
        self.fields["child_view"].label = f"What {called} says, or shows"
        self.fields["no_family_because"].label = "If what the family says is missing: why?"
        self.fields["no_child_because"].label = f"If what {called} says is missing: why?"

    def known(self) -> Known:
        """What was written."""
        return Known(**{name: self.cleaned_data[name] for name in Known.__dataclass_fields__})


def _line(label: str, wanted: str, **more) -> forms.CharField:
    return forms.CharField(label=label, max_length=300, error_messages={"required": wanted}, **more)


class OutcomeForm(GovForm):
    """Plan: one outcome, for one need."""

    need = LongTextField(
        label="For which need?", max_length=1000, rows=2, error_messages={"required": "Write for which need"}
    )
    outcome = LongTextField(
        label="What will be different?", max_length=1000, rows=2,
        error_messages={"required": "Write what will be different"},
    )  # fmt: skip
    measure = _line("How will you know? What is counted or looked at", "Write how you will know")
    baseline = _line("Where it stands now", "Write where it stands now")
    target = _line("Where it should be at the review", "Write where it should be at the review")

    def aim(self) -> Aim:
        """The outcome as it was written."""
        return Aim(**self.cleaned_data)


class HelpForm(GovForm):
    """Plan: one kind of help, and what it costs."""

    what = LongTextField(
        label="What is the help?", max_length=1000, rows=2, error_messages={"required": "Write what the help is"}
    )
    often = _line("How often?", "Write how often", help_text="For example, twice a week.")
    minutes = forms.IntegerField(
        label="How many minutes does one session last?", min_value=1, max_value=600,
        error_messages={"required": "Enter how many minutes one session lasts"},
    )  # fmt: skip
    sessions = forms.IntegerField(
        label="How many sessions in all, until the review?", min_value=1, max_value=500,
        error_messages={"required": "Enter how many sessions are planned"},
    )  # fmt: skip
    children = forms.IntegerField(
        label="How many children together?", min_value=1, max_value=40, initial=1,
        error_messages={"required": "Enter how many children, 1 for the child alone"},
    )  # fmt: skip
    who = forms.CharField(
        label="Who gives it?", max_length=200, error_messages={"required": "Write who gives it"},
        help_text="Somebody’s work or name. The family reads it.",
    )  # fmt: skip
    hours = forms.DecimalField(
        label="Hours a week", required=False, min_value=0, max_digits=5, decimal_places=2,
        help_text="With what an hour costs. In a group, the cost is shared equally.",
    )  # fmt: skip
    hourly = forms.DecimalField(
        label="What an hour costs, in pounds", required=False, min_value=0, max_digits=8, decimal_places=2
    )
    yearly = forms.DecimalField(
        label="Or what a year costs for this child, in pounds", required=False, min_value=0, max_digits=10,
        decimal_places=2,
    )  # fmt: skip

    def planned(self) -> PlannedHelp:
        """The help as it was written."""
        return PlannedHelp(**self.cleaned_data)


class NoteForm(GovForm):
    """Do: what was done."""

    line = forms.ChoiceField(
        label="Which help?", widget=Choose(),
        error_messages={"required": "Choose which help", "invalid_choice": "Choose from the list"},
    )  # fmt: skip
    done_on = DateField(label="On which day?", error_messages={"required": "Enter the day"})
    sessions = forms.IntegerField(
        label="How many sessions took place?", min_value=0, max_value=100, initial=1,
        help_text="0 if it did not take place: write why.",
        error_messages={"required": "Enter how many sessions took place"},
    )  # fmt: skip
    words = LongTextField(label="How did it go?", required=False, max_length=LONGEST, rows=3)

    def __init__(self, *args, lines, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["line"].choices = [
            ("", "Choose the help"),
            *((str(one.row.pk), one.row.what[:90]) for one in lines),
        ]

    def clean(self) -> dict:
        given = super().clean() or self.cleaned_data
        if given.get("sessions") == 0 and not given.get("words", "").strip():
            self.add_error("words", "Write why it did not take place")
        return given


class ContributionForm(GovForm):
    """What one service says for an Early Support Plan."""

    words = LongTextField(
        label="What does the service know, and what does it suggest?", max_length=LONGEST, rows=8,
        help_text="The family can read this.", error_messages={"required": "Write what the service says"},
    )  # fmt: skip


class ReviewForm(GovForm):
    """Review: how far each outcome came, what the family thinks, what happens next."""

    family = LongTextField(label="What does the family think of it?", required=False, max_length=LONGEST, rows=4)
    because = LongTextField(label="If what the family thinks is missing: why?", required=False, max_length=1000, rows=2)
    then = forms.ChoiceField(
        label="What happens next?", widget=Radios(), choices=[(one.value, one.words) for one in Next],
        error_messages={"required": "Choose what happens next"},
    )  # fmt: skip

    def __init__(self, *args, outcomes, **kwargs):
        super().__init__(*args, **kwargs)
        self.aims = [one.pk for one in outcomes]
        own = dict(self.fields)
        self.fields.clear()
        for number, one in enumerate(outcomes, 1):
            self.fields[f"reached_{one.pk}"] = _line(
                f"Outcome {number}: where is it now?", f"Write where outcome {number} is now",
                help_text=f"{one.outcome} Measured by: {one.measure}. It was: {one.baseline}. To reach: {one.target}.",
            )  # fmt: skip
            self.fields[f"met_{one.pk}"] = forms.ChoiceField(
                label=f"Outcome {number}: is it reached?", widget=Radios(), choices=[("yes", "Yes"), ("no", "Not yet")],
                error_messages={"required": f"Say whether outcome {number} is reached"},
            )  # fmt: skip
        self.fields.update(own)

    def clean(self) -> dict:
        given = super().clean() or self.cleaned_data
        if not given.get("family", "").strip() and not given.get("because", "").strip():
            self.add_error("family", "Write what the family thinks of it, or say why it is missing")
        return given

    def values(self) -> dict:
        """Of each outcome how far it came, and whether it is reached."""
        given = self.cleaned_data
        return {key: (given[f"reached_{key}"], given[f"met_{key}"] == "yes") for key in self.aims}
