"""What every question is made of."""

import re
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from door.forms import GovForm

Answers = dict[str, dict]
POSTCODE = re.compile(r"^[A-Z]{1,2}[0-9][A-Z0-9]?\s?[0-9][A-Z]{2}$")
PHONE = re.compile(r"(\+?[0-9 ()\-]{7,}?)(?: *(?:ext\.?|extension|x) *[0-9]{1,6})?", re.IGNORECASE)
MOBILE = 11
ACCOUNT = "account"
"""Among the answers: who is asking, where they are signed in as a colleague. They are not asked for it."""
COUNCIL = "council"
"""Among the answers: the code of the council that is asked."""


def for_self(answers: Answers) -> bool:
    """Whether a young person is asking for themselves."""
    return answers.get("who", {}).get("who") == "self"


def at_work(answers: Answers) -> bool:
    """Whether somebody who works with the child is asking."""
    return ACCOUNT in answers or answers.get("who", {}).get("who") == "work"


def name_of(answers: Answers) -> str:
    """What to call the child in our sentences."""
    child = answers.get("child", {})
    return child.get("preferred_name") or child.get("given_name") or gettext("the child or young person")


class Question(GovForm):
    """A page's form. ``answers`` are those given so far, so that words can carry the child's name."""

    heading = ""
    """The page's heading when it asks for more than one thing."""
    before = ""
    """A few words before the fields."""

    danger = ""
    """What must be read first, when it cannot wait."""

    def __init__(self, *args, answers: Answers, **kwargs):
        self.answers = answers
        super().__init__(*args, **kwargs)
        self.fit()

    def fit(self) -> None:
        """Puts names into the words."""


@dataclass(frozen=True)
class Line:
    """One answer, and the question it can be changed at."""

    label: str
    value: str
    key: str


def telephone(typed: str) -> str:
    """A phone number, or nothing. A mobile number has all its digits. Raises ValidationError."""
    phone = typed.strip()
    written = PHONE.fullmatch(phone)
    if phone and not written:
        raise forms.ValidationError(_("Enter a phone number, like 07700 900 982, or leave it empty"))
    digits = re.sub(r"\D", "", written[1]) if written else ""
    digits = re.sub(r"^(?:00)?44(?:0(?=\d{9}))?(?=\d{9})", "0", digits)
    if digits.startswith("07") and len(digits) < MOBILE:
        said = _("A mobile number has 11 digits, and this has %(count)s. Check it, or leave it empty")
        raise forms.ValidationError(said % {"count": len(digits)})
    return phone


def postcode(typed: str) -> str:
    """A postcode as it is written, or nothing. Raises ValidationError."""
    plain = re.sub(r"\s+", "", typed.upper())
    if not plain:
        return ""
    written = f"{plain[:-3]} {plain[-3:]}"
    if not POSTCODE.match(written):
        raise forms.ValidationError(_("Enter a full postcode, like M1 2AB, or leave it empty"))
    return written
