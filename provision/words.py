"""The vocabulary of services and their thresholds."""

from enum import StrEnum

from core.words import _


class Kind(StrEnum):
    """What sort of service it is."""

    PSYCHOLOGY = "psychology"
    OUTREACH = "outreach"
    BASE = "base"
    DISABLED_CHILDREN = "disabled"
    SPEECH = "speech"
    OTHER = "other"

    @property
    def words(self) -> str:
        return KINDS[self]


KINDS = {
    Kind.PSYCHOLOGY: _("Educational psychology"),
    Kind.OUTREACH: _("Special-school outreach"),
    Kind.BASE: _("Mainstream resource base"),
    Kind.DISABLED_CHILDREN: _("Disabled children’s team"),
    Kind.SPEECH: _("Speech and language"),
    Kind.OTHER: _("Another service"),
}


class Weight(StrEnum):
    """How much a line of the threshold says."""

    MUST = "must"
    SHOULD = "should"
    EXCLUDE = "exclude"

    @property
    def words(self) -> str:
        return WEIGHTS[self]


WEIGHTS = {
    Weight.MUST: _("Must be so"),
    Weight.SHOULD: _("Should be so"),
    Weight.EXCLUDE: _("Must not be so"),
}


class Said(StrEnum):
    """What somebody answers to a line's question."""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not_sure"

    @property
    def words(self) -> str:
        return ANSWERS[self]


ANSWERS = {Said.YES: _("Yes"), Said.NO: _("No"), Said.NOT_SURE: _("Not sure")}


class Outcome(StrEnum):
    """What the answers come to. Guidance: a person decides."""

    MET = "met"
    NOT_MET = "not_met"
    MORE = "more"

    @property
    def words(self) -> str:
        return OUTCOMES[self]

    @property
    def next(self) -> str:
        """What that means for whoever asks."""
        return NEXT[self]


OUTCOMES = {
    Outcome.MET: _("Met"),
    Outcome.NOT_MET: _("Not met"),
    Outcome.MORE: _("More evidence needed"),
}
NEXT = {
    Outcome.MET: _("This service is meant for a child like this. Ask, and say so in your request."),
    Outcome.NOT_MET: _(
        "This service is meant for other children. You can still ask: a person reads every request, and tells you "
        "what can help instead."
    ),
    Outcome.MORE: _(
        "It cannot be told from these answers. You can ask all the same: a person reads everything you write."
    ),
}

DAYS = (5, 10, 15, 20, 30)
"""Working days within which a service may promise an answer. Each is a duty of ours: ``statute.timetable.services``."""


class Why(StrEnum):
    """Why what is said of a service cannot be kept so."""

    NAME_TAKEN = _("There is a service of this name already. Change that one, or give this another name")
    NO_TEAM = _("Choose a team that works here today")
    NO_OWNER = _("Choose somebody who works here today")
    ENDS_FIRST = _("The last day must be the same as or after the first")
    SHARE = _("Enter a share from 1 to 100, like 90")
    ROOM = _("Enter how many children, from 0 to 5000")
    NEEDS = _("Choose needs of the list")
    NOT_TAKING = _("Say until when it takes nobody new, and who helps meanwhile: nobody is left with nothing")
    NO_LINES = _("Enter at least one line, with its question")
    HALF_A_LINE = _("Fill in how it weighs, the line and its question, or leave all three empty")
    SAME = _("Nothing is different from the version in use.")
    NOT_YOURS = _("Only an administrator, or whoever answers for this service, changes it.")
    ENDED = _("This service is no longer offered.")


class Asked(StrEnum):
    """How a request stands with a service."""

    WAITING = "waiting"
    MORE = "more"
    TAKEN = "taken"
    NOT_US = "not_us"
    DROPPED = "dropped"
    FINISHED = "finished"

    @property
    def words(self) -> str:
        return STATES[self]


STATES = {
    Asked.WAITING: _("Waits for the service"),
    Asked.MORE: _("The service asked for more"),
    Asked.TAKEN: _("Taken on"),
    Asked.NOT_US: _("Not for this service"),
    Asked.DROPPED: _("Taken back"),
    Asked.FINISHED: _("The work has ended"),
}
OPEN = (Asked.WAITING, Asked.MORE)
"""The service has still to say whether it takes the child on."""


class ServiceSaid(StrEnum):
    """What a service says of a request."""

    TAKEN = "taken"
    MORE = "more"
    NOT_US = "not_us"
    AGAIN = "again"
    """Said by the Bridge: what was wanted has come."""
    FINISHED = "finished"

    @property
    def words(self) -> str:
        return SAID[self]


SAID = {
    ServiceSaid.TAKEN: _("Taken on"),
    ServiceSaid.MORE: _("Needs more evidence"),
    ServiceSaid.NOT_US: _("Not for us"),
    ServiceSaid.AGAIN: _("What was asked for has come"),
    ServiceSaid.FINISHED: _("The work has ended"),
}


class Came(StrEnum):
    """What came of a service's work on one need."""

    ACHIEVED = "achieved"
    PARTLY = "partly"
    NOT = "not"
    NOT_KNOWN = "not_known"

    @property
    def words(self) -> str:
        return CAME[self]


CAME = {
    Came.ACHIEVED: _("Achieved"),
    Came.PARTLY: _("Partly achieved"),
    Came.NOT: _("Not achieved"),
    Came.NOT_KNOWN: _("Not known"),
}


class WhyEnds(StrEnum):
    """Why a service's work with a child ends."""

    DONE = "done"
    FAMILY = "family"
    HANDED_ON = "handed_on"
    MOVED = "moved"
    NO_CONTACT = "no_contact"
    AGE = "age"
    OTHER = "other"

    @property
    def words(self) -> str:
        return WHY_ENDS[self]


WHY_ENDS = {
    WhyEnds.DONE: _("What was planned is done"),
    WhyEnds.FAMILY: _("The family or the young person no longer wants it"),
    WhyEnds.HANDED_ON: _("Another service goes on with it"),
    WhyEnds.MOVED: _("The family moved away"),
    WhyEnds.NO_CONTACT: _("The family could not be reached"),
    WhyEnds.AGE: _("The service is for children of another age"),
    WhyEnds.OTHER: _("Another reason"),
}


class WhyNot(StrEnum):
    """Why something cannot be said to, or by, a service now."""

    NO_REASON = _("Say why: the family reads it")
    NO_INSTEAD = _("Say what can help instead: nobody is left with nothing")
    ENDED = _("This service is no longer offered. Choose another.")
    HAS_IT = _("This service has a request for this child already.")
    HAS_TAKEN = _("A service has taken the child on. It ends its work first, or says that it is not for them.")
    NO_OUTCOME = _("Say what came of at least one thing that you worked on")
    NO_SENTENCE = _("Say it in a sentence: the family reads it")
    NOT_A_NEED = _("One of these needs is not on the child’s record any more. Open the page again.")
    NO_WHY = _("Choose why the work ends")
