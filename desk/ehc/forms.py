"""What is asked before the council decides whether to assess, and for the decision itself."""

from collections.abc import Iterable
from uuid import UUID

from django import forms

from accounts.models import Person
from door.forms import Choose, DateField, GovForm, LongTextField, Radios
from ehcp.actions.decide import Written
from ehcp.actions.prepare import LONGEST, Shown
from ehcp.models import AssessmentDecision
from ehcp.words import Limb, Whom

YES_NO = [("yes", "Yes"), ("no", "No")]
SAID = {True: "yes", False: "no", None: ""}
MEANT: dict[str, bool | None] = {"yes": True, "no": False, "": None}


class ToldForm(GovForm):
    """Who was consulted or told, when and how; or why there is nobody."""

    mark_optional = False
    told_on = DateField(called="The day", label="When?", required=False)
    how = forms.CharField(
        label="Whom, and how?", max_length=300, required=False,
        help_text="For example, the designated clinical officer, by email.",
    )  # fmt: skip
    nobody_because = forms.CharField(label="Or: why is there nobody to tell?", max_length=300, required=False)

    def __init__(self, *args, whom: Whom, called: str, **kwargs):
        super().__init__(*args, **kwargs)
        if whom == Whom.FAMILY:
            self.fields["how"].label = "Who was asked, how, and what did they say they want to send?"
            self.fields["how"].help_text = "Tell them too that they may give views and evidence."
            del self.fields["nobody_because"]
        if whom == Whom.SETTING:
            self.fields["nobody_because"].help_text = f"For example, {called} does not go anywhere to learn."


class EvidenceForm(GovForm):
    """One thing that speaks for or against one half of the test."""

    shows = LongTextField(
        label="What does it show?", max_length=LONGEST, rows=5,
        help_text="What speaks for it and what speaks against it, both.",
        error_messages={"required": "Write what it shows"},
    )  # fmt: skip
    source = forms.CharField(
        label="Where does it stand?", max_length=200, help_text="Whose report, which meeting, who said it.",
        error_messages={"required": "Write where it stands"},
    )  # fmt: skip
    dated_on = DateField(called="The date of it", label="Of which day is it?", required=False)

    def shown(self) -> Shown:
        """As it was written."""
        return Shown(**self.cleaned_data)


class DecisionForm(GovForm):
    """The decision as it is written, half done or whole."""

    mark_optional = False
    before = forms.IntegerField(widget=forms.HiddenInput)
    may_have_needs = forms.ChoiceField(widget=Radios(), choices=YES_NO, required=False)
    needs_because = LongTextField(label="Why? Say which evidence it rests on", max_length=LONGEST, rows=6,
                                  required=False)  # fmt: skip
    may_be_necessary = forms.ChoiceField(widget=Radios(), choices=YES_NO, required=False)
    necessary_because = LongTextField(label="Why? Say which evidence it rests on", max_length=LONGEST, rows=6,
                                      required=False)  # fmt: skip
    family_view = LongTextField(
        label="What did the family say, and what did it change? If nothing, why not?", max_length=LONGEST, rows=4,
        required=False,
    )  # fmt: skip
    assess = forms.ChoiceField(
        label="What does it come to?", widget=Radios(), required=False,
        choices=[("yes", "We assess"), ("no", "We do not assess")],
    )  # fmt: skip
    instead = LongTextField(
        label="If not: what is done instead?", max_length=LONGEST, rows=4, required=False,
        help_text="Who does what, from when. The family reads this.",
    )  # fmt: skip
    contact = forms.ChoiceField(label="If not: whom can the family ask?", widget=Choose(), required=False)
    meet_by = DateField(
        called="The day of the meeting", label="If not: by when is a way forward looked for together with the family?",
        required=False,
    )  # fmt: skip

    def __init__(self, *args, people: Iterable[Person], called: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["contact"].choices = [("", "Choose"), *((str(one.pk), one.name) for one in people)]
        self.fields["may_have_needs"].label = f"Does {called} have special educational needs, or might {called}?"
        self.fields[
            "may_be_necessary"
        ].label = f"Might it be necessary for {called} that provision is made through an EHC plan?"

    def written(self) -> Written:
        """As it was written."""
        given = self.cleaned_data
        return Written(
            before=given["before"], assess=MEANT[given["assess"]], may_have_needs=MEANT[given["may_have_needs"]],
            needs_because=given["needs_because"], may_be_necessary=MEANT[given["may_be_necessary"]],
            necessary_because=given["necessary_because"], family_view=given["family_view"], instead=given["instead"],
            contact=UUID(given["contact"]) if given["contact"] else None, meet_by=given["meet_by"],
        )  # fmt: skip


def as_written(row: AssessmentDecision | None) -> dict:
    """What stands in a decision, for its form."""
    if row is None:
        return {"before": 0}
    return {
        "before": row.version, "assess": SAID[row.assess], "may_have_needs": SAID[row.may_have_needs],
        "needs_because": row.needs_because, "may_be_necessary": SAID[row.may_be_necessary],
        "necessary_because": row.necessary_because, "family_view": row.family_view, "instead": row.instead,
        "contact": str(row.contact_id or ""), "meet_by": row.meet_by,
    }  # fmt: skip


class BackForm(GovForm):
    """What should be changed."""

    because = LongTextField(
        label="What should be changed?", max_length=LONGEST, rows=5,
        error_messages={"required": "Say what should be changed"},
    )  # fmt: skip


class WithdrawForm(GovForm):
    """Who wants it withdrawn, and how they said so."""

    because = LongTextField(
        label="Who wants it withdrawn, and how did they say so?", max_length=LONGEST, rows=4,
        help_text="Their own words, or which letter. Nobody else can withdraw it.",
        error_messages={"required": "Write who wants it withdrawn, and how they said so"},
    )  # fmt: skip


class ContactsForm(GovForm):
    """Whom every notice names."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, label, hint in (
            ("mediation_adviser", "Mediation adviser", "The service that families ring before an appeal."),
            ("mediation_reach", "How to reach the mediation adviser", REACH),
            ("disagreement_service", "Disagreement resolution service", ""),
            ("disagreement_reach", "How to reach it", REACH),
            ("advice_service", "Information, advice and support service (SENDIASS)", ""),
            ("advice_reach", "How to reach it", REACH),
            ("council_contact", "Whom at the council to tell that mediation is wanted", "A person or a team."),
            ("council_reach", "How to reach them", REACH),
        ):
            self.fields[name] = forms.CharField(
                label=label, max_length=300 if name.endswith("reach") else 200, help_text=hint,
                error_messages={"required": f"Enter: {label.lower()}"},
            )  # fmt: skip


REACH = "Telephone and email, as the letter should give them."
LIMBS = {limb.value: limb for limb in Limb}
WHOMS = {whom.value: whom for whom in Whom}
