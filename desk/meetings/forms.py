"""What is asked when a meeting is arranged, somebody is asked to it, and it is closed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django import forms
from django.forms.utils import ErrorDict

from desk.allocation.forms import TIMES
from door.forms import Checkboxes, Choose, DateField, GovForm, LongTextField, Radios
from door.words import clock_time, long_date
from meetings.actions.call import Guest, Wanted
from meetings.actions.close import Ending
from meetings.free_rules import Slot
from meetings.words import Came, Gathered, MeetingKind, Outcome
from people.words import Mode


@dataclass(frozen=True)
class Offered:
    """A time as it stands in the list."""

    slot: Slot

    @property
    def value(self) -> str:
        """As the form sends it."""
        return datetime.combine(self.slot.on, self.slot.begins).isoformat(timespec="minutes")

    @property
    def words(self) -> str:
        """The day and the time."""
        return f"{long_date(self.slot.on)}, {clock_time(self.slot.begins)}"

    @property
    def hint(self) -> str:
        """Who cannot come, whom it does not suit, and whether it is a school day."""
        said = [f"Cannot come: {', '.join(self.slot.missing)}" if self.slot.missing else "Every colleague can come"]
        if self.slot.unsuited:
            said.append(f"not what suits {', '.join(self.slot.unsuited)}")
        if not self.slot.in_school_time:
            said.append("no school day")
        return "; ".join(said)


LASTS = [(30, "30 minutes"), (45, "45 minutes"), (60, "1 hour"), (90, "1 and a half hours"), (120, "2 hours")]


class Arrange(GovForm):
    """What kind, when, where, what for."""

    kind = forms.ChoiceField(
        label="What kind of meeting?",
        choices=[("", "Choose a kind"), *((one.value, one.words) for one in MeetingKind)],
        widget=Choose(),
        error_messages={"required": "Choose what kind of meeting it is"},
    )
    held_on = DateField(label="Which day?", error_messages={"required": "Enter the day of the meeting"})
    begins_at = forms.TimeField(
        label="When does it begin?",
        required=False,
        input_formats=TIMES,
        help_text="For example, 9:30 or 2pm",
        widget=forms.TimeInput({"class": "govuk-input--width-5"}, format="%H:%M"),
        error_messages={"invalid": "Enter a time, like 9:30 or 2pm"},
    )
    lasts = forms.TypedChoiceField(label="How long?", choices=LASTS, coerce=int, initial=60, widget=Choose())
    mode = forms.ChoiceField(
        label="How do people meet?",
        help_text="As the family prefers.",
        choices=[(one.value, one.words) for one in Mode],
        widget=Radios(),
        error_messages={"required": "Choose how people meet"},
    )
    place = forms.CharField(
        label="Where?",
        required=False,
        max_length=300,
        help_text="A room and its address, a link, or a number to ring. Letters say it: never a home address.",
    )
    about = LongTextField(
        label="What is it for?", required=False, max_length=1000, rows=3,
        help_text="The family reads it when it signs in. It goes into no letter.",
    )  # fmt: skip

    at = forms.ChoiceField(
        label="Choose a time", required=False, widget=Radios(),
        error_messages={"invalid_choice": "Somebody has something else then by now. Choose another time."},
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.times: list[Offered] = []

    def offer(self, times: Sequence[Slot]) -> None:
        """Offers these times, beside a day and a time that are typed."""
        self.times = [Offered(one) for one in times]
        self.fields["at"].widget.hints = {one.value: one.hint for one in self.times}
        named = [(one.value, one.words) for one in self.times]
        self.fields["at"].choices = [*named, ("", "Another time, which I enter below")]

    def clean(self) -> dict:
        """A time that was chosen is the day and the time, whatever else was typed."""
        given = super().clean() or self.cleaned_data
        if chosen := given.get("at"):
            moment = datetime.fromisoformat(chosen)
            given["held_on"], given["begins_at"] = moment.date(), moment.time()
            for name in ("held_on", "begins_at"):
                self.errors.pop(name, None)
        return given

    def looked_for(self) -> dict:
        """What is known of what they look for, however little of the rest is filled in: nothing else is an error."""
        self.full_clean()
        typed = {name: self.errors[name] for name in ("lasts", "guests") if name in self.errors}
        given = dict(self.cleaned_data)
        self._errors = ErrorDict(typed)
        return given

    def wanted(self) -> Wanted:
        """What was asked for."""
        given = self.cleaned_data
        return Wanted(
            MeetingKind(given["kind"]), given["held_on"], given["begins_at"], given["lasts"], Mode(given["mode"]),
            given["place"], given["about"],
        )  # fmt: skip


TIMES_ASKED = ("find", "at")
"""What is sent by whoever looks for a time, or was shown some."""


class Call(Arrange):
    """The same, with who is asked."""

    guests = forms.MultipleChoiceField(
        label="Who is asked?",
        help_text="Each gets a letter with a link to say whether they can come. You can add others on the next page.",
        widget=Checkboxes(),
        error_messages={"required": "Choose who is asked", "invalid_choice": "Choose from the list"},
    )
    anyway = forms.BooleanField(
        label="Although somebody is at another meeting then", required=False,
        help_text="Tick it only after you were told that somebody is busy, and it is all right.",
    )  # fmt: skip

    def __init__(self, *args, known, **kwargs):
        super().__init__(*args, **kwargs)
        self.known = {one.value: one for one in known}
        self.fields["guests"].choices = [(one.value, one.label) for one in known]

    def asked(self) -> list[Guest]:
        """Those who were ticked."""
        return [self.known[value].guest for value in self.cleaned_data.get("guests", ())]


class Earlier(Call):
    """One that was held before."""

    late_because = LongTextField(
        label="Why is it entered only now?", max_length=1000, rows=2,
        help_text="For example, that it was held before the child was referred here.",
        error_messages={"required": "Say why it is entered only now"},
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["anyway"], self.fields["at"]
        self.fields["guests"].label = "Who was asked?"
        self.fields["guests"].help_text = "Nobody is written to."


class Change(Arrange):
    """Another day, time or place."""

    anyway = forms.BooleanField(
        label="Although somebody is at another meeting then", required=False,
        help_text="Tick it only after you were told that somebody is busy, and it is all right.",
    )  # fmt: skip


class Ask(GovForm):
    """One more: a colleague, or somebody from outside."""

    person = forms.ChoiceField(
        label="A colleague", required=False, widget=Choose(),
        error_messages={"invalid_choice": "Choose somebody from the list"},
    )  # fmt: skip
    name = forms.CharField(label="Or somebody else’s name", required=False, max_length=120)
    standing = forms.CharField(
        label="As what do they come?", required=False, max_length=120, help_text="For example, health visitor"
    )
    email = forms.EmailField(label="Their email address", required=False)
    told_otherwise = forms.BooleanField(label="I tell them myself: no letter goes", required=False)
    anyway = forms.BooleanField(label="Although they are at another meeting then", required=False)

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [("", "Choose a colleague"), *((str(one.pk), one.name) for one in people)]

    def clean(self) -> dict:
        given = super().clean() or self.cleaned_data
        if not given.get("person") and not given.get("name", "").strip():
            self.add_error("person", "Choose a colleague, or enter somebody’s name")
        if given.get("person") and given.get("name", "").strip():
            self.add_error("name", "Choose a colleague or enter a name, not both")
        if given.get("name") and not given.get("email") and not given.get("told_otherwise") and not self.errors:
            self.add_error("email", "Enter their email address, or tick that you tell them yourself")
        return given

    def guest(self) -> Guest:
        """Whom to ask."""
        given = self.cleaned_data
        return Guest(
            person=UUID(given["person"]) if given["person"] else None, name=given["name"],
            standing=given["standing"], email=given["email"], told_otherwise=given["told_otherwise"],
        )  # fmt: skip


class WhoCame(GovForm):
    """Whether somebody was there."""

    came = forms.ChoiceField(choices=[("", ""), *((one.value, one.words) for one in Came)], required=False)
    because = forms.CharField(required=False, max_length=300)


class Close(GovForm):
    """How the meeting ends."""

    gathered = forms.ChoiceField(
        label="How did the child’s own views come to the meeting?",
        choices=[(one.value, one.words) for one in Gathered],
        widget=Radios(),
        required=False,
    )
    no_views_because = LongTextField(
        label="If the child’s views are not in the notes: why could they not be found out?",
        max_length=1000, rows=2, required=False,
    )  # fmt: skip
    outcomes = forms.MultipleChoiceField(
        label="What does the meeting lead to?",
        choices=[(one.value, one.words) for one in Outcome],
        widget=Checkboxes(),
        error_messages={"required": "Choose what the meeting leads to"},
    )
    because = LongTextField(
        label="Why?", max_length=2000, rows=4, help_text="In words that the family reads in the notes.",
        error_messages={"required": "Say why"},
    )  # fmt: skip
    asked_by = forms.ChoiceField(
        label="If an EHC needs assessment is asked for: who asks?",
        widget=Choose(),
        required=False,
        help_text="It counts from the day of the meeting.",
        error_messages={"invalid_choice": "Choose somebody from the list"},
    )
    review_on = DateField(label="When do you look at it again?", required=False)
    no_review_because = LongTextField(label="If on no day: why not?", max_length=1000, rows=2, required=False)

    def __init__(self, *args, askers, called, earlier=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["gathered"].label = f"How did {called}’s own views come to the meeting?"
        self.fields[
            "no_views_because"
        ].label = f"If {called}’s views are not in the notes: why could they not be found out?"
        self.fields["asked_by"].choices = [("", "Choose who asks"), *askers]
        if earlier:
            del self.fields["asked_by"]

    def ending(self) -> Ending:
        """What was said."""
        given = self.cleaned_data
        return Ending(
            outcomes=tuple(Outcome(one) for one in given["outcomes"]), because=given["because"],
            gathered=Gathered(given["gathered"]) if given["gathered"] else None,
            no_views_because=given["no_views_because"], review_on=given["review_on"],
            no_review_because=given["no_review_because"],
        )  # fmt: skip


class TakenDown(GovForm):
    """What somebody of the family said to the notes, on the phone or face to face."""

    name = forms.CharField(label="Who said it?", max_length=120, error_messages={"required": "Enter who said it"})
    agrees = forms.ChoiceField(
        label="Do they agree with the notes?",
        choices=[("yes", "Yes"), ("no", "No")],
        widget=Radios(inline=True),
        error_messages={"required": "Choose yes or no"},
    )
    words = LongTextField(label="What they said, in their own words", required=False, max_length=4000, rows=5)
