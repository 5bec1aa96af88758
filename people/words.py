"""How people stand to a child, in plain words."""

from enum import StrEnum

from core.words import _


class Relationship(StrEnum):
    """What the person who asks is to the child."""

    MOTHER = "mother"
    FATHER = "father"
    STEP_PARENT = "step_parent"
    FOSTER_CARER = "foster_carer"
    RELATIVE = "relative"
    SELF = "self"
    OTHER = "other"
    PROFESSIONAL = "professional"
    """Works with the child."""

    @property
    def words(self) -> str:
        return RELATIONSHIPS[self]


RELATIONSHIPS = {
    Relationship.MOTHER: _("Mother"),
    Relationship.FATHER: _("Father"),
    Relationship.STEP_PARENT: _("Step-parent"),
    Relationship.FOSTER_CARER: _("Foster carer"),
    Relationship.RELATIVE: _("Grandparent or other relative"),
    Relationship.SELF: _("I am the young person"),
    Relationship.OTHER: _("Someone else who looks after them"),
    Relationship.PROFESSIONAL: _("Works with the child"),
}
OF_THE_FAMILY = tuple(r for r in Relationship if r not in {Relationship.SELF, Relationship.PROFESSIONAL})
"""What a parent or carer may say that they are."""


class Responsible(StrEnum):
    """Whether the sender says they have parental responsibility. Said, not yet checked."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"
    NOT_ASKED = "not_asked"

    @property
    def words(self) -> str:
        return RESPONSIBLE[self]


RESPONSIBLE = {
    Responsible.YES: _("Yes"),
    Responsible.NO: _("No"),
    Responsible.UNSURE: _("I am not sure"),
    Responsible.NOT_ASKED: _("Not asked"),
}


class Known(StrEnum):
    """An answer that may be wanting: whether an interpreter is needed, whether somebody has parental responsibility."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"

    @property
    def words(self) -> str:
        return KNOWN[self]


KNOWN = {
    Known.YES: _("Yes"),
    Known.NO: _("No"),
    Known.NOT_KNOWN: _("Not known"),
}


class Home(StrEnum):
    """What an address is to a child."""

    LIVES = "lives"
    PART = "part"
    POST = "post"

    @property
    def words(self) -> str:
        return HOMES[self]


HOMES = {
    Home.LIVES: _("Lives here"),
    Home.PART: _("Lives here part of the week"),
    Home.POST: _("Letters only"),
}


class Tie(StrEnum):
    """As what somebody stands around a child. Parental responsibility is asked apart from it."""

    MOTHER = "mother"
    FATHER = "father"
    STEP_PARENT = "step_parent"
    GUARDIAN = "guardian"
    FOSTER_CARER = "foster_carer"
    RELATIVE = "relative"
    SIBLING = "sibling"
    CORPORATE = "corporate"
    PLACING_WORKER = "placing_worker"
    HOST_CONTACT = "host_contact"
    OTHER = "other"

    @property
    def words(self) -> str:
        return TIES[self]


TIES = {
    Tie.MOTHER: _("Mother"),
    Tie.FATHER: _("Father"),
    Tie.STEP_PARENT: _("Step-parent"),
    Tie.GUARDIAN: _("Special or legal guardian"),
    Tie.FOSTER_CARER: _("Foster carer"),
    Tie.RELATIVE: _("Grandparent or other relative"),
    Tie.SIBLING: _("Brother or sister"),
    Tie.CORPORATE: _("Council that looks after the child"),
    Tie.PLACING_WORKER: _("Social worker of the council that placed the child"),
    Tie.HOST_CONTACT: _("Contact at the council where the child lives"),
    Tie.OTHER: _("Somebody else"),
}


class Checked(StrEnum):
    """How it was found out whether somebody has parental responsibility."""

    BIRTH = "birth_certificate"
    COURT = "court_order"
    ADOPTION = "adoption_order"
    SOCIAL_CARE = "social_care"
    SAYS_SO = "says_so"

    @property
    def words(self) -> str:
        return CHECKS[self]


CHECKS = {
    Checked.BIRTH: _("Birth certificate seen"),
    Checked.COURT: _("Court order seen"),
    Checked.ADOPTION: _("Adoption order seen"),
    Checked.SOCIAL_CARE: _("Children’s social care told us"),
    Checked.SAYS_SO: _("They say so, and nothing was seen"),
}


class Identity(StrEnum):
    """How an officer made sure that somebody is who they say, before they may follow a child's case."""

    PHOTO = "photo"
    PAPERS = "papers"
    MET = "met"
    SOCIAL_CARE = "social_care"

    @property
    def words(self) -> str:
        return IDENTITIES[self]


IDENTITIES = {
    Identity.PHOTO: _("Passport, driving licence or another paper with a photograph seen"),
    Identity.PAPERS: _("Two papers with their name and address seen"),
    Identity.MET: _("Met in person, with the child or at their home"),
    Identity.SOCIAL_CARE: _("Children’s social care told us"),
}


class Kept(StrEnum):
    """What an earlier version was a version of."""

    CHILD = "child"
    ADDRESS = "address"
    PLACE = "place"
    PERSON = "person"


class BarState(StrEnum):
    """How far a bar has come. It holds from the moment it is put until two people have lifted it."""

    PUT = "put"
    AGREED = "agreed"
    TURNED_DOWN = "turned_down"
    LIFT_ASKED = "lift_asked"
    LIFTED = "lifted"

    @property
    def words(self) -> str:
        return BAR_STATES[self]


BAR_STATES = {
    BarState.PUT: _("Holds already. Waits for a manager to agree"),
    BarState.AGREED: _("Holds. Agreed by two people"),
    BarState.TURNED_DOWN: _("Not agreed"),
    BarState.LIFT_ASKED: _("Still holds. Waits for a manager to lift it"),
    BarState.LIFTED: _("Lifted by two people"),
}


class Mode(StrEnum):
    """How people meet each other, and how somebody likes to be met."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    PHONE = "phone"
    HOME = "home"

    @property
    def words(self) -> str:
        return MODES[self]


MODES = {
    Mode.IN_PERSON: _("Face to face"),
    Mode.VIDEO: _("By video"),
    Mode.PHONE: _("By phone"),
    Mode.HOME: _("At the family’s home"),
}
