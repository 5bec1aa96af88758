"""What every test stands on: a clock that does not move, two councils, and a client for each door."""

import socket
from contextlib import nullcontext
from datetime import datetime
from functools import lru_cache

import pytest
from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.test import Client
from django.test.client import ClientHandler
from django.test.utils import override_settings
from hypothesis import HealthCheck
from hypothesis import settings as examples

from core.clock import LONDON
from core.past import hold
from sendpath.signin import SENDER
from tests import personas

examples.register_profile("whenever", deadline=None, suppress_health_check=[HealthCheck.too_slow])
examples.load_profile("whenever")
"""A machine that is busy with something else is no reason to fail."""

NOW = datetime(2026, 11, 18, 11, 2, tzinfo=LONDON)
"""A Wednesday in term."""


@pytest.fixture(autouse=True)
def the_clock_stands_still(request):
    """Every test happens at the same moment, unless it starts the whole house, which has its own clock."""
    if request.node.get_closest_marker("slow_house"):
        yield
    else:
        with hold(NOW):
            yield


@pytest.fixture(autouse=True)
def nobody_calls_out(monkeypatch):
    """No test reaches beyond this machine."""
    connect = socket.socket.connect

    def guarded(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in {"127.0.0.1", "::1", "localhost"}:
            raise RuntimeError(f"a test tried to reach {address[0]}")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture
def world(db):
    """Two councils and everybody in them, and nobody counted from one test to the next."""
    cache.clear()
    personas.build()
    return personas


@lru_cache
def one_house(_door: str, checks_csrf: bool) -> ClientHandler:
    """What answers at a door, built once: the search for every style sheet takes as long as many pages."""
    return ClientHandler(checks_csrf)


class DoorClient(Client):
    """A browser at one door. ``as_`` signs somebody in with their second step."""

    settles = True
    """Whether each request is done only when the letters it sent beside itself are out."""

    def __init__(self, door: str, **kwargs):
        super().__init__(**kwargs)
        self.door = door
        self.handler = one_house(door, self.handler.enforce_csrf_checks)
        self.settings = {
            "DOOR": door,
            "ROOT_URLCONF": f"sendpath.urls_{door}",
            "SESSION_COOKIE_NAME": f"sendpath_{door}_session",
            "CSRF_COOKIE_NAME": f"sendpath_{door}_csrf",
        }

    def at_the_door(self):
        """Settings belong to the whole process: threads at one door must enter it together, once, around them all."""
        return nullcontext() if settings.DOOR == self.door else override_settings(**self.settings)

    def request(self, **request):
        with self.at_the_door():
            response = super().request(**request)
        if self.settles:
            SENDER.submit(int).result(30)  # letters about signing in go out beside the request
        return response

    def as_(self, name: str, *, second_step: bool = True) -> "DoorClient":
        with override_settings(**self.settings):
            self.force_login(personas.person(name), backend="allauth.account.auth_backends.AuthenticationBackend")
            visit = HttpRequest()
            visit.session = self.session
            record_authentication(visit, personas.person(name), method="password")
            if second_step:
                record_authentication(visit, personas.person(name), method="mfa")
            visit.session.save()
        return self


@pytest.fixture
def desk(world):
    return DoorClient("desk")


@pytest.fixture
def family(world):
    return DoorClient("family")
