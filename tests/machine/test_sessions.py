"""A session of one door is nothing at the other."""

import pytest
from pytest_django import Settings

from sendpath.sessions import SessionStore

pytestmark = pytest.mark.django_db


def _desk_session(settings: Settings) -> str:
    settings.DOOR = "desk"
    session = SessionStore()
    session["who"] = "an officer"
    session.save()
    assert session.session_key
    return session.session_key


def test_its_own_door_reads_it(settings: Settings) -> None:
    assert SessionStore(_desk_session(settings)).get("who") == "an officer"


def test_the_other_door_finds_nothing(settings: Settings) -> None:
    key = _desk_session(settings)
    settings.DOOR = "family"
    other = SessionStore(key)
    assert other.get("who") is None
    assert other.session_key is None


def test_the_other_door_cannot_write_over_it(settings: Settings) -> None:
    key = _desk_session(settings)
    settings.DOOR = "family"
    other = SessionStore(key)
    other["who"] = "a stranger"
    other.save()
    assert other.session_key != key
    settings.DOOR = "desk"
    assert SessionStore(key).get("who") == "an officer"
