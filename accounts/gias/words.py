"""The words of bringing the register in."""

from enum import StrEnum

from core.words import _


class Scope(StrEnum):
    """Which of England's settings are wanted."""

    OURS = "ours"
    ALL = "all"

    @property
    def words(self) -> str:
        return {self.OURS: _("Settings in our area, and any we have already"), self.ALL: _("All of England")}[self]


class Stage(StrEnum):
    """How far a file is."""

    WAITING = "waiting"
    READING = "reading"
    READ = "read"
    AGREED = "agreed"
    TAKEN = "taken"
    REFUSED = "refused"
    DROPPED = "dropped"

    @property
    def words(self) -> str:
        return STAGES[self]


STAGES = {
    Stage.WAITING: _("Waiting to be read"),
    Stage.READING: _("Being read"),
    Stage.READ: _("Read; nothing is changed yet"),
    Stage.AGREED: _("Being put into the register"),
    Stage.TAKEN: _("In the register"),
    Stage.REFUSED: _("Could not be read"),
    Stage.DROPPED: _("Dropped; nothing was changed"),
}


class What(StrEnum):
    """What a line of the file does to the register."""

    NEW = "new"
    CHANGED = "changed"
    CLOSED = "closed"
    REOPENED = "reopened"
    BAD = "bad"

    @property
    def words(self) -> str:
        return WHATS[self]


WHATS = {
    What.NEW: _("New"),
    What.CHANGED: _("Changed"),
    What.CLOSED: _("Closed"),
    What.REOPENED: _("Opened in place of another"),
    What.BAD: _("Could not be taken"),
}
