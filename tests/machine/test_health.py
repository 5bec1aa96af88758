"""Whether a door is ready."""

import pytest
from django.db import DatabaseError
from django.test import Client
from pytest_django import Settings

from sendpath import health


@pytest.mark.django_db
def test_ready_when_the_database_answers(client: Client) -> None:
    answer = client.get("/health/")
    assert (answer.status_code, answer.json()) == (200, {"ok": True})


def test_not_ready_when_it_does_not(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise DatabaseError

    monkeypatch.setattr(health.connection, "cursor", refuse)
    answer = client.get("/health/")
    assert (answer.status_code, answer.json()) == (503, {"ok": False})


@pytest.mark.django_db
def test_a_task_nobody_carries_out_is_reported(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "PATIENCE_SECONDS", 0.2)
    answer = client.get("/health/?task=1")
    assert (answer.status_code, answer.json()) == (503, {"ok": False, "task": False})


@pytest.mark.django_db
def test_a_task_that_goes_round_is_reported(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health.echo, "apply_async", lambda arguments, **options: health.echo(*arguments))
    answer = client.get("/health/?task=1")
    assert (answer.status_code, answer.json()) == (200, {"ok": True, "task": True})


@pytest.mark.django_db
def test_production_does_not_hear_the_question(client: Client, settings: Settings) -> None:
    settings.MODE = "production"
    assert client.get("/health/?task=1").json() == {"ok": True}
