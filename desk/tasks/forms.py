"""What is asked when something is agreed, taken on or done."""

from django import forms

from cases.task_kinds import Outcome, TaskKind
from door.forms import Choose, DateField, GovForm, LongTextField, Radios


class Done(GovForm):
    """It is done: with the other system's reference, or with how it ended, where the kind asks for one."""

    reference = forms.CharField(
        label="Reference of the record",
        max_length=60,
        help_text="The number the other system gave it, so that somebody can find it again.",
        widget=forms.TextInput({"class": "govuk-input--width-20"}),
        error_messages={"required": "Enter the reference that the other system gave"},
    )
    outcome = forms.ChoiceField(
        label="How did it end?",
        choices=[(one.value, one.words) for one in Outcome],
        widget=Radios(),
        error_messages={"required": "Choose how it ended"},
    )
    note = LongTextField(label="Anything others should know", required=False, max_length=2000, rows=4)

    def __init__(self, *args, task, **kwargs):
        super().__init__(*args, **kwargs)
        if not task.needs_reference:
            del self.fields["reference"]
        if task.kind != "cafa":
            del self.fields["outcome"]
        else:
            self.fields["note"].required = True
            self.fields["note"].label = "What was found, and why it ends so"
            self.fields["note"].error_messages["required"] = "Say what was found, and why it ends so"
        if task.kind == TaskKind.ESCALATION:
            self.fields["note"].required = True
            self.fields["note"].label = "What you decided, and why"
            self.fields["note"].help_text = "Whoever asked is told that you answered, and reads it here."
            self.fields["note"].error_messages["required"] = "Write what you decided, and why"


class TakeOn(GovForm):
    """By when social care means to have made its assessment."""

    until = DateField(
        label="By when will the assessment be made?", error_messages={"required": "Enter the day you mean to keep"}
    )


class Escalate(GovForm):
    """A manager is asked to look at a case."""

    because = LongTextField(
        label="What worries you, and what was tried?", max_length=2000, rows=5,
        error_messages={"required": "Write what worries you, and what was tried"},
    )  # fmt: skip
    person = forms.ChoiceField(
        label="Who should look?",
        widget=Radios(),
        error_messages={"required": "Choose who should look", "invalid_choice": "Choose somebody from the list"},
    )
    within = forms.ChoiceField(
        label="By when do you need an answer?",
        choices=[("0", "Today"), ("2", "Within two working days"), ("5", "Within five working days")],
        initial="2",
        widget=Radios(),
        error_messages={"required": "Choose by when you need an answer"},
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [(str(one.pk), f"{one.name}, {job}") for one, job in people]


class Agree(GovForm):
    """One person is to do one thing by a day."""

    title = forms.CharField(
        label="What is to be done?", max_length=200, error_messages={"required": "Say what is to be done"}
    )
    person = forms.ChoiceField(
        label="Who does it?",
        widget=Choose(),
        error_messages={"required": "Choose who does it", "invalid_choice": "Choose somebody from the list"},
    )
    due_on = DateField(label="By when?", error_messages={"required": "Enter the day by which it is done"})

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [("", "Choose a colleague"), *((str(one.pk), one.name) for one in people)]


class Worry(GovForm):
    """Why somebody worries."""

    words = LongTextField(
        label="What worries you?",
        help_text=(
            "What you saw or were told, by whom and when, in their words where you can. "
            "Social care, the Bridge, the engagement lead and managers read it. Nobody else does."
        ),
        max_length=5000, rows=8, error_messages={"required": "Write what worries you"},
    )  # fmt: skip
