"""The words of a conversation with the family: how it was held, and why something is refused."""

from enum import StrEnum

from core.words import _


class Way(StrEnum):
    """How something was said, and how somebody prefers to be reached. All have equal standing."""

    PORTAL = "portal"
    EMAIL = "email"
    TEXT = "text"
    LETTER = "letter"
    PHONE = "phone"
    MEETING = "meeting"

    @property
    def words(self) -> str:
        return WAYS[self]


WAYS = {
    Way.PORTAL: _("A message on their page"),
    Way.EMAIL: _("Email"),
    Way.TEXT: _("Text message"),
    Way.LETTER: _("Letter"),
    Way.PHONE: _("Phone call"),
    Way.MEETING: _("Face to face"),
}


class Suits(StrEnum):
    """A time of the day at which somebody likes to meet."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    LATE = "late"

    @property
    def words(self) -> str:
        return SUITS[self]


SUITS = {
    Suits.MORNING: _("In the morning"),
    Suits.AFTERNOON: _("From midday to half past three"),
    Suits.LATE: _("After half past three"),
}
LONGEST_HELP = 600
"""Characters of what helps somebody at a meeting."""
ELSEWHERE = tuple(way for way in Way if way != Way.PORTAL)
"""What is written down after it was said: it did not pass through here."""
LONGEST = 4000
"""Characters of one message."""
ANSWER_DAYS = 5
"""Working days until the family is answered: our own target. No law gives one."""
PER_HOUR = 20
"""Messages of one reader within an hour."""


class Why(StrEnum):
    """Why something is refused."""

    NO_WORDS = _("Write what you want to say")
    TOO_LONG = _("That is too long. Use no more than 4,000 characters.")
    NOT_YET = _("The day must be today or in the past")
    TOO_LONG_HELP = _("What helps at a meeting is too long. Use no more than 600 characters.")
    HIDDEN = _("It holds an address that this person may not be told. They read this conversation: write it without.")
    NOBODY_WAITS = _("Nothing waits for an answer here, perhaps because somebody answered a moment ago.")
    NO_REASON = _("Say why no answer is needed")
    TOO_MANY = _("You have sent us many messages within an hour. Try again in an hour, or call us.")
