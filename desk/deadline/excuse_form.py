"""The form that records why a date cannot be kept: its days are asked for in the words of the ground."""

from django import forms

from cases.actions.excuse import Given
from cases.excusing import ABSENCES, AGREEMENTS, CIRCUMSTANCES, CLOSURES, REFUSED
from documents.rules import SAID
from door.forms import DateField, LongTextField, Radios
from people.forms import MindsAddresses
from statute.exceptions import Ground

FROM, UNTIL, ASKED = "from_on", "until_on", "asked_on"
ASKS: dict[frozenset[Ground], dict[str, str]] = {
    CLOSURES: {
        FROM: "The first day they were closed",
        UNTIL: "The day they opened again, or will",
        ASKED: "The day you asked them for advice",
    },
    frozenset(ABSENCES): {FROM: "The first day they were away", UNTIL: "The day they came back (empty while away)"},
    CIRCUMSTANCES: {FROM: "The day it began", UNTIL: "The day it ended (empty if it has not)"},
    frozenset({Ground.MISSED_APPOINTMENT}): {FROM: "The day of the appointment"},
    AGREEMENTS: {FROM: "The day it was agreed"},
}
"""The days each ground needs, and what to call them."""
ANY = {
    FROM: "From which day",
    UNTIL: "Until which day",
    ASKED: "The day you asked the school, college or nursery for advice",
}
"""The same while no ground is chosen."""
HINTS = {
    FROM: "The first day closed or away, the day it began, or the day of the appointment.",
    UNTIL: "The day they opened again, came back, or it ended. Leave empty while it goes on.",
    ASKED: "Only for a closure of four weeks or more.",
}


class RecordWhy(MindsAddresses):
    """A ground, its days, what happened, what shows it, and our own day."""

    written = ("account", "evidence")

    ground = forms.ChoiceField(
        label="What is the reason?", widget=Radios(small=True), error_messages={"required": "Choose the reason"}
    )
    from_on = DateField(required=False)
    until_on = DateField(required=False)
    asked_on = DateField(required=False)
    account = LongTextField(
        label="What happened, and why did it make keeping the date impractical?",
        required=False,
        max_length=4000,
        rows=5,
    )
    evidence = LongTextField(
        label="What have you seen that shows it?",
        help_text="A letter, a call from the school, dates on a ticket: what it is, and where it is kept.",
        required=False,
        max_length=2000,
        rows=3,
    )
    file = forms.FileField(
        label="A file that shows it",
        help_text=f"{SAID}. Only those who may read this reason can open it. You can give words, a file, or both.",
        required=False,
    )
    recover_by = DateField(
        label="By which day do you mean to have it done?",
        called="The day you mean to have it done",
        help_text="Our own day. The date in law stays, and it is still owed as soon as practicable.",
        required=False,
    )
    mark_optional = False

    def __init__(self, *args, grounds: list[Ground], chosen: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        no_excuse = [(code, each.reason.capitalize()) for code, each in REFUSED.items()]
        ground = self.fields["ground"]
        ground.choices = [*((each.value, each.words) for each in grounds), *no_excuse]
        ground.widget.divider_before = no_excuse[0][0]
        ground.widget.hints = dict.fromkeys(REFUSED, "Often said, and no excuse.")
        asked = asks_of(chosen)
        for name in (FROM, UNTIL, ASKED):
            if name not in asked:
                del self.fields[name]
                continue
            self.fields[name].label = asked[name]
            self.fields[name].called = asked[name].partition(" (")[0].partition(", or")[0]
            self.fields[name].help_text = HINTS[name] if asked is ANY else ""

    @property
    def days(self) -> list:
        """The fields of days that this ground needs."""
        return [self[name] for name in (FROM, UNTIL, ASKED) if name in self.fields]

    def given(self) -> Given:
        """What was entered, as the act wants it."""
        typed = self.cleaned_data
        return Given(
            ground=typed["ground"],
            from_on=typed.get(FROM),
            until_on=typed.get(UNTIL),
            asked_on=typed.get(ASKED),
            account=typed["account"],
            evidence=typed["evidence"],
            evidence_file=None,
            recover_by=typed["recover_by"],
        )


def asks_of(ground: str) -> dict[str, str]:
    """The days to ask for: those of the ground, or all while none is chosen."""
    for grounds, asked in ASKS.items():
        if ground in {each.value for each in grounds}:
            return asked
    return ANY
