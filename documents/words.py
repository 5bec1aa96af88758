"""The vocabulary of files."""

from enum import StrEnum

from cases.words import Part
from core.words import _


class Scan(StrEnum):
    """What the virus checker said."""

    WAITING = "waiting"
    CLEAN = "clean"
    INFECTED = "infected"
    UNCHECKED = "unchecked"

    @property
    def words(self) -> str:
        return SCANS[self]

    @property
    def may_open(self) -> bool:
        """Infected files and files still waiting stay shut."""
        return self in {Scan.CLEAN, Scan.UNCHECKED}


SCANS = {
    Scan.WAITING: _("Being checked for viruses"),
    Scan.CLEAN: _("Checked for viruses"),
    Scan.INFECTED: _("Holds a virus: locked away"),
    Scan.UNCHECKED: _("Not checked: no virus checker is set up here"),
}

READ_BY = {
    Part.FILES: _("Everybody who may open this case’s files"),
    Part.EXCUSES: _("Only those who may read why a date could not be kept"),
    Part.SAFEGUARDING: _("Only those who may read a safeguarding concern"),
    Part.SECRET: _("Only those who may know an address that is kept from somebody"),
}
"""The parts of a case that a file may stand in, by who then may open it."""
