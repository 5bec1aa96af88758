"""The words of settings and their term dates."""

from enum import StrEnum

from core.words import _


class Source(StrEnum):
    """Where a version of a school year came from."""

    TYPED = "typed"
    CSV = "csv"
    ICALENDAR = "icalendar"
    BROUGHT_BACK = "brought_back"
    COUNCIL = "council"
    """The setting has no dates of its own from here on."""

    @property
    def words(self) -> str:
        return SOURCES[self]


SOURCES = {
    Source.TYPED: _("Typed in"),
    Source.CSV: _("Read from a CSV file"),
    Source.ICALENDAR: _("Read from a calendar file"),
    Source.BROUGHT_BACK: _("An earlier version, brought back"),
    Source.COUNCIL: _("Follows the council’s own dates"),
}
