"""How often a link to come back may be posted: nobody's mailbox is filled through us.

Counted in the cache. While the cache is away nothing is counted, for a family must be able to come back.
"""

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from cases.models import Draft

LINKS_A_DRAFT, LINKS_A_CLIENT = 3, 20
AN_HOUR = 60 * 60


def may_post_link(request: HttpRequest, draft: Draft) -> bool:
    """Whether one more link may go out for this draft, and to whoever asks from this address. Counts it."""
    client = salted_hmac("sendpath.links", get_adapter(request).get_client_ip(request)).hexdigest()
    return _counted(f"links:draft:{draft.pk}") <= LINKS_A_DRAFT and _counted(f"links:client:{client}") <= LINKS_A_CLIENT


def _counted(key: str) -> int:
    if cache.add(key, 1, AN_HOUR):
        return 1
    try:
        return cache.incr(key)
    except ValueError:  # its hour ended this moment
        return 1
