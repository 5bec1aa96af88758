"""Finding names that were misheard or misspelt. However many children share a name, a search reads a fixed part of the
index: each different name once, and of each no more children than fit on a page."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet
from jellyfish import jaro_winkler_similarity

from accounts.who import Who
from people.models import NameKey
from people.names import keys

NAMES, EACH, MOST_NAMES = 8, 26, 300
"""How many of the likest names are looked into, how many children of each, and how many names are compared."""
SPELT_ALIKE = 0.8
"""Likeness (Jaro-Winkler, 0 to 1) from which names of one outline are offered. Those that sound the same always are."""

EACH_NAME_ONCE = """
WITH RECURSIVE found(key, name) AS (
  SELECT typed.key, (SELECT min(k.name) FROM people_namekey k WHERE k.authority = %(authority)s AND k.key = typed.key)
  FROM (SELECT unnest(%(keys)s::text[]) COLLATE "C" AS key) typed
  UNION ALL
  SELECT found.key, (SELECT min(k.name) FROM people_namekey k
                     WHERE k.authority = %(authority)s AND k.key = found.key AND k.name > found.name)
  FROM found WHERE found.name IS NOT NULL
)
SELECT key, name FROM found WHERE name IS NOT NULL LIMIT %(most)s
"""
"""Steps from name to name through the index, in place of reading every child of each."""


def alike(who: Who, allowed: QuerySet[NameKey], words: Sequence[str]) -> list[UUID]:
    """Cases whose child's name sounds or looks like these words, the likest first. ``allowed`` are the keys of cases
    that ``who`` may see: which names there are at all decides nothing that is shown, and takes the same steps."""
    typed = "".join(words)
    ranked = _likest(who, typed)
    pages = [
        allowed.filter(key=key, name=name).order_by("case_ref").values_list("case_ref", "key", "name")[:EACH]
        for key, name in ranked or [("~", "-")]
    ]
    if len(words) > 1:
        both = allowed.filter(key__in=_pairs(words)).order_by("key", "case_ref")
        pages.insert(0, both.values_list("case_ref", "key", "name")[: EACH * 3])
    rows = list(pages[0].union(*pages[1:], all=True)) if len(pages) > 1 else list(pages[0])
    place = {pair: number for number, pair in enumerate(ranked)}
    order = sorted(rows, key=lambda row: (-_sure(row[1]), place.get((row[1], row[2]), 0)))
    return list(dict.fromkeys(row[0] for row in order))


def _sure(key: str) -> int:
    """Both names heard before both nearly spelt, and these before one name alone."""
    return 2 if key.startswith("+") else 1 if key.startswith("%+") else 0


def _likest(who: Who, typed: str) -> list[tuple[str, str]]:
    """The names of this authority's children that are likest to what was typed, the likest first, each with a key."""
    values = {"authority": who.authority_id, "keys": sorted(keys.alike(typed)), "most": MOST_NAMES}
    with connection.cursor() as cursor:
        cursor.execute(EACH_NAME_ONCE, values)
        found = cursor.fetchall()
    best: dict[str, tuple[float, str]] = {}
    for key, name in found:
        likeness = jaro_winkler_similarity(typed, name)
        if key.startswith("~") or likeness >= SPELT_ALIKE:
            best[name] = max(best.get(name, (0.0, "")), (likeness, key))
    ordered = sorted(best.items(), key=lambda each: (-each[1][0], each[0]))
    return [(key, name) for name, (_, key) in ordered[:NAMES]]


def _pairs(words: Sequence[str]) -> set[str]:
    """What a first and a last name have in common with others, wherever the words part."""
    parted = [("".join(words[:place]), "".join(words[place:])) for place in range(1, len(words))]
    return {key for one, other in [*parted, (words[0], words[-1])] for key in keys.pairs(one, other)}
