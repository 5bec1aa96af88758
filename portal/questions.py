"""The questions a family is asked, one page each, in order. Each knows whether it needs asking."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.family import drafts
from door.forms import DateField, GovForm, LongTextField, Radios
from people.family import OF_THE_FAMILY, Responsible, against_born_on
from referrals.family import AsksFor

Answers = dict[str, dict]
POSTCODE = re.compile(r"^[A-Z]{1,2}[0-9][A-Z0-9]?\s?[0-9][A-Z]{2}$")


def for_self(answers: Answers) -> bool:
    """Whether a young person is asking for themselves."""
    return answers.get("who", {}).get("who") == "self"


def name_of(answers: Answers) -> str:
    """What to call the child in our sentences."""
    child = answers.get("child", {})
    return child.get("preferred_name") or child.get("given_name") or gettext("the child or young person")


class Question(GovForm):
    """A page's form. ``answers`` are those given so far, so that words can carry the child's name."""

    heading = ""
    """The page's heading when it asks for more than one thing."""

    def __init__(self, *args, answers: Answers, **kwargs):
        self.answers = answers
        super().__init__(*args, **kwargs)
        self.fit()

    def fit(self) -> None:
        """Puts names into the words."""


class What(Question):
    heading_field = "asks_for"
    asks_for = forms.ChoiceField(
        label=_("What would you like to ask for?"),
        choices=[(a.value, a.words) for a in (AsksFor.HELP, AsksFor.ASSESSMENT, AsksFor.UNSURE)],
        widget=Radios(
            hints={
                "help": _("Support from services such as school, health or family support."),
                "assessment": _(
                    "The council looks at what a child or young person needs, and decides if they need an "
                    "education, health and care (EHC) plan."
                ),
                "unsure": _("Tell us what is happening. We will read it and tell you which it is."),
            },
            divider_before="unsure",
        ),
        error_messages={"required": _("Choose what you would like to ask for")},
    )


class WhoFor(Question):
    heading_field = "who"
    who = forms.ChoiceField(
        label=_("Who are you asking for?"),
        choices=[("child", _("My child, or a child I look after")), ("self", _("Myself"))],
        widget=Radios(hints={"self": _("If you are a young person asking for yourself.")}),
        error_messages={"required": _("Choose who you are asking for")},
    )


class TheChild(Question):
    heading = _("Who is the child or young person?")
    given_name = forms.CharField(label=_("First name"), max_length=80)
    family_name = forms.CharField(label=_("Last name"), max_length=80)
    preferred_name = forms.CharField(
        label=_("The name they like to be called, if it is different"), max_length=80, required=False
    )
    born_on = DateField(label=_("Date of birth"), called=_("The date of birth"), help_text=_("For example, 27 3 2018"))

    def fit(self):
        if for_self(self.answers):
            self.heading = _("Who are you?")
            self.fields["preferred_name"].label = _("The name you like to be called, if it is different")
            self.fields["given_name"].widget.attrs["autocomplete"] = "given-name"
            self.fields["family_name"].widget.attrs["autocomplete"] = "family-name"

    def clean_born_on(self):
        born_on = self.cleaned_data["born_on"]
        if why_not := against_born_on(born_on):
            raise forms.ValidationError(gettext(why_not))
        return born_on


class Happening(Question):
    words = LongTextField(
        max_length=5000,
        rows=8,
        error_messages={"required": _("Tell us what is happening. A few words are enough.")},
    )
    wanted = LongTextField(max_length=2000, rows=4, required=False)

    def fit(self):
        name = name_of(self.answers)
        mine = for_self(self.answers)
        self.heading = _("Tell us about you") if mine else _("Tell us about %(name)s") % {"name": name}
        self.fields["words"].label = _("What is happening?")
        self.fields["words"].help_text = _(
            "What is hard, at home, at school or anywhere else, and what has been tried."
        )
        self.fields["wanted"].label = _("What would help?")


class Home(Question):
    home_postcode = forms.CharField(
        max_length=10,
        required=False,
        widget=forms.TextInput({"class": "govuk-input--width-10", "autocomplete": "postal-code"}),
        help_text=_("Leave it empty if there is no settled address, or if it is not safe to say."),
    )
    learns_at = forms.CharField(
        label=_("Nursery, school or college"),
        max_length=160,
        required=False,
        help_text=_("Leave it empty if there is none at the moment."),
    )

    def fit(self):
        mine = for_self(self.answers)
        name = name_of(self.answers)
        self.heading = (
            _("Where do you live and learn?") if mine else _("Where does %(name)s live and learn?") % {"name": name}
        )
        self.fields["home_postcode"].label = _("Home postcode")

    def clean_home_postcode(self):
        typed = re.sub(r"\s+", "", self.cleaned_data["home_postcode"].upper())
        if not typed:
            return ""
        postcode = f"{typed[:-3]} {typed[-3:]}"
        if not POSTCODE.match(postcode):
            raise forms.ValidationError(_("Enter a full postcode, like M1 2AB, or leave it empty"))
        return postcode


