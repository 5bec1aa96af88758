"""Whether two organisations on the shared register are likely to be one. Pure."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

FILLING = frozenset(
    [
        "the",
        "of",
        "and",
        "for",
        "nhs",
        "foundation",
        "trust",
        "ft",
        "ltd",
        "limited",
        "cic",
        "plc",
        "council",
        "city",
        "county",
        "borough",
        "metropolitan",
        "service",
        "services",
        "team",
        "group",
    ]
)
LIKELY = 0.8
"""From here on two names are shown to whoever adds one of them."""


def essence(name: str) -> str:
    """What is left of a name without the words that every other one has. All of it, where nothing would be left."""
    words = re.findall(r"[a-z0-9]+", name.casefold().replace("’", "").replace("'", ""))
    return " ".join(word for word in words if word not in FILLING) or " ".join(words)


def likely(name: str, others: Iterable[str]) -> list[str]:
    """Those of ``others`` that may be the same organisation, the likeliest first."""
    mine = essence(name)
    scored = [(SequenceMatcher(None, mine, essence(other)).ratio(), other) for other in others]
    return [other for score, other in sorted(scored, reverse=True) if score >= LIKELY]
