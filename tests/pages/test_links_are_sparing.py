"""A link to come back goes out three times an hour for a request, and twenty times for one address on the net."""

import socket

import pytest
from django.core import mail
from django.core.cache import cache

from cases.models import Draft
from sendpath.cache import ForgivingRedisCache
from tests.conftest import DoorClient
from tests.pages.asking import answer

pytestmark = pytest.mark.django_db
LATER = "Try again in an hour."


def asked_for_a_link(client, address="nasreen@families.example", **headers) -> str:
    return client.post("/salford/ask/save/", {"email": address}, headers=headers).content.decode()


def somebody() -> DoorClient:
    client = DoorClient("family")
    answer(client, "what")
    return client


def test_three_links_a_request_and_the_third_still_opens(world):
    client = somebody()
    assert [LATER in asked_for_a_link(client, f"{n}@families.example") for n in range(5)] == [False] * 3 + [True] * 2
    assert len(mail.outbox) == 3
    way_back = Draft.objects.get().way_back
    asked_for_a_link(client)
    assert Draft.objects.get().way_back == way_back, "a link that did not go out does not kill the one that did"


def test_another_request_is_counted_for_itself(world):
    for client in (somebody(), somebody()):
        assert [LATER in asked_for_a_link(client) for _ in range(4)] == [False] * 3 + [True]


def test_twenty_links_for_one_address_on_the_net(world):
    answers = [asked_for_a_link(client) for client in [somebody() for _ in range(7)] for _ in range(3)]
    assert [LATER in answer_ for answer_ in answers] == [False] * 20 + [True]
    assert len(mail.outbox) == 20


def test_the_proxy_says_where_somebody_is(world, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    clients = [somebody() for _ in range(8)]
    for client in clients[:7]:
        for _ in range(3):
            asked_for_a_link(client, **{"X-Forwarded-For": "192.0.2.1"})
    assert LATER in asked_for_a_link(clients[7], **{"X-Forwarded-For": "192.0.2.1"})
    assert LATER not in asked_for_a_link(clients[7], **{"X-Forwarded-For": "192.0.2.2"})


def test_no_address_lies_in_the_cache(world):
    asked_for_a_link(somebody())
    kept = [key for key in cache._cache.get_client(write=True).scan_iter() if b"links:" in key]
    assert len(kept) == 2
    assert not [key for key in kept if b"127.0.0.1" in key]


def test_while_the_cache_is_away_every_link_goes_out(world, monkeypatch):
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        nobody = f"redis://127.0.0.1:{trial.getsockname()[1]}/0"
    client = somebody()
    monkeypatch.setattr("door.counted.cache", ForgivingRedisCache(nobody, {"OPTIONS": {"socket_connect_timeout": 1}}))
    assert [LATER in asked_for_a_link(client) for _ in range(5)] == [False] * 5
