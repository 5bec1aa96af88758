"""The front door's vocabulary."""

from enum import StrEnum

from core.words import _


class AsksFor(StrEnum):
    """What somebody asks us for, in their own understanding."""

    HELP = "help"
    ASSESSMENT = "assessment"
    UNSURE = "unsure"

    @property
    def words(self) -> str:
        return ASKS_FOR[self]


ASKS_FOR = {
    AsksFor.HELP: _("Help"),
    AsksFor.ASSESSMENT: _("An EHC needs assessment"),
    AsksFor.UNSURE: _("Not sure"),
}


class State(StrEnum):
    """Where a referral stands."""

    TO_SETTLE = "to_settle"
    """Somebody asked and was not sure what for: an officer reads it first."""
    WAITING = "waiting"
    """It is known what was asked; triage comes next."""


class Why(StrEnum):
    """Why an act on a referral is refused, in words for the person who tried."""

    NO_REASON = _("Say why, in words the family can read.")
    NAMES_THE_CHILD = _(
        "Leave the child’s names out: the reason goes by email to a confirmed address. Write “your child” or “they”."
    )
    NO_CONSENT = _("Help needs the agreement of the person who asks to share what they wrote with the services.")
    SETTLED_AS_HELP = _("This was already settled as a request for help.")
    ALREADY_ASSESSMENT = _("This already counts as a request for an EHC needs assessment.")
    CANNOT_TAKE_BACK = _(
        "A request for an EHC needs assessment cannot be turned into a request for help. The council must decide on "
        "it (SEND Regulations 2014, regulation 5)."
    )


class Channel(StrEnum):
    """How a request reached us."""

    ONLINE = "online"
