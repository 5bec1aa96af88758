"""The words of a support plan: its kinds, how far it has come, whose part is whose, and why something is refused."""

from enum import StrEnum

from core.words import _

LONGEST = 4000
"""Characters in one place."""
WEEKS = 12
"""How long a round lasts: about a term. Set by this authority; no law says so (SUPPORT-REVIEW-LOCAL)."""
UNDER = 5
"""Younger than this, a child has an Early Support Plan."""


class Kind(StrEnum):
    """Which plan it is."""

    SEN_SUPPORT = "sen_support"
    EARLY_SUPPORT = "early_support"

    @property
    def words(self) -> str:
        return KINDS[self]


KINDS = {Kind.SEN_SUPPORT: _("SEN support plan"), Kind.EARLY_SUPPORT: _("Early Support Plan")}


class CycleState(StrEnum):
    """How far one round has come."""

    WRITING = "writing"
    DOING = "doing"
    REVIEWED = "reviewed"

    @property
    def words(self) -> str:
        return STATES[self]


STATES = {
    CycleState.WRITING: _("Being written"),
    CycleState.DOING: _("Agreed, and being done"),
    CycleState.REVIEWED: _("Reviewed, and stands as it is"),
}


class Next(StrEnum):
    """What a review leads to."""

    AGAIN = "again"
    BETTER = "better"
    ASSESSMENT = "assessment"

    @property
    def words(self) -> str:
        return NEXTS[self]


NEXTS = {
    Next.AGAIN: _("Another round. What is not reached is carried over"),
    Next.BETTER: _("Stop: the child does not need this help any more"),
    Next.ASSESSMENT: _("An EHC needs assessment is to be asked for"),
}


class Agency(StrEnum):
    """Who contributes to an Early Support Plan."""

    PSYCHOLOGY = "psychology"
    SEN = "sen"
    HEALTH = "health"
    DISABLED_CHILDREN = "disabled"

    @property
    def words(self) -> str:
        return AGENCIES[self]


AGENCIES = {
    Agency.PSYCHOLOGY: _("Educational psychology"),
    Agency.SEN: _("SEN team"),
    Agency.HEALTH: _("Health"),
    Agency.DISABLED_CHILDREN: _("Disabled children’s team"),
}


class Why(StrEnum):
    """Why something is refused."""

    OPEN_ALREADY = _("A round is open already. Go on with that one.")
    NOT_WRITING = _("The plan is agreed, so it cannot be changed any more. What changes comes with the review.")
    NOT_DOING = _("The plan is not agreed yet, or was reviewed already.")
    CHANGED = _("Somebody changed this while you were writing. Yours is kept here: read theirs, then keep yours.")
    TOO_LONG = _("That is too long for one place. Use no more than 4,000 characters.")
    NO_STRENGTHS = _("Write what {child} is good at.")
    NO_NEEDS = _("Write what {child} needs.")
    NO_FAMILY = _("Write what the family says, or say why it is missing.")
    NO_CHILD = _("Write what {child} says, or say why it is missing.")
    NO_OUTCOME = _("Add at least one outcome.")
    NO_HELP = _("Add at least one kind of help.")
    NO_COST = _("Give the hours a week and what an hour costs, or the cost of a year.")
    TWO_COSTS = _("Give either the hours and what an hour costs, or the cost of a year, not both.")
    NO_VALUE = _("Say of every outcome how far it has come.")
    NO_FAMILY_REVIEW = _("Write what the family thinks of it, or say why it is missing.")
    NO_NEXT = _("Say what happens next.")
    EMPTY = _("Write something first.")
    NOT_EARLY = _("Only an Early Support Plan has contributions of these four.")
    NO_DAY = _("Say on which day. It must be between the day the plan was agreed and today.")
