"""When an act on the spine is refused. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from core.words import _


class Why(StrEnum):
    """Why two records cannot be joined or taken apart, in words for the person who tried."""

    ITSELF = _("A record cannot be joined to itself.")
    JOINED_ALREADY = _("This record is joined to another already. Take them apart first.")
    OTHERS_JOINED_HERE = _("Other records are joined to this one. Join the newer to the older instead.")
    BUSY = _("Somebody else is working on the other record just now. Try again in a moment.")
    NOT_JOINED = _("This record is not joined to another.")
    KEPT_APART = _("Somebody said that these are two children. Take that back first, below.")
    ONE_CHILD = _("These two are joined as one child. Take them apart first.")
    KEPT_ALREADY = _("Somebody has said already that these are two children.")
    NO_REASON = _("Say why. Whoever reads either record later reads it.")
    NOT_KEPT = _("Nobody says any more that these are two children.")


@dataclass(frozen=True)
class JoinFacts:
    """Two records, as far as joining them goes."""

    same: bool
    joined: bool
    """The one to be joined points somewhere already."""
    has_joined: bool
    """Others point at the one to be joined."""
    kept_apart: bool = False
    """Somebody said of the two that they are two children."""
    reason: bool = True
    """Whoever joins them says why."""


def against_joining(facts: JoinFacts) -> list[Why]:
    """One pointer, one step: a joined record points at the child's own, and nothing points at it."""
    why = []
    if facts.same:
        why.append(Why.ITSELF)
    if facts.joined:
        why.append(Why.JOINED_ALREADY)
    if facts.has_joined:
        why.append(Why.OTHERS_JOINED_HERE)
    if facts.kept_apart:
        why.append(Why.KEPT_APART)
    if not facts.reason:
        why.append(Why.NO_REASON)
    return why
