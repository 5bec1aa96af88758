"""What is typed about a service, and about whom it is for."""

from dataclasses import asdict
from uuid import UUID

from django import forms

from cases.need_words import PathwayNeed
from door.forms import Checkboxes, Choose, DateField, GovForm, LongTextField, Radios
from provision.actions.keep_service import Wanted
from provision.rules import Line
from provision.words import DAYS, Kind, Weight, Why

PLAIN = {"autocomplete": "off"}
YES_NO = [("yes", "Yes"), ("no", "No")]


class About(GovForm):
    """Everything that is said of a service."""

    name = forms.CharField(label="Name", max_length=120, widget=forms.TextInput(PLAIN))
    kind = forms.ChoiceField(
        label="What kind of service is it?", widget=Radios(small=True), choices=[(one.value, one.words) for one in Kind]
    )
    about = LongTextField(
        label="What does it do, and for whom?", max_length=2000, rows=5,
        help_text="In plain words: families and SENCOs read this before they ask.",
    )  # fmt: skip
    needs = forms.MultipleChoiceField(
        label="Which needs does it help with?", required=False, widget=Checkboxes(small=True),
        choices=[(need.value, need.words) for need in PathwayNeed],
        help_text="Families who want to hear of new services are told of one that helps with a need of their child. "
        "Where none is ticked, nobody is told.",
    )  # fmt: skip
    team = forms.ChoiceField(
        label="Which team answers?", widget=Choose,
        help_text="Its people see the requests that are passed on, and answer them here.",
    )  # fmt: skip
    agency = forms.ChoiceField(label="Which organisation is it part of?", required=False, widget=Choose)
    owner = forms.ChoiceField(
        label="Who answers for the service?", required=False, widget=Choose,
        help_text="This person may change what is written here, beside the administrators.",
    )  # fmt: skip
    who_may_ask = forms.CharField(
        label="Who may ask?", max_length=300, widget=forms.TextInput(PLAIN),
        help_text="For example: schools, with the parents’ agreement.",
    )  # fmt: skip
    route = LongTextField(label="How does one ask?", max_length=1000, rows=3)
    hours = forms.CharField(
        label="When is somebody there?", max_length=200, widget=forms.TextInput(PLAIN),
        help_text="For example: Monday to Friday, 9am to 4pm.",
    )  # fmt: skip
    phone = forms.CharField(label="Telephone", max_length=40, required=False, widget=forms.TextInput(PLAIN))
    email = forms.EmailField(
        label="Email", required=False, widget=forms.EmailInput(PLAIN),
        help_text="A shared address, never one person’s own: anybody can read it.",
    )  # fmt: skip
    within = forms.ChoiceField(
        label="Within how many working days does it answer?", widget=Radios(small=True, inline=True),
        choices=[(str(days), str(days)) for days in DAYS],
        help_text="Counted from the day a request is passed on, that day included.",
    )  # fmt: skip
    share = forms.IntegerField(
        label="How many in a hundred are to be answered by then?", min_value=1, max_value=100,
        widget=forms.TextInput({**PLAIN, "inputmode": "numeric", "class": "govuk-input--width-3"}),
        error_messages={"min_value": Why.SHARE.value, "max_value": Why.SHARE.value, "invalid": Why.SHARE.value},
    )  # fmt: skip
    contract_since = DateField(called="The first day of the contract", label="Contract from", required=False)
    contract_until = DateField(called="The last day of the contract", label="Contract to", required=False)
    room = forms.IntegerField(
        label="For how many children has it room at one time?", min_value=0, max_value=5000,
        widget=forms.TextInput({**PLAIN, "inputmode": "numeric", "class": "govuk-input--width-4"}),
        error_messages={"min_value": Why.ROOM.value, "max_value": Why.ROOM.value, "invalid": Why.ROOM.value},
    )  # fmt: skip
    takes = forms.ChoiceField(
        label="Does it take referrals now?", widget=Radios(small=True, inline=True), choices=YES_NO
    )
    not_taking = forms.CharField(
        label="If not: until when, and who helps meanwhile?", max_length=500, required=False,
        widget=forms.TextInput(PLAIN),
    )  # fmt: skip
    ended = forms.BooleanField(
        label="It is no longer offered", required=False,
        help_text="It leaves the directory. Everything that was said of it stays to be read.",
    )  # fmt: skip

    def __init__(self, *args, teams, agencies, people, new: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["team"].choices = [("", "Choose a team"), *((str(row.pk), row.name) for row in teams)]
        self.fields["agency"].choices = [("", "None, or the council"), *((str(row.pk), row.name) for row in agencies)]
        self.fields["owner"].choices = [("", "Nobody yet"), *((str(row.pk), row.name) for row in people)]
        if new:
            del self.fields["ended"]

    def wanted(self) -> Wanted:
        """What was typed, as the act takes it."""
        given = dict(self.cleaned_data)
        links = {name: UUID(given[name]) if given[name] else None for name in ("team", "agency", "owner")}
        typed = {name: given[name].strip() for name in WORDS}
        return Wanted(
            **{**given, **links, **typed, "within": int(given["within"]), "takes": given["takes"] == "yes",
               "needs": tuple(given["needs"]), "ended": given.get("ended", False)}
        )  # fmt: skip

    @staticmethod
    def typed(wanted: Wanted) -> dict:
        """What stands in the form that changes one."""
        links = {name: str(getattr(wanted, name) or "") for name in ("team", "agency", "owner")}
        return {
            **asdict(wanted),
            **links,
            "needs": list(wanted.needs),
            "within": str(wanted.within),
            "takes": "yes" if wanted.takes else "no",
        }


WORDS = ("name", "about", "who_may_ask", "route", "hours", "phone", "not_taking")

EMPTY, MOST = 3, 20
"""How many empty lines there are to fill in, and how many lines a threshold may have."""
WEIGHTS = [("", "Choose how it weighs"), *((one.value, one.words) for one in Weight)]


class Lines(GovForm):
    """The lines of a threshold. A line that is left empty falls away."""

    mark_optional = False

    def __init__(self, *args, lines: tuple[Line, ...], **kwargs):
        super().__init__(*args, **kwargs)
        self.count = min(max(len(lines) + EMPTY, 6), MOST)
        for place in range(1, self.count + 1):
            line = lines[place - 1] if place <= len(lines) else None
            self.fields[f"weight_{place}"] = forms.ChoiceField(
                label=f"Line {place}: how does it weigh?", required=False, choices=WEIGHTS, widget=Choose,
                initial=line.weight.value if line else "",
            )  # fmt: skip
            self.fields[f"words_{place}"] = forms.CharField(
                label=f"Line {place}, in plain words", required=False, max_length=300, widget=forms.TextInput(PLAIN),
                initial=line.words if line else "",
            )  # fmt: skip
            self.fields[f"question_{place}"] = forms.CharField(
                label=f"Line {place}: the question that asks whether it is so", required=False, max_length=300,
                widget=forms.TextInput(PLAIN), initial=line.question if line else "",
            )  # fmt: skip
        self.fields["note"] = forms.CharField(
            label="What changed, and why? (optional)", required=False, max_length=300, widget=forms.TextInput(PLAIN)
        )

    @property
    def rows(self):
        """The fields of each line together, for the page."""
        return [
            [self[f"{part}_{place}"] for part in ("weight", "words", "question")] for place in range(1, self.count + 1)
        ]

    def clean(self):
        """A line is whole or empty, and there is at least one."""
        given, self.lines = super().clean(), []
        for place in range(1, self.count + 1):
            parts = [(given.get(f"{part}_{place}") or "").strip() for part in ("weight", "words", "question")]
            if all(parts):
                self.lines.append(Line(Weight(parts[0]), parts[1], parts[2]))
            elif any(parts):
                empty = ("weight", "words", "question")[parts.index("")]
                self.add_error(f"{empty}_{place}", Why.HALF_A_LINE.value)
        if not self.lines and not self.errors:
            self.add_error("words_1", Why.NO_LINES.value)
        return given
