"""A name without what one person writes and another leaves out: capitals, accents, apostrophes, hyphens."""

import re
import unicodedata

LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ß": "ss", "ə": "a"}
)
"""Letters that do not come apart into one of ours and an accent."""
APOSTROPHES = re.compile("['\u2019\u2018\u02bc\u02bb`\u00b4]")
VOWELS = frozenset("aeiouy")
SILENT = frozenset("hw")
MOST_WORDS = 6


def plain(name: str) -> str:
    """The words of a name in small letters, with one space between them: "O’Brien-Łuczak" is "obrien luczak"."""
    name = unicodedata.normalize("NFKD", APOSTROPHES.sub("", name.casefold())).translate(LETTERS)
    kept = "".join(
        sign if sign.isalpha() else "" if unicodedata.combining(sign) else " "
        for sign in name
        if not unicodedata.category(sign).startswith("C")
    )
    return " ".join(_joined(kept.split())[:MOST_WORDS])


def _joined(words: list[str]) -> list[str]:
    """ "O Brien" and "D Souza" are one word: the letter alone was an apostrophe’s. An initial in front is not."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] in {"o", "d"}:
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def together(name: str) -> str:
    """The same without spaces: "De Souza", "DeSouza" and "de-souza" are one name."""
    return plain(name).replace(" ", "")


def outline(word: str) -> str:
    """What survives letters that change places or are doubled, and vowels that are guessed: its first letter and then
    each consonant once, in the order of the alphabet. "Chwodhury" and "Chowdhury" have one outline."""
    if not word:
        return ""
    return word[0] + "".join(sorted(set(word[1:]) - VOWELS - SILENT - {word[0]}))
