"""Counting in the cache how often something happened. While the cache is away nothing is counted."""

from django.core.cache import cache

AN_HOUR = 60 * 60


def counted(key: str, seconds: int = AN_HOUR) -> int:
    """How often this happened since it first did, this time included, within so many seconds."""
    if cache.add(key, 1, seconds):
        return 1
    try:
        return cache.incr(key)
    except ValueError:  # its time ended this moment
        return 1
