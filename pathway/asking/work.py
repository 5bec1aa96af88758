"""What only somebody who works with the child is asked: about themselves, the parent, the services, the needs."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.need_words import PathwayNeed, SenType
from door.forms import Checkboxes, LongTextField, Radios
from notices.addresses import postal_address
from pathway.asking.question import ACCOUNT, Question, name_of, telephone
from people.words import OF_THE_FAMILY
from referrals.words import AsksFor, FamilyKnows, MainReason, ServiceKind

YES_NO = [("yes", _("Yes")), ("no", _("No"))]
SERVICES = [(kind.value, kind.words) for kind in ServiceKind if kind != ServiceKind.OTHER]


def _yes_no(label: str, missing: str, help_text: str = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=YES_NO, widget=Radios(inline=True), help_text=help_text,
        error_messages={"required": missing},
    )  # fmt: skip


class AtWork(Question):
    """Who is asking. Of a colleague who is signed in, the account says who they are."""

    heading = _("About you")
    sender_name = forms.CharField(
        label=_("Your name"), max_length=120, widget=forms.TextInput({"autocomplete": "name"})
    )
    job = forms.CharField(
        label=_("Your job"), max_length=120, help_text=_("For example, SENCO, health visitor or social worker."),
        widget=forms.TextInput({"autocomplete": "organization-title"}),
    )  # fmt: skip
    organisation = forms.CharField(
        label=_("Where you work"), max_length=160, help_text=_("The school, service or organisation."),
        widget=forms.TextInput({"autocomplete": "organization"}),
    )  # fmt: skip
    for_school = _yes_no(
        _("Do you ask on behalf of a school or college?"), _("Choose whether you ask on behalf of a school or college")
    )
    email = forms.EmailField(
        label=_("Your work email address"), max_length=254, widget=forms.EmailInput({"autocomplete": "email"}),
        help_text=_("We send you a reference number, and what happens next. Use an address that only you can open."),
    )  # fmt: skip
    phone = forms.CharField(
        label=_("Your work phone number"), max_length=30, required=False,
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel", "class": "govuk-input--width-20"}),
    )  # fmt: skip
    knows_how = forms.CharField(
        label=_("How do you know the child?"), max_length=400, help_text=_("For example: I teach her every morning.")
    )
    known_to_family = _yes_no(
        _("Does the family know you already?"),
        _("Choose whether the family knows you already"),
        _("Families often want somebody they know to bring everybody together. We keep this for choosing that person."),
    )

    def fit(self):
        if ACCOUNT in self.answers:
            for field in ("sender_name", "email"):
                del self.fields[field]
            for field, usual in self.answers[ACCOUNT].get("usual", {}).items():
                self.fields[field].initial = usual

    def clean_phone(self):
        return telephone(self.cleaned_data["phone"])


class TheParent(Question):
    """Who has parental responsibility, how to reach them, and whether they know and agree."""

    parent_name = forms.CharField(label=_("Their name"), max_length=120, required=False)
    parent_relationship = forms.ChoiceField(
        choices=[(r.value, r.words) for r in OF_THE_FAMILY], required=False, widget=Radios
    )
    parent_email = forms.EmailField(label=_("Their email address"), max_length=254, required=False)
    parent_phone = forms.CharField(
        label=_("Their phone number"), max_length=30, required=False,
        widget=forms.TextInput({"type": "tel", "class": "govuk-input--width-20"}),
    )  # fmt: skip
    parent_home = LongTextField(
        label=_("Their address for letters"), max_length=300, rows=4, required=False,
        help_text=_("In 2 to 6 lines, postcode last. Leave it empty if it is not safe to write there."),
    )  # fmt: skip
    family_knows = forms.ChoiceField(
        choices=[(f.value, f.words) for f in FamilyKnows], widget=Radios,
        help_text=_(
            "We write to them only if they know and agree, you have no safeguarding concern, and nothing you write can "
            "mean that somebody is not safe. Otherwise a person reads what you wrote first, and the family hears "
            "nothing until then."
        ),
        error_messages={"required": _("Choose whether the parent knows and agrees")},
    )  # fmt: skip

    def fit(self):
        name = {"name": name_of(self.answers)}
        self.heading = _("Who has parental responsibility for %(name)s?") % name
        self.before = _("Leave out what you do not know.")
        self.fields["parent_relationship"].label = _("What are they to %(name)s?") % name
        self.fields["family_knows"].label = _("Do they know that you are sending this, and agree?")

    def clean_parent_phone(self):
        return telephone(self.cleaned_data["parent_phone"])

    def clean(self):
        given = super().clean()
        name = given.get("parent_name", "").strip()
        agrees = given.get("family_knows") == FamilyKnows.AGREES
        if agrees and not name:
            self.add_error("parent_name", _("Enter the name of the parent who knows and agrees"))
        elif not name and any(given.get(key) for key in ("parent_email", "parent_phone", "parent_home")):
            self.add_error("parent_name", _("Enter the name of the person we would reach there"))
        if name and not given.get("parent_relationship"):
            self.add_error("parent_relationship", _("Choose what they are to the child"))
        if home := given.get("parent_home", "").strip():
            try:
                postal_address(f"{name or 'Name'}\n{home}")
            except ValueError:
                self.add_error("parent_home", _("Write their address in 2 to 6 lines, postcode last"))
        return given


class Services(Question):
    """Which services are there, or expected to be."""

    heading = _("Which services are involved?")
    current = forms.MultipleChoiceField(
        label=_("Involved now"), choices=SERVICES, widget=Checkboxes(small=True), required=False
    )
    current_others = LongTextField(
        label=_("Others involved now"), help_text=_("One on each line."), max_length=600, rows=2, required=False
    )
    expected = forms.MultipleChoiceField(
        label=_("Expected to be involved"), choices=SERVICES, widget=Checkboxes(small=True), required=False,
        help_text=_("Asked already, or likely to be needed."),
    )  # fmt: skip
    expected_others = LongTextField(
        label=_("Others expected"), help_text=_("One on each line."), max_length=600, rows=2, required=False
    )

    def clean(self):
        given = super().clean()
        for key in ("current_others", "expected_others"):
            if any(len(line.strip()) > 160 for line in given.get(key, "").splitlines()):
                self.add_error(key, _("Use 160 characters or fewer for each service"))
        return given


class NeedsQuestion(Question):
    """What the child needs help with."""

    needs = forms.MultipleChoiceField(
        choices=[(n.value, n.words) for n in PathwayNeed], widget=Checkboxes(small=True),
        help_text=_("Choose all that are so."), error_messages={"required": _("Choose at least one need")},
    )  # fmt: skip
    sen_types = forms.MultipleChoiceField(
        label=_("Types of special educational need, as a school would record them"),
        choices=[(t.value, t.words) for t in SenType], widget=Checkboxes(small=True), required=False,
        help_text=_("Leave this out if you do not know."),
    )  # fmt: skip
    complex_because = LongTextField(
        label=_("What makes these needs complex?"), max_length=2000, rows=4, required=False,
        help_text=_("For example, several needs at once, or a need that support so far has not met."),
    )  # fmt: skip

    def fit(self):
        name = {"name": name_of(self.answers)}
        self.heading = _("What does %(name)s need help with?") % name
        self.fields["needs"].label = _("Needs")


class Reason(Question):
    """Why it is asked, above all."""

    heading_field = "main_reason"
    main_reason = forms.ChoiceField(
        label=_("What is the main reason for asking?"), choices=[(m.value, m.words) for m in MainReason], widget=Radios,
        error_messages={"required": _("Choose the main reason")},
    )  # fmt: skip


class Tried(Question):
    """What has been tried so far."""

    heading_field = "tried"
    tried = LongTextField(
        label=_("What has been tried?"), max_length=5000, rows=6,
        help_text=_("What was done, by whom, for how long, and what came of it. Write “nothing yet” if it is so."),
        error_messages={"required": _("Say what has been tried, or “nothing yet”")},
    )  # fmt: skip


class Concern(Question):
    """Whether the child may not be safe."""

    heading = _("Are you worried that the child may not be safe?")
    danger = _("If a child is in immediate danger, call 999 now. Do not wait for an answer here.")
    before = _(
        "What you write in this box is read first, by the few people who must know. The family is told nothing of it "
        "until a person has decided how. Social care can be told without anybody’s agreement."
    )
    mark_optional = False
    has_concern = forms.ChoiceField(
        label=_("Do you have a safeguarding concern?"), choices=[("no", _("No")), ("yes", _("Yes"))], widget=Radios,
        error_messages={"required": _("Choose yes or no")},
    )  # fmt: skip
    concern = LongTextField(
        label=_("If yes, what worries you?"), max_length=5000, rows=6, required=False,
        help_text=_("What you saw or heard, when, and from whom, in their words where you can."),
    )  # fmt: skip

    def clean(self):
        given = super().clean()
        if given.get("has_concern") == "yes" and not given.get("concern", "").strip():
            self.add_error("concern", _("Write what worries you. A few words are enough."))
        return given


def needs_agreement(answers: dict) -> bool:
    """Whether what is asked, as it is answered so far, cannot be sent without a parent's agreement: help, where
    nobody worries that the child is not safe."""
    return (
        answers.get("what", {}).get("asks_for") == AsksFor.HELP
        and answers.get("parent", {}).get("family_knows") != FamilyKnows.AGREES
        and answers.get("concern", {}).get("has_concern") != "yes"
    )
