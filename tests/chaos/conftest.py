"""The stage of the drill's quick parts: its councils and people, a mail server, and processes of their own."""

import os
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.db import connection

from demo.standing import stand_up
from drill.hands import Hands
from drill.sink import Sink


@pytest.fixture
def stage(transactional_db) -> None:
    """Everybody of the demonstration, and nobody's case."""
    cache.clear()
    stand_up()


@pytest.fixture(scope="session")
def post_goes_to() -> Iterator[Sink]:
    sink = Sink(pause=0)
    sink.server.start()
    yield sink
    sink.server.stop()


@pytest.fixture(scope="session")
def four_processes(django_db_setup, django_db_blocker, post_goes_to) -> Iterator[Hands]:
    """On the tests' own database."""
    with django_db_blocker.unblock():
        name = str(connection.settings_dict["NAME"])
    hands = Hands(4, {**os.environ, "PGDATABASE": name, "EMAIL_URL": post_goes_to.address})
    yield hands
    hands.close()


@pytest.fixture
def hands(stage, four_processes) -> Hands:
    return four_processes


@pytest.fixture
def sink(post_goes_to) -> Sink:
    """Empty again for each test."""
    post_goes_to.arrived.clear()
    return post_goes_to
