"""Every key by which one child's name is found. What they are made of is nobody's business but this file's.

``=`` and the whole name, turned so that each of its words comes first once: for those who typed its beginnings
``~`` and how one name sounds
``%`` and the outline of its spelling; ``%+`` the outlines of two
``+`` and the sounds of a first and a last name, in either order: for those who typed both
"""

from functools import lru_cache
from itertools import product
from typing import NamedTuple

from people.names.sounds import sounds
from people.names.spelling import outline, plain, together

LONGEST_KEY, LONGEST_NAME = 120, 60


class Key(NamedTuple):
    """One key, and the plain name it came from (empty where the key says it)."""

    key: str
    name: str = ""


@lru_cache(maxsize=20_000)
def keys_of(given: str, family: str, preferred: str = "") -> frozenset[Key]:
    """All the keys of a child of these names."""
    first = [name for name in dict.fromkeys((plain(given), plain(preferred))) if name]
    last = plain(family)
    found = {Key(_cut("=" + turned)) for name in first or [""] for turned in _turned(f"{name} {last}".split())}
    for name in {each for whole in [*first, last] for each in _names_in(whole)}:
        found |= {Key(_cut(key), name[:LONGEST_NAME]) for key in alike(name)}
    for one, other in product(first, [last]):
        found |= {
            Key(_cut(key))
            for a, b in product(_names_in(one), _names_in(other))
            for key in pairs(a, b)
        }  # fmt: skip
    return frozenset(found)


def alike(name: str) -> set[str]:
    """What this one name shares with those that sound like it, and with those that are spelt nearly so."""
    outlined = outline(together(name))
    return {f"~{code}" for code in sounds(name)} | ({f"%{outlined}"} if len(outlined) > 2 else set())


def pairs(one: str, other: str) -> set[str]:
    """The same of two names together, whichever comes first."""
    heard = {_pair(a, b) for a, b in product(sounds(one), sounds(other))}
    return heard | {"%" + _pair(outline(together(one)), outline(together(other)))} if heard else set()


def _pair(one: str, other: str) -> str:
    return "+" + " ".join(sorted((one, other)))


def _turned(words: list[str]) -> list[str]:
    return [" ".join(words[place:] + words[:place]) for place in range(len(words))]


def _names_in(name: str) -> list[str]:
    """The name written as one, and each of its words that could be a name alone."""
    words = name.split()
    return list(dict.fromkeys(filter(None, [together(name), *(word for word in words if len(word) > 2)])))


def _cut(key: str) -> str:
    return key[:LONGEST_KEY]
