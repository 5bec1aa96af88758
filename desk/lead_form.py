"""Choosing who leads from people ranked, and saying why: on the case’s own page, and at an allocation meeting."""

from django import forms

from cases import concerns
from cases.actions.lead import Why
from cases.candidates import candidates
from cases.leading import lead_of
from cases.models import Case
from cases.readers import family_knows
from core import clock
from door.forms import Choose, GovForm, LongTextField, Radios
from referrals.rules import against_reason

OTHER = "other"
NOT_SOCIAL_WORKER = Why.NOT_SOCIAL_WORKER.value
SHOWN = 6
"""How many of the ranked are offered with their reasons; everybody else is in the list below."""


def told_of(case: Case) -> str:
    """Who hears that somebody leads."""
    if family_knows(case):
        return "The family and the services are told."
    return "They and the services are told. The family is not: nobody has said yet that it may know of the request."


class Lead(GovForm):
    """Who brings the family and the services together, and why them."""

    person = forms.ChoiceField(
        label="Who should it be?",
        widget=Radios(),
        error_messages={"required": "Choose who leads", "invalid_choice": "Choose somebody from the list"},
    )
    other = forms.ChoiceField(label="Somebody else", required=False, widget=Choose())
    because = LongTextField(
        label="Why this person?",
        help_text="Kept with the decision and sent to them by email, so leave the child’s name out of it.",
        max_length=1000, rows=3, error_messages={"required": "Say why this person"},
    )  # fmt: skip

    instead = LongTextField(
        label="Why somebody other than the social worker?",
        help_text=(
            "There is a safeguarding concern, so the social worker usually leads. Fill this in only if you choose "
            "somebody else. It stays with the concern and is sent to nobody."
        ),
        required=False, max_length=1000, rows=3,
    )  # fmt: skip

    def __init__(self, *args, found, names, concern, **kwargs):
        super().__init__(*args, **kwargs)
        self.names = names
        self.by_default = {str(one.key) for one in found if one.by_default}
        if not concern:
            del self.fields["instead"]
        first, rest = found[:SHOWN], found[SHOWN:]
        field = self.fields["person"]
        field.choices = [(str(one.key), one.name) for one in first]
        field.widget.hints = {str(one.key): one.why for one in first}
        if rest:
            field.choices = [*field.choices, (OTHER, "Somebody else, chosen below")]
            self.fields["other"].choices = [("", "Choose a colleague"), *((str(one.key), one.name) for one in rest)]
        else:
            del self.fields["other"]

    def clean(self):
        """The one person chosen, from either list."""
        given = super().clean()
        if given.get("person") == OTHER:
            if not given.get("other"):
                self.add_error("other", "Choose who leads")
            given["person"] = given.get("other")
        chosen = given.get("person")
        unexplained = "instead" in self.fields and not given.get("instead")
        if chosen and chosen not in self.by_default and unexplained:
            self.add_error("instead", NOT_SOCIAL_WORKER)
        return given

    def clean_because(self):
        """No reason leaves with the child's name in it."""
        because = self.cleaned_data["because"]
        if why := against_reason(because, self.names):
            raise forms.ValidationError(why[0].value)
        return because


def lead_form(case, sent):
    """The form for a case, and the people offered in it."""
    before = lead_of(case)
    concern = concerns.stands(case) is not None
    ranked = candidates(case, clock.today(), concern=concern)
    found = [one for one in ranked if before is None or one.key != before.pk]
    names = (case.child.given_name, case.child.family_name, case.child.preferred_name)
    return Lead(sent, found=found, names=names, concern=concern), found, before
