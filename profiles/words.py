"""The words of a profile: what it asks, and why something is refused."""

from enum import StrEnum

from core.words import _


class Section(StrEnum):
    """What may be said about the child, in the order in which it is read."""

    MATTERS = "matters"
    GOOD_AT = "good_at"
    TALKING = "talking"
    HELPS = "helps"
    WORRIES = "worries"
    HOPES = "hopes"

    @property
    def words(self) -> str:
        """As somebody else reads it."""
        return SECTIONS[self]


SECTIONS = {
    Section.MATTERS: _("What matters to {name}"),
    Section.GOOD_AT: _("What {name} likes and is good at"),
    Section.TALKING: _("How {name} tells us things, and how to talk with {name}"),
    Section.HELPS: _("What helps {name}"),
    Section.WORRIES: _("What worries {name}, or makes things harder"),
    Section.HOPES: _("What we hope for"),
}
OF_ONESELF = {
    Section.MATTERS: _("What matters to me"),
    Section.GOOD_AT: _("What I like and am good at"),
    Section.TALKING: _("How I tell people things, and how to talk with me"),
    Section.HELPS: _("What helps me"),
    Section.WORRIES: _("What worries me, or makes things harder"),
    Section.HOPES: _("What I hope for"),
}


def heading(section: Section, called: str, *, oneself: bool) -> str:
    """What a section is called: by the child who writes of themselves, or by somebody else who writes of the child."""
    return str(OF_ONESELF[section]) if oneself else str(SECTIONS[section]).format(name=called)


LONGEST = 700
"""Characters of one section: six of them fit on one printed page."""
LONGEST_NAME = 100
"""Characters of a name that somebody gives who opens a link, or for whom one is made."""
LINK_DAYS = (7, 30, 90)
"""For how many days a link may be made to open."""
MOST_LINKS = 20
"""Links of one profile that are open at one time."""
MOST_OPENINGS = 200
"""How often one link may be opened: more is nobody whom a family gave it to."""


class Why(StrEnum):
    """Why something is refused."""

    NOTHING = _("Write something under at least one heading")
    TOO_LONG = _("Use no more than 700 characters under each heading, so that all of it fits on one page")
    CHANGED = _(
        "Somebody changed this while you were writing. Read below what it says now, put together what is right, and "
        "save again."
    )
    CHANGED_READING = _("It was changed a moment ago. Read it again.")
    NOTHING_WRITTEN = _("Nothing is written yet")
    NO_NAME = _("Enter a name")
    LONG_NAME = _("Use no more than 100 characters for the name")
    NO_DAYS = _("Choose how long the link opens")
    MANY_LINKS = _("You have 20 links that open. Stop one before you make another.")
    HIDDEN = _("It holds an address that is kept secret. Take the address out, and then make a link.")
    LINK_OVER = _("This link opens no more")
