"""What the patrol brings home."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """Something that cannot be: what it is, whose, and about which row (references only, never names)."""

    what: str
    authority: str
    about: str
