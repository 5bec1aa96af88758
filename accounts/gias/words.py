"""The words of bringing an official file in."""

from enum import StrEnum

from core.words import _


class Of(StrEnum):
    """What a file tells of."""

    SETTINGS = "settings"
    POSTCODES = "postcodes"
    WARDS = "wards"

    @property
    def words(self) -> str:
        return OFS[self]

    @property
    def rows(self) -> str:
        """What each of its lines is about."""
        return ROWS[self]


OFS = {
    Of.SETTINGS: _("the official register of schools"),
    Of.POSTCODES: _("a directory of postcodes and their wards"),
    Of.WARDS: _("a list of ward names"),
}
ROWS = {Of.SETTINGS: _("Settings"), Of.POSTCODES: _("Postcodes"), Of.WARDS: _("Wards")}


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
