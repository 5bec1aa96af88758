"""The vocabulary of files."""

from enum import StrEnum

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
