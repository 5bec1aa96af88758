"""The vocabulary of panels."""

from enum import StrEnum

from core.words import _


class PanelKind(StrEnum):
    """What a panel is for. What it may decide hangs on it."""

    ALLOCATION = "allocation"
    """Names the engagement lead of every accepted request."""

    @property
    def words(self) -> str:
        return KINDS[self]


KINDS = {PanelKind.ALLOCATION: _("Allocation meeting")}


class SittingState(StrEnum):
    """How far a sitting has come."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"

    @property
    def words(self) -> str:
        return SITTINGS[self]


SITTINGS = {
    SittingState.PLANNED: _("Planned"),
    SittingState.OPEN: _("Going on now"),
    SittingState.CLOSED: _("Over"),
    SittingState.CANCELLED: _("Cancelled"),
}


class ItemState(StrEnum):
    """What became of one case at a sitting."""

    WAITING = "waiting"
    DECIDED = "decided"
    DEFERRED = "deferred"
    """Not today, for a reason. It comes back at the next sitting by itself."""
    NOT_REACHED = "not_reached"
    """The sitting ended before it. It comes back too."""

    @property
    def words(self) -> str:
        return ITEMS[self]


ITEMS = {
    ItemState.WAITING: _("Still to be decided"),
    ItemState.DECIDED: _("Decided"),
    ItemState.DEFERRED: _("Put off"),
    ItemState.NOT_REACHED: _("Not reached"),
}


class Came(StrEnum):
    """Whether somebody was there."""

    HERE = "here"
    APOLOGIES = "apologies"

    @property
    def words(self) -> str:
        return CAME[self]


CAME = {Came.HERE: _("Here"), Came.APOLOGIES: _("Sent apologies")}


class Why(StrEnum):
    """Why an act of a panel is refused."""

    NO_REASON = _("Say why: the reason stands in the minutes.")
    NOT_OPEN = _("Open the sitting first: decisions are made while it goes on.")
    NOBODY_HERE = _("Say first who is here. A decision is made by people.")
    IN_THE_PAST = _("Choose a day that is today or later.")
    ALREADY_OPEN = _("Another allocation meeting is going on. Close that one first.")
    NOT_TODAY = _("A sitting is opened on its day. Change its day first, if it is held today.")
    NOT_HERE = _("That person does not work here today. Choose somebody from the list.")
    NOT_WAITING = _("This case does not wait for a lead any more: somebody named one outside the meeting.")
