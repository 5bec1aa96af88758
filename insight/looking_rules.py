"""When somebody looks at more children than their work explains, or at children who may be their own. Pure."""

from collections.abc import Collection
from statistics import fmean, pstdev

SIGMAS = 3
LEAST_SPREAD = 1.0
"""A team whose people open the same number each day has next to no spread: one more case is not a suspicion."""
LEAST_DAYS = 5
"""Fewer days of colleagues than these say nothing about what is usual."""


def far_above(opened: int, usual: Collection[int]) -> float | None:
    """From how many on it is more than three sigma above ``usual`` (each a colleague's day), when ``opened`` is."""
    if len(usual) < LEAST_DAYS:
        return None
    limit = fmean(usual) + SIGMAS * max(pstdev(usual), LEAST_SPREAD)
    return limit if opened > limit else None


def surname(name: str) -> str:
    """The last word of a name, without capitals: how a reviewer compares it with a child's."""
    words = name.casefold().replace("’", "'").split()
    return words[-1] if words else ""


def same_surname(name: str, family_name: str) -> bool:
    """Whether somebody's last name is one of a child's: each part of a double name counts."""
    mine = set(surname(name).split("-"))
    return bool(mine & set(family_name.casefold().replace("’", "'").replace("-", " ").split()) - {""})
