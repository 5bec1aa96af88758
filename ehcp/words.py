"""The vocabulary of the assessment."""

from enum import StrEnum

from core.words import _


class RequestState(StrEnum):
    """Where a request for an EHC needs assessment stands."""

    RECEIVED = "received"


class Found(StrEnum):
    """How we came to know that this is a request under section 36."""

    IN_TERMS = "in_terms"
    ON_READING = "on_reading"


class Source(StrEnum):
    """Who asked, as far as the law goes. A parent, a young person or a school may ask (CFA 2014 s.36(1)); from
    anybody else the request still brings the child to the council's attention (s.24), so the clocks run."""

    PARENT = "parent"
    YOUNG_PERSON = "young_person"
    PARENT_OF_YOUNG_PERSON = "parent_of_young_person"
    CHILD = "child"
    SCHOOL = "school"
    ATTENTION = "attention"
    """Somebody who works with the child and acts for no school: it is brought to the council's attention (s.24)."""
    OTHER = "other"

    @property
    def to_check(self) -> str:
        """What an officer must find out about the right to ask; empty when it is plain from what was said."""
        return TO_CHECK.get(self, "")


TO_CHECK = {
    Source.PARENT_OF_YOUNG_PERSON: _(
        "Over compulsory school age, so the right to ask is the young person’s own. Ask them whether they want this."
    ),
    Source.CHILD: _("Not yet over compulsory school age, so the right to ask is a parent’s. Find out who that is."),
    Source.ATTENTION: _(
        "The sender works with the child and acts for no school or college, so this is no request under section 36(1). "
        "It brings the child to the council’s attention, and the council must decide all the same (Children and "
        "Families Act 2014, sections 24 and 36(3)). The parent or the young person must be asked for their views."
    ),
    Source.OTHER: _(
        "The sender says neither that they have parental responsibility nor that they look after the child. "
        "Find out whether they may ask."
    ),
}


class Why(StrEnum):
    """Why an act on a request is refused."""

    ALREADY_OPEN = _("There is already an open request for an EHC needs assessment on this case.")
