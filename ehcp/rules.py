"""Questions about a request for assessment, answered without a database."""

from datetime import date

from ehcp.words import Source
from people.rules import over_compulsory_school_age
from people.words import Relationship, Responsible


def source_of(
    relationship: Relationship, says_responsible: Responsible, cares_for: bool | None, born_on: date, on: date,
    *, for_school: bool | None = None,
) -> Source:  # fmt: skip
    """Who asked, by what they said of themselves on the day of receipt. Nothing of it has been checked.

    A parent is somebody with parental responsibility or care of the child (Education Act 1996 s.576, not verified).
    """
    if relationship == Relationship.PROFESSIONAL:
        return Source.SCHOOL if for_school else Source.ATTENTION
    young_person = over_compulsory_school_age(born_on, on)
    if relationship == Relationship.SELF:
        return Source.YOUNG_PERSON if young_person else Source.CHILD
    if young_person:
        return Source.PARENT_OF_YOUNG_PERSON
    return Source.PARENT if says_responsible == Responsible.YES or cares_for else Source.OTHER
