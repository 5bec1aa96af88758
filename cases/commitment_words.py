"""How a commitment of the council stands, as its owner says: a colour and its word."""

from enum import StrEnum

from core.words import _


class Stands(StrEnum):
    """What its owner says of it."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    MET = "met"

    @property
    def words(self) -> str:
        return STANDS[self]

    @property
    def state(self) -> str:
        """The colour of its tag, the second signal."""
        return {"red": "late", "amber": "soon", "green": "ok", "met": "quiet"}[self.value]


STANDS = {
    Stands.RED: _("Red: will not be met as it is going"),
    Stands.AMBER: _("Amber: at risk"),
    Stands.GREEN: _("Green: on track"),
    Stands.MET: _("Met"),
}
