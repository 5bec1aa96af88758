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
    """Who may ask (CFA 2014 s.36(1)); the codes of the SEN2 return come with the return."""

    PARENT = "parent"
    YOUNG_PERSON = "young_person"


class Why(StrEnum):
    """Why an act on a request is refused."""

    ALREADY_OPEN = _("There is already an open request for an EHC needs assessment on this case.")
