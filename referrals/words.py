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
    ASKED = "asked"
    """The Bridge asked the sender for more, and waits."""
    ACCEPTED = "accepted"
    SENT_ON = "sent_on"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"

    @property
    def words(self) -> str:
        return STATES[self]


STATES = {
    State.TO_SETTLE: _("To be read"),
    State.WAITING: _("Waits for an answer"),
    State.ASKED: _("The sender was asked for more"),
    State.ACCEPTED: _("Accepted"),
    State.SENT_ON: _("Passed to a named service"),
    State.DECLINED: _("Declined, with what happens instead"),
    State.WITHDRAWN: _("Withdrawn"),
}
OPEN = frozenset({State.WAITING, State.ASKED})
"""The Bridge has still to say what happens."""
OPEN_TO_REPLIES = OPEN | {State.DECLINED, State.SENT_ON}
"""What the sender adds is read again. What was accepted or withdrawn stays so."""


class Said(StrEnum):
    """What the Bridge may say to a request for help."""

    ACCEPT = "accept"
    ASK = "ask"
    SEND_ON = "send_on"
    DECLINE = "decline"
    REOPEN = "reopen"
    """What had been said is taken back."""
    WITHDRAWN = "withdrawn"
    """The sender no longer wants it, and an officer or the sender wrote that down."""

    @property
    def words(self) -> str:
        return SAID[self]


SAID = {
    Said.ACCEPT: _("Accepted"),
    Said.ASK: _("Asked for more"),
    Said.SEND_ON: _("Passed to a named service"),
    Said.DECLINE: _("Declined"),
    Said.REOPEN: _("Taken back: the request waits again"),
    Said.WITHDRAWN: _("Withdrawn"),
}


class Why(StrEnum):
    """Why an act on a referral is refused, in words for the person who tried."""

    NO_REASON = _("Say why, in words the family can read.")
    NAMES_THE_CHILD = _(
        "Leave the child’s names out: the reason goes by email to a confirmed address. Write “your child” or “they”."
    )
    NO_CONSENT = _("Help needs the agreement of the person who asks to share what they wrote with the services.")
    SETTLED_AS_HELP = _("This was already settled as a request for help.")
    ALREADY_ASSESSMENT = _("This already counts as a request for an EHC needs assessment.")
    NOT_FOR_TRIAGE = _(
        "This is a request for an EHC needs assessment. The council must decide on it under the law; the Bridge cannot "
        "accept, pass on or decline it."
    )
    READ_FIRST = _("First say whether this is a request for help or for an EHC needs assessment.")
    NO_SERVICE = _("Name the service it is passed to.")
    NO_INSTEAD = _("Say what happens instead: nobody is left with nothing.")
    NO_QUESTION = _("Write what you need to know.")
    NO_ANSWER = _("Write your answer.")
    NOT_ASKED = _("Nothing was asked about this request, or the question was taken back.")
    NOT_ANSWERED = _("Nothing has been said to this request yet, so there is nothing to take back.")
    HAS_A_LEAD = _("This child has an engagement lead already. Speak with the lead first.")
    CANNOT_TAKE_BACK = _(
        "A request for an EHC needs assessment cannot be turned into a request for help. The council must decide on "
        "it (SEND Regulations 2014, regulation 5)."
    )


class Channel(StrEnum):
    """How a request reached us."""

    ONLINE = "online"
