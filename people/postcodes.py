"""Postcodes that stand in written text. Pure."""

import re

from core.postcodes import SHAPE

WRITTEN = re.compile(rf"(?<![A-Z0-9]){SHAPE}(?![A-Z0-9])", re.IGNORECASE)


def holds_one(text: str) -> bool:
    """Whether a text has in it what looks like a postcode, and so perhaps an address."""
    return WRITTEN.search(text) is not None
