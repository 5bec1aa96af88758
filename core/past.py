"""Holds the clock at another moment: for the demonstration, the seed and the tests alone."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from core import clock

if os.environ.get("SENDPATH_MODE", "production") not in {"demo", "test"}:
    raise ImportError("core.past rewrites the time and cannot be imported in production")


@contextmanager
def hold(moment: datetime) -> Iterator[None]:
    """Everything inside happens at ``moment`` (which must carry its zone)."""
    if moment.tzinfo is None:
        raise ValueError("a held moment needs its zone")
    before = clock._held
    clock._held = moment
    try:
        yield
    finally:
        clock._held = before
