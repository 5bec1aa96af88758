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


class SentAs(StrEnum):
    """As whom somebody sent a request."""

    FAMILY = "family"
    PROFESSIONAL = "professional"
    """Works with the child."""

    @property
    def words(self) -> str:
        return SENT_AS[self]


SENT_AS = {
    SentAs.FAMILY: _("The family"),
    SentAs.PROFESSIONAL: _("Somebody who works with the child"),
}


class MainReason(StrEnum):
    """Why somebody who works with a child asks, above all. One answer, apart from the child's needs."""

    LEARNING = "learning"
    COMMUNICATION = "communication"
    BEHAVIOUR = "behaviour"
    WELLBEING = "wellbeing"
    HEALTH = "health"
    DISABILITY = "disability"
    SOCIAL_CARE = "social_care"
    ATTENDANCE = "attendance"
    TRANSITION = "transition"
    FAMILY_SUPPORT = "family_support"
    OTHER = "other"

    @property
    def words(self) -> str:
        return MAIN_REASONS[self]


MAIN_REASONS = {
    MainReason.LEARNING: _("Learning"),
    MainReason.COMMUNICATION: _("Speech, language and communication"),
    MainReason.BEHAVIOUR: _("Behaviour"),
    MainReason.WELLBEING: _("Emotions and mental health"),
    MainReason.HEALTH: _("Health"),
    MainReason.DISABILITY: _("A disability, or the senses"),
    MainReason.SOCIAL_CARE: _("Social care"),
    MainReason.ATTENDANCE: _("Being in school, or at risk of not being there"),
    MainReason.TRANSITION: _("Moving to another school or into adult life"),
    MainReason.FAMILY_SUPPORT: _("Support for the family"),
    MainReason.OTHER: _("Something else"),
}


