"""The questions that everybody is asked, and those that only a family is."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from door.forms import DateField, LongTextField, Radios
from pathway.asking.question import COUNCIL, Question, at_work, for_self, name_of, postcode, telephone
from people.family import against_born_on
from people.words import OF_THE_FAMILY, Responsible
from referrals.where import whose
from referrals.words import AsksFor


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

    def fit(self):
        if at_work(self.answers):
            self.fields["asks_for"].widget.hints["help"] = _(
                "Support from several services together. The parent must agree, unless a child may not be safe."
            )
            self.fields["asks_for"].widget.hints["assessment"] = _(
                "A school or college may ask for one by law. From everybody else, it brings the child to the "
                "council’s attention, and counts from today too. Tell the parent first, where that is safe."
            )


class WhoFor(Question):
    heading_field = "who"
    who = forms.ChoiceField(
        label=_("Who are you asking for?"),
        choices=[
            ("child", _("My child, or a child I look after")),
            ("self", _("Myself")),
            ("work", _("A child or young person I work with")),
        ],
        widget=Radios(
            hints={
                "child": _("If you are a parent or carer."),
                "self": _("If you are a young person asking for yourself."),
                "work": _("If you work at a school or nursery, in health, in social care or for another service."),
            },
            divider_before="work",
        ),
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
        if at_work(self.answers):
            self.fields["words"].help_text = _("What is hard, at home, where they learn or anywhere else.")
            self.fields["wanted"].label = _("What do %(name)s and the family want?") % {"name": name}


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
        if self.answers.get("work", {}).get("for_school") == "yes" and "home" not in self.answers:
            self.fields["learns_at"].initial = self.answers["work"]["organisation"]

    def clean_home_postcode(self):
        return postcode(self.cleaned_data["home_postcode"])

    def clean(self):
        """Keeps whose the home is, when it is known to be another council's."""
        given = super().clean()
        code, home = self.answers.get(COUNCIL, {}).get("code", ""), given.get("home_postcode", "")
        given["elsewhere"] = whose(code, home)[0] if code and home else ""
        return given


class Elsewhere(Question):
    """The home is another council's: says whose, and asks what to do."""

    hand_on = forms.ChoiceField(
        choices=[("yes", ""), ("no", _("No, look at it here"))],
        widget=Radios,
        error_messages={"required": _("Choose whether we may pass it on")},
    )

    def fit(self):
        about = {"council": self.answers["home"]["elsewhere"], "postcode": self.answers["home"]["home_postcode"]}
        self.heading = _("%(postcode)s is in another council’s area: %(council)s") % about
        self.before = (
            _(
                "The council where a child lives decides about an EHC needs assessment. Help from services can also be "
                "for a child who learns here. Nothing is lost either way: the day it reached us counts."
            )
            % about
        )
        self.fields["hand_on"].label = _("May we pass it on to %(council)s?") % about
        self.fields["hand_on"].choices = [
            ("yes", _("Yes, pass it on to %(council)s, with the day it reached you") % about),
            ("no", _("No, look at it here")),
        ]


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
        return telephone(self.cleaned_data["phone"])


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
