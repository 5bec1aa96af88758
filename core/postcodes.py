"""Postcodes, written with their one blank."""

import re

SHAPE = r"(?:GIR\s?0AA|[A-Z]{1,2}\d[A-Z\d]?\s{0,2}\d[ABD-HJLNP-UW-Z]{2})"
WHOLE = re.compile(SHAPE)


def tidy(typed: str) -> str | None:
    """A postcode with its one blank, or None for what is none."""
    bare = re.sub(r"\s+", "", typed.upper())
    return f"{bare[:-3]} {bare[-3:]}" if WHOLE.fullmatch(bare) else None
