"""Postcodes: one that was typed, and any that stands in written text. Pure."""

import re

SHAPE = r"(?:GIR\s?0AA|[A-Z]{1,2}\d[A-Z\d]?\s{0,2}\d[ABD-HJLNP-UW-Z]{2})"
WHOLE = re.compile(SHAPE)
WRITTEN = re.compile(rf"(?<![A-Z0-9]){SHAPE}(?![A-Z0-9])", re.IGNORECASE)


def tidy(typed: str) -> str | None:
    """A postcode with its one blank, or None for what is none."""
    bare = re.sub(r"\s+", "", typed.upper())
    return f"{bare[:-3]} {bare[-3:]}" if WHOLE.fullmatch(bare) else None


def holds_one(text: str) -> bool:
    """Whether a text has in it what looks like a postcode, and so perhaps an address."""
    return WRITTEN.search(text) is not None
