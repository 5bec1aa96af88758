"""When something of a profile is not kept. Pure."""

from collections.abc import Mapping

from profiles.words import LINK_DAYS, LONGEST, LONGEST_NAME, MOST_LINKS, Section, Why


def against_writing(written: Mapping[Section, str], before: int, stands: int) -> list[Why]:
    """Everything that is wrong at once. ``before`` is the version the writer read, ``stands`` the one that stands.
    Whoever wrote something may take all of it away."""
    wrong = (
        (not stands and not any(words.strip() for words in written.values()), Why.NOTHING),
        (any(len(words.strip()) > LONGEST for words in written.values()), Why.TOO_LONG),
        (before != stands, Why.CHANGED),
    )
    return [why for is_so, why in wrong if is_so]


def against_link(for_whom: str, days: int, open_ones: int, *, written: bool, hidden: bool) -> list[Why]:
    """Why no link is made; everything that is wrong at once."""
    wrong = (
        (not written, Why.NOTHING_WRITTEN),
        *against_name(for_whom),
        (days not in LINK_DAYS, Why.NO_DAYS),
        (open_ones >= MOST_LINKS, Why.MANY_LINKS),
        (hidden, Why.HIDDEN),
    )
    return [why for is_so, why in wrong if is_so]


def against_name(name: str) -> tuple[tuple[bool, Why], ...]:
    """What may be wrong with a name that somebody gives."""
    return (not name.strip(), Why.NO_NAME), (len(name.strip()) > LONGEST_NAME, Why.LONG_NAME)