class You(Question):
    heading = _("About you")
    sender_name = forms.CharField(
        label=_("Your name"), max_length=120, widget=forms.TextInput({"autocomplete": "name"})
    )
    relationship = forms.ChoiceField(choices=[(r.value, r.words) for r in OF_THE_FAMILY], widget=Radios)
    cares_for = forms.ChoiceField(
        choices=[("yes", _("Yes")), ("no", _("No"))],
        widget=Radios(inline=True),
        error_messages={"required": _("Choose yes or no")},
    )
    says_responsible = forms.ChoiceField(
        choices=[(r.value, r.words) for r in (Responsible.YES, Responsible.NO, Responsible.UNSURE)],
        widget=Radios(inline=False),
        help_text=_("If you do not know, choose not sure. You can ask either way."),
    )
    email = forms.EmailField(
        label=_("Your email address"),
        max_length=254,
        help_text=_("We send you a reference number, and what happens next. Use an address that only you can open."),
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    phone = forms.CharField(
        label=_("Your phone number"),
        max_length=30,
        required=False,
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel", "class": "govuk-input--width-20"}),
    )

    def fit(self):
        name = name_of(self.answers)
        self.fields["relationship"].label = _("What are you to %(name)s?") % {"name": name}
        self.fields["cares_for"].label = _("Does %(name)s live with you, or do you look after them?") % {"name": name}
        self.fields["says_responsible"].label = _("Do you have parental responsibility for %(name)s?") % {"name": name}
        self.fields["relationship"].error_messages["required"] = _("Choose what you are to %(name)s") % {"name": name}
        self.fields["says_responsible"].error_messages["required"] = _("Choose yes, no or not sure")
        if for_self(self.answers):
            self.heading = _("How can we reach you?")
            for field in ("sender_name", "relationship", "cares_for", "says_responsible"):
                del self.fields[field]

    def clean_phone(self):
        phone = self.cleaned_data["phone"].strip()
        if phone and not re.fullmatch(r"\+?[0-9 ()\-]{7,}", phone):
            raise forms.ValidationError(_("Enter a phone number, like 07700 900 982, or leave it empty"))
        return phone


class Sharing(Question):
    heading_field = "consent"
    consent = forms.ChoiceField(
        choices=[("yes", _("Yes, you can share it")), ("no", _("No"))],
        widget=Radios,
        error_messages={"required": _("Choose yes or no")},
    )

    def fit(self):
        self.fields["consent"].label = _("May we share what you wrote with the services who could help?")
        self.fields["consent"].help_text = _(
            "Only the people who need it to help, such as school, health or family support. You can change your mind."
        )

    def clean_consent(self):
        consent = self.cleaned_data["consent"]
        if consent == "no" and self.answers.get("what", {}).get("asks_for") == AsksFor.HELP:
            raise forms.ValidationError(
                _("To get help, services need to read what you wrote. If you would rather talk first, call us.")
                if for_self(self.answers)
                else _(
                    "To get help for %(name)s, services need to read what you wrote. "
                    "If you would rather talk first, call us."
                )
                % {"name": name_of(self.answers)}
            )
        return consent


@dataclass(frozen=True)
class Step:
    """One question on the way."""

    key: str
    form: type[Question]
    needed: Callable[[Answers], bool] = lambda answers: True


STEPS = (
    Step("what", What),
    Step("who", WhoFor),
    Step("child", TheChild),
    Step("happening", Happening),
    Step("home", Home),
    Step("you", You),
    Step("sharing", Sharing, lambda answers: answers.get("what", {}).get("asks_for") != AsksFor.ASSESSMENT),
)


def steps(answers: Answers) -> list[Step]:
    """The questions this person is asked, given what they have answered."""
    return [step for step in STEPS if step.needed(answers)]


def step_called(key: str, answers: Answers) -> Step | None:
    """The question of this address, or None when it does not exist or is not asked."""
    return next((step for step in steps(answers) if step.key == key), None)


def first_open(answers: Answers) -> Step | None:
    """The first question without a whole answer, or None when all are answered."""
    return next((step for step in steps(answers) if not _answered(step, answers)), None)


def _answered(step: Step, answers: Answers) -> bool:
    """Whether the answers kept are whole for the question as it is asked now, with nothing typed that waits."""
    if step.key not in answers or step.key in answers.get(drafts.TYPED, {}):
        return False
    asked = step.form(answers=answers).fields
    return all(answers[step.key].get(name) for name, field in asked.items() if field.required)


def after(key: str, answers: Answers) -> Step | None:
    """The question after this one, or None at the end."""
    keys = [step.key for step in steps(answers)]
    later = keys[keys.index(key) + 1 :]
    return step_called(later[0], answers) if later else None


def before(key: str, answers: Answers) -> Step | None:
    """The question before this one, or None at the beginning."""
    keys = [step.key for step in steps(answers)]
    place = keys.index(key)
    return step_called(keys[place - 1], answers) if place else None
