"""The services that a request can be passed to."""

from uuid import UUID

from django.http import Http404

from provision.models import Service
from provision.selectors import service_called, services


def ours(who) -> list[Service]:
    """Every service of the directory, those that take referrals first."""
    return list(services(who.authority_id))


def chosen(who, key: str) -> Service:
    """The one whose key is in the address. Not found when it is none of ours, or no longer offered."""
    try:
        service = service_called(who, UUID(key))
    except ValueError as nonsense:
        raise Http404 from nonsense
    if service.ended:
        raise Http404
    return service
