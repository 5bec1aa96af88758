"""What must be true before an assessment is sent. Pure: facts in, reasons out."""

from dataclasses import dataclass

from assessments.words import AGENCIES, AssessmentState, Chapter, Why


@dataclass(frozen=True)
class Sending:
    """An assessment as somebody would send it."""

    written: frozenset[Chapter]
    """The parts in which anything is written."""
    waited_for: frozenset[Chapter]
    """The parts somebody was asked for and has not finished."""
    no_views_because: str = ""
    missing_because: str = ""
    readers: int = 0
    no_reader_because: str = ""
    barred: bool = False
    hidden: bool = False
    """Whether a part holds an address that one of its readers may not be told."""


def against_changing(state: AssessmentState) -> list[Why]:
    """Why nothing may be written any more."""
    return [] if state == AssessmentState.WRITING else [Why.NOT_WRITING]


def against_sending(sending: Sending) -> list[Why]:
    """Everything that is wanting at once, in the order of the page."""
    wants = (
        (Chapter.VIEWS not in sending.written and not sending.no_views_because.strip(), Why.NO_VIEWS),
        (Chapter.FAMILY not in sending.written, Why.NO_FAMILY),
        (not sending.written & set(AGENCIES), Why.NO_SERVICE),
        (bool(sending.waited_for) and not sending.missing_because.strip(), Why.STILL_WAITING),
        (Chapter.TOGETHER not in sending.written, Why.NOTHING_TOGETHER),
        (not sending.readers and not sending.no_reader_because.strip(), Why.NO_READER),
        (sending.barred, Why.BARRED),
        (sending.hidden, Why.HIDDEN),
    )
    return [why for wanting, why in wants if wanting]
