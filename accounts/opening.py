"""What a council's entry in the register must be: its code, its place in addresses, its letters, its colour. Pure."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from core.words import _

RESERVED = frozenset(
    {
        "about", "accessibility", "brand", "come", "confirm", "contact", "cookies", "demo", "feedback", "health",
        "mine", "parts", "password", "privacy", "reply", "robots", "second-step", "sign-in", "sign-out", "static",
    }
)  # fmt: skip
"""First words of addresses that are ours at the family's door: a council cannot be called so there."""

LEAST_CONTRAST = 7.0
"""White letters on the colour must be this much lighter: WCAG 2.2, level AAA, as everywhere here."""


class Why(StrEnum):
    """Why a council cannot be entered so, for the person who typed it."""

    CODE = _("Enter the three digits of the council’s code, like 355")
    CODE_TAKEN = _("A council with this code is open already")
    NAME_TAKEN = _("A council of this name is open already")
    SLUG = _("Use small letters, digits and single hyphens, beginning with a letter, like south-tyneside")
    SLUG_OURS = _("This word is used by SENDPath itself. Choose another")
    SLUG_TAKEN = _("Another council has this address already")
    LETTERS = _("Enter three letters, like SAL")
    LETTERS_TAKEN = _("Another council’s references begin with these letters already")
    COLOUR = _("Enter a colour as # and six digits or letters from a to f, like #134e5e")
    PALE = _("White words cannot be read well on this colour. Choose a darker one")


@dataclass(frozen=True)
class Identity:
    """What tells one council from another, tidied."""

    code: str
    name: str
    slug: str
    letters: str
    colour: str

    @classmethod
    def tidied(cls, code: str, name: str, slug: str, letters: str, colour: str) -> "Identity":
        """As it is kept, whatever the spaces and capitals it was typed with."""
        return cls(
            code.strip(), " ".join(name.split()), slug.strip().lower(), letters.strip().upper(), colour.strip().lower()
        )


def against_opening(wanted: Identity, others: Collection[Identity]) -> dict[str, Why]:
    """Why a council cannot be opened so: the field, and the reason."""
    why: dict[str, Why] = {}
    if not re.fullmatch(r"[0-9]{3}", wanted.code):
        why["code"] = Why.CODE
    elif any(other.code == wanted.code for other in others):
        why["code"] = Why.CODE_TAKEN
    if any(other.name.casefold() == wanted.name.casefold() for other in others):
        why["name"] = Why.NAME_TAKEN
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", wanted.slug):
        why["slug"] = Why.SLUG
    elif wanted.slug in RESERVED:
        why["slug"] = Why.SLUG_OURS
    elif any(other.slug == wanted.slug for other in others):
        why["slug"] = Why.SLUG_TAKEN
    if not re.fullmatch(r"[A-Z]{3}", wanted.letters):
        why["letters"] = Why.LETTERS
    elif any(other.letters == wanted.letters for other in others):
        why["letters"] = Why.LETTERS_TAKEN
    return why | against_colour(wanted.colour)


def against_colour(colour: str) -> dict[str, Why]:
    """Why white words could not stand on a colour."""
    if not re.fullmatch(r"#[0-9a-f]{6}", colour):
        return {"colour": Why.COLOUR}
    return {"colour": Why.PALE} if contrast_with_white(colour) < LEAST_CONTRAST else {}


def contrast_with_white(colour: str) -> float:
    """How many times lighter white is than a colour such as #134e5e, from 1 to 21, as WCAG 2.2 counts it."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
