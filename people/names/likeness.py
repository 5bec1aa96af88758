"""How two children, as two people described them, are alike, in words for whoever must say whether they are one."""

from dataclasses import dataclass
from datetime import date

from jellyfish import jaro_winkler_similarity

from people.names.sounds import sounds
from people.names.spelling import outline, together

SAME, SOUNDS, SPELT, OTHER = 3, 2, 1, 0
NEARLY = 0.85
"""Likeness (Jaro-Winkler, 0 to 1) from which two names of one outline are the same name misspelt."""


@dataclass(frozen=True)
class Described:
    """What a record says of a child, as far as it tells children apart."""

    given: str
    family: str
    preferred: str
    born_on: date
    postcode: str


@dataclass(frozen=True)
class Likeness:
    """What two descriptions have in common."""

    first: int
    family: int
    swapped: bool
    """The first name of one is the family name of the other."""
    same_day: bool
    near_day: str
    """How the birthdays could be one day miswritten; empty when they could not."""
    home: bool

    @property
    def likely(self) -> bool:
        """Born the same day with one first name, or born nearly so with one whole name."""
        return self.first > OTHER and (self.same_day or bool(self.near_day) and self.family > OTHER)

    @property
    def sibling(self) -> bool:
        """Born the same day into a family of this name, with another first name."""
        return self.same_day and not self.first and self.family == SAME

    @property
    def score(self) -> int:
        """For the order alone: the likelier, the higher."""
        return 8 * self.likely + self.first + self.family + 3 * self.same_day + bool(self.near_day) + 2 * self.home

    @property
    def why(self) -> str:
        """Why it is offered, in a sentence."""
        said = [self._names(), "born the same day" if self.same_day else self.near_day, "same postcode" * self.home]
        sentence = "; ".join(filter(None, said))
        return sentence[:1].upper() + sentence[1:]

    def _names(self) -> str:
        if self.swapped:
            return "first and last name the other way round"
        if self.first == self.family and self.first:
            return WHOLE[self.first]
        return "; ".join(filter(None, (FIRST[self.first], FAMILY[self.family])))


WHOLE = {SAME: "same name", SOUNDS: "sounds the same", SPELT: "spelt nearly the same"}
FIRST = {
    SAME: "same first name",
    SOUNDS: "first name sounds the same",
    SPELT: "first name spelt nearly the same",
    0: "",
}
FAMILY = {SAME: "same last name", SOUNDS: "last name sounds the same", SPELT: "last name spelt nearly the same", 0: ""}


def likeness(one: Described, other: Described) -> Likeness:
    """Holds two descriptions side by side."""
    straight = (_first(one, other), names_alike(one.family, other.family))
    turned = (names_alike(one.given, other.family), names_alike(one.family, other.given))
    swapped = min(turned) > min(straight) and min(turned) > OTHER
    first, family = turned if swapped else straight
    same = one.born_on == other.born_on
    return Likeness(
        first=first, family=family, swapped=swapped, same_day=same,
        near_day="" if same else how_near(one.born_on, other.born_on),
        home=bool(one.postcode) and one.postcode == other.postcode,
    )  # fmt: skip


def _first(one: Described, other: Described) -> int:
    called = [[name for name in (who.given, who.preferred) if name] for who in (one, other)]
    return max((names_alike(a, b) for a in called[0] for b in called[1]), default=OTHER)


def names_alike(one: str, other: str) -> int:
    """Whether two names are the same, sound the same or are spelt nearly the same."""
    a, b = together(one), together(other)
    if not a or not b:
        return OTHER
    if a == b:
        return SAME
    if set(sounds(a)) & set(sounds(b)):
        return SOUNDS
    return SPELT if outline(a) == outline(b) and jaro_winkler_similarity(a, b) >= NEARLY else OTHER


def how_near(one: date, other: date) -> str:
    """How one birthday could be the other miswritten, in words; empty when it could not."""
    if one.year == other.year and (one.day, one.month) == (other.month, other.day):
        return "day and month of birth the other way round"
    wrong = sum(a != b for a, b in zip(f"{one:%Y%m%d}", f"{other:%Y%m%d}", strict=True))
    return "one digit of the date of birth differs" if wrong == 1 else ""


def days_near(day: date) -> list[date]:
    """Every day that ``how_near`` finds near this one, and the day itself."""
    digits = f"{day:%Y%m%d}"
    written = {digits, f"{day:%Y%d%m}"}
    written |= {digits[:at] + digit + digits[at + 1 :] for at in range(8) for digit in "0123456789"}
    found = []
    for one in sorted(written):
        try:
            found.append(date(int(one[:4]), int(one[4:6]), int(one[6:])))
        except ValueError:  # the thirty-first of a shorter month
            continue
    return found
