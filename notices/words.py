"""The vocabulary of post."""

from enum import StrEnum

from core.words import _


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
