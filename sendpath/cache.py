"""The shared cache, which may disappear at any time without a web request failing.

While it is away every limit that is counted in it stands open: docs/operators/looking-after.md tells operators so.
"""

import functools
import logging
from collections.abc import Callable
from typing import Any

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

log = logging.getLogger(__name__)


def forgiving(method: Callable[..., Any], answer: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap one cache method: when the server is away, say so in the log and give ``answer`` instead."""

    @functools.wraps(method)
    def tried(self: RedisCache, *args: Any, **kwargs: Any) -> Any:
        try:
            return method(self, *args, **kwargs)
        except (RedisError, OSError) as trouble:
            log.warning("cache away: %s", type(trouble).__name__)
            return answer(*args, **kwargs)

    return tried


class ForgivingRedisCache(RedisCache):
    """Django's Redis cache, but an absent server means an empty cache and not an error page."""

    get = forgiving(RedisCache.get, lambda key, default=None, version=None: default)
    get_many = forgiving(RedisCache.get_many, lambda *args, **kwargs: {})
    has_key = forgiving(RedisCache.has_key, lambda *args, **kwargs: False)
    set = forgiving(RedisCache.set, lambda *args, **kwargs: None)
    set_many = forgiving(RedisCache.set_many, lambda *args, **kwargs: [])
    add = forgiving(RedisCache.add, lambda *args, **kwargs: True)
    touch = forgiving(RedisCache.touch, lambda *args, **kwargs: False)
    delete = forgiving(RedisCache.delete, lambda *args, **kwargs: False)
    delete_many = forgiving(RedisCache.delete_many, lambda *args, **kwargs: None)
    incr = forgiving(RedisCache.incr, lambda key, delta=1, version=None: delta)
