"""Everything that can happen to a case, in the order of the journey. Read this file first.

Every table of consequences (who may, what is said, who is told, which clock) is keyed by these names,
and a house test fails when one of them is left unanswered.
"""

from enum import StrEnum


class Event(StrEnum):
    """One thing that can happen, named as ``noun.past_participle``."""

    # The front door
    REFERRAL_RECEIVED = "referral.received"
    """Somebody asked: for help, for an EHC needs assessment, or was not sure. Opens a provisional case."""
    ASSESSMENT_REQUESTED = "assessment.requested"
    """A request under section 36, in terms or as an officer found on reading. Counts from receipt."""
    REFERRAL_SETTLED = "referral.settled"
    """An officer read a request and said what it is: help, or an EHC needs assessment."""
    SENDER_CONFIRMED = "sender.confirmed"
    """The sender opened the link we posted and confirmed the address. No clock waits for it."""

    # The child's continuing record
    CASE_JOINED = "case.joined"
    """A named person said that two records are one child. Nothing moves; readings follow the pointer."""
    CASE_PARTED = "case.parted"
    """The joining was a mistake and is undone."""

    # Files
    DOCUMENT_ADDED = "document.added"
    """A file was put with a case."""
    DOCUMENT_CHECKED = "document.checked"
    """The virus checker answered about a file."""
