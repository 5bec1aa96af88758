"""The words of a Family Assessment: how far it has come, its parts, and why something is refused."""

from enum import StrEnum

from core.words import _


class AssessmentState(StrEnum):
    """How far an assessment has come."""

    WRITING = "writing"
    SENT = "sent"
    TAKEN = "taken"
    STOPPED = "stopped"

    @property
    def words(self) -> str:
        return STATES[self]


STATES = {
    AssessmentState.WRITING: _("Being written"),
    AssessmentState.SENT: _("Sent, the CAF team has not said yet that it has it"),
    AssessmentState.TAKEN: _("The CAF team has it"),
    AssessmentState.STOPPED: _("Not carried on"),
}


class Chapter(StrEnum):
    """A part of the assessment. Each is written once, by whoever knows."""

    VIEWS = "views"
    FAMILY = "family"
    LEARNING = "learning"
    HEALTH = "health"
    CARE = "care"
    OTHER = "other"
    TOGETHER = "together"

    @property
    def words(self) -> str:
        return CHAPTERS[self]


CHAPTERS = {
    Chapter.VIEWS: _("What the child says"),
    Chapter.FAMILY: _("What the family says"),
    Chapter.LEARNING: _("Nursery, school or college"),
    Chapter.HEALTH: _("Health"),
    Chapter.CARE: _("Early help and social care"),
    Chapter.OTHER: _("Another service"),
    Chapter.TOGETHER: _("Taken together: what it means, and what happens now"),
}
AGENCIES = (Chapter.LEARNING, Chapter.HEALTH, Chapter.CARE, Chapter.OTHER)
"""The parts that services write, each its own."""

FIELDS: dict[Chapter, tuple[str, ...]] = {
    Chapter.VIEWS: ("words",),
    Chapter.FAMILY: ("well", "worries", "hopes"),
    **dict.fromkeys(AGENCIES, ("well", "needs", "help")),
    Chapter.TOGETHER: ("means", "plan"),
}
"""What is written in each part."""


class Why(StrEnum):
    """Why an act on an assessment is refused."""

    BEGUN_ALREADY = _("A Family Assessment is being written already. Go on with that one.")
    NOT_WRITING = _("This assessment was sent or is not carried on, so it cannot be changed any more. Begin a review.")
    DONE = _("This part is finished. Open it again to write in it.")
    NOT_HERE = _("That person does not work on cases here today. Choose somebody from the list.")
    TOO_LONG = _("That is too long for one place. Use no more than 4,000 characters.")
    NO_DAY = _("Say by which day. It must be today or later.")
    ASKED_ALREADY = _("They have been asked to write this part by that day already.")
    EMPTY = _("Nothing is written in this part yet.")
    NO_VIEWS = _("Write what {child} says, or say why it could not be found out.")
    NO_FAMILY = _("Write what the family says. It is their assessment.")
    NO_SERVICE = _("Write at least one part for a service.")
    STILL_WAITING = _("Not every part that somebody was asked for is finished. Wait for it, or say why you do not.")
    NOTHING_TOGETHER = _("Write what it means taken together, and what happens now.")
    NO_READER = _("Choose who of the family gets it, or say why nobody does.")
    BARRED = _("Somebody chosen may not be told where the child lives. They get nothing from here.")
    HIDDEN = _("A part holds an address that somebody chosen may not be told. Take it out of the part first.")
    NO_REASON = _("Say why.")
    NOT_SENT = _("It has not been sent yet, or the CAF team has it already.")
