"""How often a link to come back may be posted: nobody's mailbox is filled through us.

Counted in the cache. While the cache is away nothing is counted, for a family must be able to come back.
"""

from allauth.account.adapter import get_adapter
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from cases.models import Draft
from door.counted import counted

LINKS_A_DRAFT, LINKS_A_CLIENT = 3, 20


def may_post_link(request: HttpRequest, draft: Draft) -> bool:
    """Whether one more link may go out for this draft, and to whoever asks from this address. Counts it."""
    client = salted_hmac("sendpath.links", get_adapter(request).get_client_ip(request)).hexdigest()
    return counted(f"links:draft:{draft.pk}") <= LINKS_A_DRAFT and counted(f"links:client:{client}") <= LINKS_A_CLIENT
