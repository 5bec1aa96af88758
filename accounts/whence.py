"""From which organisation somebody acted, for a history: as their newest standing at the authority has it."""

from collections.abc import Iterable

from accounts.models import Authority, Membership
from accounts.roles import FAMILY

FAMILYS, MACHINES = "family", "machine"
"""Whom no organisation sends: whoever asked or follows, and what happens by itself."""


def whence(authority: Authority, refs: Iterable[str]) -> dict[str, tuple[str, str]]:
    """The key and the name of the organisation of each actor. Staff of none in particular are the council's own."""
    refs = set(refs)
    people = {ref.removeprefix("person:") for ref in refs if ref.startswith("person:")}
    found: dict[str, tuple[str, str]] = {}
    rows = (
        Membership.objects.filter(authority=authority, person__in=people).exclude(role__in=FAMILY)
        .order_by("since", "pk").values_list("person", "agency", "agency__name", "agency__council")
    )  # fmt: skip
    for person, agency, name, council in rows:
        own = agency is None or council == authority.pk
        found[f"person:{person}"] = ("council", authority.name) if own else (str(agency), name)
    by_itself = (MACHINES, "SENDPath, by itself")
    family = (FAMILYS, "The family, or whoever asked")
    return {ref: found.get(ref) or (by_itself if ref.startswith("system:") else family) for ref in refs}
