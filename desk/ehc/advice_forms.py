"""What is asked when advice is sought, written, typed in, served by earlier advice, or not waited for."""

from collections.abc import Iterable
from uuid import UUID

from django import forms

from accounts.models import Person
from door.forms import Choose, DateField, GovForm, LongTextField, Radios
from door.working_notes import LONGEST
from ehcp.actions.advice import Asked
from ehcp.rules import AGREE
from ehcp.words import POINT_FIELDS, Adviser, Point


class AskForm(GovForm):
    """Who is asked, about what, and when they had it."""

    mark_optional = False
    person = forms.ChoiceField(label="A colleague who signs in here", widget=Choose(), required=False)
    named = forms.CharField(
        label="Or somebody else: whom, and how you asked them", max_length=200, required=False,
        help_text="For example, Dr Amir Shah, community paediatrics, by letter.",
    )  # fmt: skip
    binds = forms.BooleanField(
        label="They answer for a health body, or another body that must co-operate (section 31): six weeks are law",
        required=False,
    )  # fmt: skip
    why = LongTextField(
        label="Why are they asked, and about what?", max_length=LONGEST, rows=4,
        help_text="They read this. What do you want to know about needs, outcomes and provision?",
        error_messages={"required": "Write why they are asked, and about what"},
    )  # fmt: skip
    received_on = DateField(
        called="The day they received it", label="On which day do they have the request?",
        error_messages={"required": "Enter the day they received it"},
    )  # fmt: skip

    def __init__(self, *args, people: Iterable[Person], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [("", "Choose"), *((str(one.pk), one.name) for one in people)]

    def asked(self, adviser: Adviser) -> Asked:
        """As it was written."""
        given = self.cleaned_data
        return Asked(
            adviser, given["why"], given["received_on"], person=UUID(given["person"]) if given["person"] else None,
            named=given["named"], binds=given["binds"],
        )  # fmt: skip


LABELS = {
    (Point.ABOUT, "knows"): ("How do you know {child}, and when did you see {child}?", ""),
    (Point.ABOUT, "no_need"): ("If you found no needs: why do you say so?", "Otherwise leave this empty."),
    (Point.ABOUT, "consulted"): (
        "If {child} is hearing or visually impaired: whom did you consult who is qualified to teach such children?",
        "Or say that you are qualified yourself. Asked of educational advice (SEND Regulations 2014, reg 6(2)).",
    ),
    (Point.NEED, "what"): ("What can {child} do, and what is hard?", "One need at a time, in plain words."),
    (Point.NEED, "how_seen"): ("How do you know? What did you see, or which test?", ""),
    (Point.OUTCOME, "what"): ("What should {child} be able to do, or what should be different?", ""),
    (Point.OUTCOME, "by_when"): ("By when?", "For example, by the end of key stage 2."),
    (Point.PROVISION, "what"): ("What is it?", "Say what is done, so that anybody can see whether it happens."),
    (Point.PROVISION, "often"): (
        "How often, and how long each time?",
        "For example, three times a week for 20 minutes.",
    ),
    (Point.PROVISION, "who"): ("Who gives it, and how are they qualified?", ""),
    (Point.PROVISION, "group"): ("Alone, or in a group of how many? Where?", ""),
}
LINES = {"by_when", "often", "group"}


class PointForm(GovForm):
    """One paragraph of advice."""

    mark_optional = False
    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)

    def __init__(self, *args, kind: Point, called: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind = kind
        for name in POINT_FIELDS[kind]:
            label, hint = LABELS[kind, name]
            about = {"label": label.format(child=called), "help_text": hint.format(child=called), "required": False}
            if name in LINES:
                self.fields[name] = forms.CharField(max_length=300, **about)
            else:
                self.fields[name] = LongTextField(
                    max_length=LONGEST, rows=5 if name in {"what", "knows"} else 3, **about
                )

    def clean(self) -> dict:
        given = super().clean()
        first = POINT_FIELDS[self.kind][0]
        if self.kind != Point.ABOUT and first not in self.errors and not given.get(first, "").strip():
            self.add_error(first, "Write something here")
        return given

    def said(self) -> dict[str, str]:
        """The words."""
        return {name: self.cleaned_data[name] for name in POINT_FIELDS[self.kind]}


class CameForm(GovForm):
    """When advice came that is typed in from paper."""

    came_on = DateField(
        called="The day it came",
        label="On which day did it come?",
        error_messages={"required": "Enter the day it came"},
    )


class EndForm(GovForm):
    """Why advice is not waited for."""

    how = forms.ChoiceField(
        label="What happened?", widget=Radios(),
        choices=[
            ("declined", "They declined, and said why in writing (section 31)"),
            ("stopped", "They are not asked any more"),
        ],
        error_messages={"required": "Choose what happened"},
    )  # fmt: skip
    because = LongTextField(label="Why?", max_length=LONGEST, rows=4, error_messages={"required": "Say why"})


class ReuseForm(GovForm):
    """Earlier advice, and the three who agree that it is enough."""

    which = forms.CharField(
        label="Which advice is it?", max_length=300, help_text="Whose, of which day, and where it is kept.",
        error_messages={"required": "Write which advice it is, whose, and of which day"},
    )  # fmt: skip
    adviser = forms.CharField(
        label="Who gave it, and when did they agree that it is enough?", max_length=300,
        error_messages={"required": "Enter when whoever gave it agreed"},
    )  # fmt: skip
    council = forms.CharField(
        label="Who agrees for the council, and when?", max_length=300,
        error_messages={"required": "Enter who agrees for the council"},
    )  # fmt: skip
    family = forms.CharField(
        label="Who of the family agrees, and when?", max_length=300,
        help_text="The child’s parent, or the young person.",
        error_messages={"required": "Enter who of the family agrees"},
    )  # fmt: skip

    def agreed(self) -> dict[str, str]:
        """Who agrees."""
        return {name: self.cleaned_data[name] for name in AGREE}


class OwnForm(GovForm):
    """What a parent or young person says, written down for them."""

    mark_optional = False
    whose = forms.ChoiceField(label="Who said it?", widget=Radios(), error_messages={"required": "Choose who said it"})
    like = LongTextField(label="", max_length=LONGEST, rows=4, required=False)
    hard = LongTextField(label="", max_length=LONGEST, rows=4, required=False)
    helps = LongTextField(label="", max_length=LONGEST, rows=4, required=False)
    wants = LongTextField(label="", max_length=LONGEST, rows=4, required=False)
    child = LongTextField(label="", max_length=LONGEST, rows=4, required=False)

    def __init__(self, *args, called: str, people: list[tuple[str, str]], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["whose"].choices = people
        for name, label in own_labels(called).items():
            self.fields[name].label = label


def own_labels(called: str) -> dict[str, str]:
    """What a family is asked for as its own advice."""
    return {
        "like": f"What is {called} like, and what matters to {called}?",
        "hard": "What is hard, at school and at home?",
        "helps": "What helps?",
        "wants": f"What do you want to be different for {called}?",
        "child": f"What does {called} say, in {called}’s own words?",
    }
