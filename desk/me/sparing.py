"""How often a calendar may be read: programs ask once an hour, and whoever tries addresses is stopped.

Counted in the cache. While the cache is away nothing is counted.
"""

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from accounts.feeds import digest
from door.counted import counted

READS, WRONG = 60, 300
"""In an hour: readings of one address, and wrong addresses from one place. Everybody at a council may share one."""


def may_try(request: HttpRequest, secret: str) -> bool:
    """Whether one more reading is let in. Counts it."""
    return cache.get(_wrong_from(request), 0) < WRONG and counted(f"calendar:read:{digest(secret)}") <= READS


def note_wrong(request: HttpRequest) -> None:
    """Somebody asked for an address that answers nobody."""
    counted(_wrong_from(request))


def _wrong_from(request: HttpRequest) -> str:
    client = salted_hmac("sendpath.calendar", get_adapter(request).get_client_ip(request)).hexdigest()
    return f"calendar:wrong:{client}"
