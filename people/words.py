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
}


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
