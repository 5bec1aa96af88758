"""What kind of thing happened: by the noun of the event, so that a new event of a known noun needs no line here."""

from enum import StrEnum

from core.events import Event
from core.words import _


class Kind(StrEnum):
    """The first cut of a case's history."""

    REQUEST = "request"
    DATES = "dates"
    TASKS = "tasks"
    LEAD = "lead"
    MEETINGS = "meetings"
    SERVICES = "services"
    CHILD = "child"
    FILES = "files"
    LETTERS = "letters"
    TALK = "talk"
    SAFETY = "safety"
    RECORD = "record"
    OTHER = "other"

    @property
    def words(self) -> str:
        return KINDS[self]


KINDS = {
    Kind.REQUEST: _("What was asked, and what we said"),
    Kind.DATES: _("Dates that are owed"),
    Kind.TASKS: _("What somebody was to do"),
    Kind.LEAD: _("Who leads, and allocation"),
    Kind.MEETINGS: _("Meetings"),
    Kind.SERVICES: _("Services"),
    Kind.CHILD: _("The child and people around"),
    Kind.FILES: _("Files"),
    Kind.LETTERS: _("Letters"),
    Kind.TALK: _("Talking with the family"),
    Kind.SAFETY: _("Whether the child is safe"),
    Kind.RECORD: _("The record, and who may open it"),
    Kind.OTHER: _("Everything else"),
}
NOUNS = {
    Kind.REQUEST: {"referral", "assessment", "sender", "family", "evidence", "decision", "advice"},
    Kind.DATES: {"deadline", "deadlines", "excuse"},
    Kind.TASKS: {"task"},
    Kind.LEAD: {"lead", "sitting", "attendance", "item", "owner"},
    Kind.MEETINGS: {"meeting", "invitee", "invitation", "notes", "feedback", "family_assessment"},
    Kind.SERVICES: {"service", "support"},
    Kind.CHILD: {"child", "address", "learning", "needs", "factor", "result", "person", "following", "bar", "profile"},
    Kind.FILES: {"document"},
    Kind.LETTERS: {"letter"},
    Kind.TALK: {"talk"},
    Kind.SAFETY: {"concern"},
    Kind.RECORD: {"case", "let_in"},
}
KIND_OF = {noun: kind for kind, nouns in NOUNS.items() for noun in nouns}


def kind_of(event: str) -> Kind:
    """The kind of an event; of a noun that nobody has placed, everything else."""
    return KIND_OF.get(event.partition(".")[0], Kind.OTHER)


def events_of(kind: Kind) -> list[str]:
    """Every event of a kind."""
    return [event.value for event in Event if kind_of(event) == kind]
