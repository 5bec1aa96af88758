"""What came of a child's way through the pathway, as far as it is counted."""

from enum import StrEnum

from core.words import _


class Result(StrEnum):
    """Something that an officer notes on a case, with its day."""

    ASSESSMENT = "assessment"
    TRIBUNAL = "tribunal"
    COMPLAINT = "complaint"

    @property
    def words(self) -> str:
        return RESULTS[self]


RESULTS = {
    Result.ASSESSMENT: _("The council agreed to a full EHC needs assessment"),
    Result.TRIBUNAL: _("An appeal was registered with the SEND Tribunal"),
    Result.COMPLAINT: _("A complaint was made"),
}
