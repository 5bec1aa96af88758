"""A kind of credential that somebody adds and forgets to end fails here, before a leaver finds it."""

import re

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models

from accounts.credentials import ENDS, NOT_ONE

SECRET = re.compile(r"password|digest|secret|token|key$|code|hash|seed|session|way_back|^data$|credential|^uid$")
"""What fields that let somebody in are called."""
HOLDS_TEXT = (models.CharField, models.TextField, models.JSONField, models.BinaryField)
"""And what they are: a tick or a day can be secret, but no secret."""


def looks_like_one(model) -> bool:
    """Whether rows tie somebody to a secret: the person, a session, or something with a link to a person or an email
    address, and a field that sounds like a secret. Codes of an authority or a key of a case are links, not secrets."""
    person = get_user_model()
    fields = model._meta.concrete_fields
    ties = model is person or model._meta.label == "sessions.Session" or any(
        field.related_model is person or field.name == "email" for field in fields
    )  # fmt: skip
    return ties and any(SECRET.search(field.name) and isinstance(field, HOLDS_TEXT) for field in fields)


def test_every_kind_of_credential_is_ended_or_said_to_be_none():
    found = {model._meta.label for model in apps.get_models() if looks_like_one(model)}
    assert found - set(ENDS) - set(NOT_ONE) == set()
    assert set(ENDS) - found == set(), "a line for something that is there no more"


def test_nothing_stands_on_both_sides():
    assert not set(ENDS) & set(NOT_ONE)
    assert all(NOT_ONE.values())


def test_the_search_finds_what_it_should():
    """What this test relies on: take one away from the table and it is found."""
    for label in ("accounts.CalendarFeed", "accounts.Invitation", "accounts.Person", "mfa.Authenticator"):
        assert looks_like_one(apps.get_model(label))


def test_machines_know_sessions_alone(settings):
    assert settings.REST_FRAMEWORK["DEFAULT_AUTHENTICATION_CLASSES"] == [
        "rest_framework.authentication.SessionAuthentication"
    ]
    assert "rest_framework.authtoken" not in settings.INSTALLED_APPS
