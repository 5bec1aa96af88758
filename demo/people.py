"""The demonstration's people, each signed in with a click: on this machine and the embedded database alone."""

import ipaddress

from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.contrib.auth import login
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.models import Membership, Person
from accounts.roles import AT_DOOR, Role
from demo.cast import DEMO_DOMAIN
from door.page import page

PROXIES = ("FORWARDED", "VIA", "X_FORWARDED_FOR", "X_FORWARDED_HOST", "X_FORWARDED_PROTO", "X_REAL_IP")
"""The headers that a proxy puts on a request it passes on."""


def _only_here(request) -> None:
    """Not found for anyone but this machine, or when a proxy stands between, or on a real database."""
    forwarded = any(f"HTTP_{name}" in request.META for name in PROXIES)
    if not settings.EMBEDDED or forwarded or not _loopback(request.META.get("REMOTE_ADDR", "")):
        raise Http404


def _loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


@page(public=True)
def people(request):
    """Everybody invented who may come in at this door."""
    _only_here(request)
    rows = (
        Membership.objects.filter(role__in=AT_DOOR[settings.DOOR], person__email__endswith=DEMO_DOMAIN)
        .select_related("person", "authority", "team", "agency")
        .order_by("authority__name", "role", "person__name")
    )
    cast = [
        {
            "key": row.person_id,
            "name": row.person.name,
            "authority": row.authority.name,
            "role": Role(row.role).words,
            "meaning": Role(row.role).meaning,
            "agency": row.agency.name if row.agency else "",
        }
        for row in rows
    ]
    other = f"{settings.DESK_URL if settings.DOOR == 'family' else settings.FAMILY_URL}{reverse('demo')}"
    return render(request, "demo/people.html", {"cast": cast, "other_door": other})


@page(public=True)
@require_POST
def sign_in(request, key):
    """Signs one of them in, second step included."""
    _only_here(request)
    person = Person.objects.get(pk=key, email__endswith=DEMO_DOMAIN, is_active=True)
    login(request, person, backend="allauth.account.auth_backends.AuthenticationBackend")
    record_authentication(request, person, method="demo")
    return redirect("home" if settings.DOOR == "desk" else "portal:mine")
