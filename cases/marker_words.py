"""What makes a child one of the most vulnerable, as a council marks it, and which part of the case each kind is of."""

from collections.abc import Collection
from enum import StrEnum

from cases.words import Part
from core.words import _


class Marker(StrEnum):
    """One kind, in the order of the page."""

    LOOKED_AFTER = "looked_after"
    WAS_LOOKED_AFTER = "was_looked_after"
    CHILD_PROTECTION = "child_protection"
    IN_NEED = "in_need"
    YOUTH_JUSTICE = "youth_justice"
    TEMPORARY_HOME = "temporary_home"
    TEENAGE_PARENT = "teenage_parent"

    @property
    def words(self) -> str:
        return MARKERS[self]

    @property
    def part(self) -> Part:
        """The part of the case that must be open to whoever may know of it."""
        return Part.SAFEGUARDING if self in GUARDED else Part.CIRCUMSTANCES


MARKERS = {
    Marker.LOOKED_AFTER: _("Looked after by a council"),
    Marker.WAS_LOOKED_AFTER: _("Previously looked after"),
    Marker.CHILD_PROTECTION: _("On a child protection plan"),
    Marker.IN_NEED: _("A child in need"),
    Marker.YOUTH_JUSTICE: _("Known to youth justice"),
    Marker.TEMPORARY_HOME: _("In temporary accommodation"),
    Marker.TEENAGE_PARENT: _("Child of a teenage parent, or a parent themselves"),
}

GUARDED = frozenset({Marker.CHILD_PROTECTION, Marker.IN_NEED, Marker.YOUTH_JUSTICE})
"""Social care's own, and what is about an offence: read by those who may know of a safeguarding concern."""

HOUSEHOLD = frozenset({Marker.TEMPORARY_HOME, Marker.TEENAGE_PARENT})
"""How a family lives: such families ask for less help than they could have."""


def open_kinds(parts: Collection[Part]) -> list[Marker]:
    """The kinds that somebody may know of to whom these parts are open."""
    return [marker for marker in Marker if marker.part in parts]
