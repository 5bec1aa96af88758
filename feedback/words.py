"""The vocabulary of feedback: who is asked what, and on which scale."""

from dataclasses import dataclass
from enum import StrEnum

from core.words import _


class Group(StrEnum):
    """As what somebody was at the meeting. Each is counted apart."""

    PARENT = "parent"
    LEAD = "lead"
    PROFESSIONAL = "professional"
    SETTING = "setting"

    @property
    def words(self) -> str:
        return GROUPS[self]


GROUPS = {
    Group.PARENT: _("Parents and carers"),
    Group.LEAD: _("Engagement leads"),
    Group.PROFESSIONAL: _("Other professionals"),
    Group.SETTING: _("Nurseries, schools and colleges"),
}


class How(StrEnum):
    """How an answer came. Each counts the same."""

    LINK = "link"
    PAPER = "paper"
    PHONE = "phone"

    @property
    def words(self) -> str:
        return HOW[self]


HOW = {
    How.LINK: _("By the link"),
    How.PAPER: _("On paper"),
    How.PHONE: _("On the phone or face to face"),
}


@dataclass(frozen=True)
class Question:
    """One thing that is asked about, with the name it has in the results."""

    code: str
    words: str
    asks: str


OF_PARENTS = (
    Question("listened", _("Listened to"), _("I was listened to")),
    Question("involved", _("Involved in decisions"), _("I was involved in the decisions")),
    Question("understood", _("Understood"), _("I was understood")),
    Question("confidence", _("Confidence and trust"), _("I have confidence and trust in the people who help us")),
)
OF_PROFESSIONALS = (
    Question("sharing", _("Information sharing"), _("Information was shared well")),
    Question("accessing", _("Accessing information"), _("I could get the information I needed")),
    Question("mam", _("MAM successful"), _("The multi-agency meeting (MAM) was successful")),
    Question("for_parents", _("Success for parents"), _("It was a success for the parents")),
    Question("for_professionals", _("Success for professionals"), _("It was a success for the professionals")),
)


def questions(group: Group) -> tuple[Question, ...]:
    """What a group is asked: parents and carers these four, everybody else these five."""
    return OF_PARENTS if group == Group.PARENT else OF_PROFESSIONALS


def scale(group: Group) -> tuple[float, ...]:
    """What may be answered: parents whole numbers from 1 to 5, everybody else half steps from 0 to 5."""
    return (1, 2, 3, 4, 5) if group == Group.PARENT else tuple(half / 2 for half in range(11))


LOWEST = _("not at all")
HIGHEST = _("completely")


class Why(StrEnum):
    """Why an answer is not taken."""

    ANSWERED = _("This has been answered already. Each person answers once.")
    NOTHING = _("Answer at least one question, or write something.")
    NOT_ON_SCALE = _("Choose one of the numbers on the scale.")
    FUTURE = _("Enter the day on which they said it. It must be today or earlier.")
    BEFORE = _("Enter a day on or after the day of the meeting.")
    TOO_LONG = _("Write no more than 4,000 characters.")
    NO_THEME = _("Write what the theme is called, in no more than 80 characters.")
    THEME_TWICE = _("There is a theme of this name already.")
    SORTED_MEANWHILE = _(
        "Somebody else sorted this comment meanwhile. What they ticked stands below: change it where you see it "
        "otherwise, and sort it again."
    )
    NOT_A_THEME = _("Choose from the themes shown.")


class Audience(StrEnum):
    """Whose comments a list of themes is for."""

    FAMILIES = "families"
    SETTINGS = "settings"
    PROFESSIONALS = "professionals"

    @property
    def words(self) -> str:
        return AUDIENCES[self]


AUDIENCES = {
    Audience.FAMILIES: _("Families"),
    Audience.SETTINGS: _("Nurseries, schools and colleges"),
    Audience.PROFESSIONALS: _("Engagement leads and other professionals"),
}
SEEDS: dict[Audience, tuple[tuple[str, str], ...]] = {
    Audience.FAMILIES: (
        ("involvement", _("Being involved")),
        ("transparency", _("Transparency")),
        ("timescales", _("Timescales")),
        ("who_to_ask", _("Knowing who to ask")),
        ("face_to_face", _("Meeting SEN workers face to face")),
    ),
    Audience.SETTINGS: (
        ("informality", _("Informality")),
        ("engaged_parents", _("Parents who are engaged")),
        ("timescales", _("Timescales")),
        ("paperwork", _("Easy paperwork")),
        ("others", _("Support of others")),
    ),
    Audience.PROFESSIONALS: (("forum", _("A forum to discuss concerns")),),
}
"""The themes that every authority starts with."""


def audience_of(group: Group) -> Audience:
    """Whose comments those of a group are."""
    if group == Group.PARENT:
        return Audience.FAMILIES
    return Audience.SETTINGS if group == Group.SETTING else Audience.PROFESSIONALS
