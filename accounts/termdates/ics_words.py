"""What the title of an event in a council's calendar of term dates means."""

import re
from enum import StrEnum


class Meaning(StrEnum):
    """What an event tells of."""

    TERM = "term"
    STARTS = "starts"
    """The first day of a term, by itself."""
    ENDS = "ends"
    """The last day of a term, by itself."""
    INSET = "inset"
    CLOSED = "closed"
    HALF_TERM = "half term"
    """A break, or half of a term: its length tells."""
    HALF_TERM_EDGE = "half term edge"
    BANK = "bank"
    NOTHING = "nothing"


_HALF = re.compile(r"\bhalf[\s-]*terms?\b")
_TERM = re.compile(r"\bterms?\b")
_SCHOOL = re.compile(r"\b(?:schools?|pupils?|children|students?|term|college|nursery)\b")
_STARTS = re.compile(r"\b(?:starts?|begins?|(?:re)?opens?|returns?|first day|back to)\b")
_ENDS = re.compile(r"\b(?:ends?|finish(?:es)?|last day|breaks? up|closes?)\b")
_INSET = re.compile(
    r"\b(?:inset|in-service|(?:staff|teacher|school)?\s*training days?|staff (?:training|development)|pd days?"
    r"|(?:professional|staff) development days?|non[- ]pupil days?|occasional training)\b"
)
_BANK = re.compile(
    r"\b(?:(?:bank|public) holiday|good friday|easter monday|may day|christmas day|boxing day|new year'?s day)\b"
)
_CLOSED = re.compile(
    r"\b(?:closed|closures?|holidays?|break|vacation|strike|industrial action|snow|polling|occasional day)\b"
)


def meaning(title: str) -> Meaning:
    """The first thing the title can mean, the surest first."""
    words = " ".join(title.casefold().replace("’", "'").split())
    if _INSET.search(words):
        return Meaning.INSET
    if _BANK.search(words):
        return Meaning.BANK
    edge = Meaning.STARTS if _STARTS.search(words) else Meaning.ENDS if _ENDS.search(words) else None
    if _HALF.search(words):
        return Meaning.HALF_TERM_EDGE if edge else Meaning.HALF_TERM
    if edge and _SCHOOL.search(words) and not re.search(r"\bclosed\b|\bholidays?\b", words):
        return edge
    if _CLOSED.search(words):
        return Meaning.CLOSED
    return Meaning.TERM if _TERM.search(words) else Meaning.NOTHING


def name_of_term(title: str) -> str:
    """ "Autumn term starts" as "Autumn term"."""
    return " ".join(_STARTS.sub(" ", title.casefold()).replace(" of ", " ").split()).strip(" -:,").capitalize()
