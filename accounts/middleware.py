"""Puts on each request who is asking, as they stand today at this door, and whether a second factor was given."""

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.utils.functional import SimpleLazyObject

from accounts.roles import AT_DOOR
from accounts.sessions import note
from accounts.who import Who, standing
from core import clock

SECOND_FACTORS = {"mfa", "demo"}
"""``demo`` is the one-click sign-in of the demonstration, which production does not have."""

CHOSEN = "authority"
"""The session key of the authority a person chose, when they have a standing in several."""


class WhoMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.who = SimpleLazyObject(lambda: _who(request))
        request.has_second_factor = SimpleLazyObject(lambda: _has_second_factor(request))
        response = self.get_response(request)
        if request.session.accessed and request.user.is_authenticated and request.has_second_factor:
            note(request)
        return response


def _who(request) -> Who:
    if not request.user.is_authenticated:
        return Who(ref="visitor", authority_id="", roles=frozenset())
    return standing(request.user, on=clock.today(), among=AT_DOOR[settings.DOOR], chosen=request.session.get(CHOSEN))


def _has_second_factor(request) -> bool:
    return any(record.get("method") in SECOND_FACTORS for record in get_authentication_records(request, request.user))
