"""The vocabulary of post."""

from enum import StrEnum

from core.words import _

HELD = _("Held: an address of this child is secret. Read the letter before it goes.")
"""Why a letter to a family waits for a person."""


class Channel(StrEnum):
    """How a letter travels."""

    EMAIL = "email"
    TEXT = "text"
    PRINT = "print"

    @property
    def words(self) -> str:
        return CHANNELS[self]


CHANNELS = {
    Channel.EMAIL: _("Email"),
    Channel.TEXT: _("Text message"),
    Channel.PRINT: _("Printed letter"),
}


class Carrier(StrEnum):
    """Who took it from us, and so who can say what became of it."""

    MAIL = "mail"
    NOTIFY = "notify"
    HAND = "hand"
    """A person, who put it in the post."""

    @property
    def words(self) -> str:
        return CARRIERS[self]


CARRIERS = {
    Carrier.MAIL: _("The mail server"),
    Carrier.NOTIFY: _("GOV.UK Notify"),
    Carrier.HAND: _("The post"),
}


class Postage(StrEnum):
    """The class of stamp on a printed letter. A court counts the day it was served from it."""

    FIRST = "first"
    SECOND = "second"

    @property
    def words(self) -> str:
        return POSTAGES[self]


POSTAGES = {Postage.FIRST: _("First class"), Postage.SECOND: _("Second class")}


class Standing(StrEnum):
    """What became of a letter so far."""

    WAITING = "waiting"
    TO_PRINT = "to_print"
    SENT = "sent"
    POSTED = "posted"
    DELIVERED = "delivered"
    STOPPED = "stopped"
    RETURNED = "returned"

    @property
    def words(self) -> str:
        return STANDINGS[self]


STANDINGS = {
    Standing.WAITING: _("On its way"),
    Standing.TO_PRINT: _("To be printed"),
    Standing.SENT: _("Sent"),
    Standing.POSTED: _("Posted"),
    Standing.DELIVERED: _("Delivered"),
    Standing.STOPPED: _("Would not go"),
    Standing.RETURNED: _("Came back"),
}