class FamilyKnows(StrEnum):
    """Whether the parent knows of the request, and agrees, as the sender says."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    DOES_NOT_KNOW = "does_not_know"
    NOT_SAFE = "not_safe"

    @property
    def words(self) -> str:
        return FAMILY_KNOWS[self]


FAMILY_KNOWS = {
    FamilyKnows.AGREES: _("Knows, and agrees"),
    FamilyKnows.DISAGREES: _("Knows, and does not agree"),
    FamilyKnows.DOES_NOT_KNOW: _("Does not know"),
    FamilyKnows.NOT_SAFE: _("It would not be safe to tell them"),
}


class ServiceKind(StrEnum):
    """A service or organisation around a child, as it is ticked. Others are named in words."""

    SETTING = "setting"
    HEALTH_VISITING = "health_visiting"
    SPEECH_LANGUAGE = "speech_language"
    OCCUPATIONAL = "occupational"
    PHYSIOTHERAPY = "physiotherapy"
    PAEDIATRICS = "paediatrics"
    MENTAL_HEALTH = "mental_health"
    PSYCHOLOGY = "psychology"
    SENSORY = "sensory"
    OUTREACH = "outreach"
    EARLY_HELP = "early_help"
    SOCIAL_CARE = "social_care"
    DISABLED_CHILDREN = "disabled_children"
    YOUTH_JUSTICE = "youth_justice"
    OTHER = "other"

    @property
    def words(self) -> str:
        return SERVICE_KINDS[self]


SERVICE_KINDS = {
    ServiceKind.SETTING: _("Nursery, school or college, with more support than every child gets"),
    ServiceKind.HEALTH_VISITING: _("Health visitor or school nurse"),
    ServiceKind.SPEECH_LANGUAGE: _("Speech and language therapy"),
    ServiceKind.OCCUPATIONAL: _("Occupational therapy"),
    ServiceKind.PHYSIOTHERAPY: _("Physiotherapy"),
    ServiceKind.PAEDIATRICS: _("Paediatrician or community doctor"),
    ServiceKind.MENTAL_HEALTH: _("Child and adolescent mental health (CAMHS)"),
    ServiceKind.PSYCHOLOGY: _("Educational psychology"),
    ServiceKind.SENSORY: _("Hearing or vision service"),
    ServiceKind.OUTREACH: _("Specialist teaching or outreach"),
    ServiceKind.EARLY_HELP: _("Early help or family support"),
    ServiceKind.SOCIAL_CARE: _("Social care"),
    ServiceKind.DISABLED_CHILDREN: _("Disabled children’s team"),
    ServiceKind.YOUTH_JUSTICE: _("Youth justice"),
    ServiceKind.OTHER: _("Another service"),
}


class ServiceStands(StrEnum):
    """Whether a service is there already."""

    CURRENT = "current"
    EXPECTED = "expected"

    @property
    def words(self) -> str:
        return SERVICE_STANDS[self]


SERVICE_STANDS = {
    ServiceStands.CURRENT: _("Involved now"),
    ServiceStands.EXPECTED: _("Expected"),
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
UNREAD = (State.TO_SETTLE, State.WAITING)
"""Somebody at the Bridge has to read it: nothing was said yet, or something new came."""
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
    SAY_WITHOUT_AGREEMENT = _("Say that you accept it without agreement to sharing, or ask for agreement first.")
    PARENT_MUST_AGREE = _(
        "Help needs a parent’s agreement. Ask them first. Without it you can ask for an EHC needs assessment, say that "
        "you are not sure, or tell us of a safeguarding concern."
    )
    WRITE_WHY_NOT_SAFE = _(
        "You say that it would not be safe to tell the parent. Write why, as a safeguarding concern."
    )
    NO_PARENT_TO_TELL = _("Nobody gave an email or postal address for a parent. Find one out first.")
    TOLD_ALREADY = _("The parent has been told already.")
    FAMILY_ASKED = _("The family sent this request itself.")
    MAKE_SURE = _("Make sure first that it is safe to tell them, and say that you did.")
    NO_WORRY_TO_READ = _("Nothing in this request waits to be read for harm.")
    WITH_SOCIAL_CARE = _("Social care has it already.")
    NO_REASON_NOT_FOR_CARE = _("Say why it is not for social care.")
    NO_REASON_NOT_TO_TELL = _("Say why the family is not told.")
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
    NOBODY_SPOKE = _("Say who you spoke with.")
    SPOKE_LATER = _("This day is still to come. Enter the day you spoke.")
    SPOKE_BEFORE = _("That is before we asked. Enter the day you spoke.")
    NOT_ANSWERED = _("Nothing has been said to this request yet, so there is nothing to take back.")
    HAS_A_LEAD = _("This child has an engagement lead already. Speak with the lead first.")
    NOT_ENDED_HERE = _(
        "This is a request for an EHC needs assessment: its dates in law run until the council has decided. Speak with "
        "the family, and put the file or note of it with the case."
    )
    TALK_FIRST = _(
        "This is a request for an EHC needs assessment, and the law says that the council must decide on it. It is not "
        "ended on a page. Call us, and we talk about what you want."
    )
    NOT_READ_YET = _(
        "We are still reading this request. It may count as a request for an EHC needs assessment, so it is not ended "
        "on a page. Call us, and we talk about what you want."
    )
    ANSWERED_ALREADY = _("We have answered this request already, so there is nothing left to withdraw.")
    SAID_YES_ALREADY = _(
        "We have said yes to this request already, and people have begun to work on it. Call us, and we stop what you "
        "do not want."
    )
    WITHDRAWN_ALREADY = _("This request is withdrawn already. If you want it after all, call us.")
    CANNOT_TAKE_BACK = _(
        "A request for an EHC needs assessment cannot be turned into a request for help. The council must decide on "
        "it (SEND Regulations 2014, regulation 5)."
    )


class Channel(StrEnum):
    """How a request reached us."""

    ONLINE = "online"
