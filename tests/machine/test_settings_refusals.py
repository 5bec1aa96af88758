"""Production refuses to start when something is missing or unsafe, and says which thing and how to mend it."""

import re
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from tests.machine.apart import REAL, python, settings

KEY = "live-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0"
REFUSALS = {
    "no secret": ({"SECRET_KEY": ""}, "SECRET_KEY is missing"),
    "short secret": ({"SECRET_KEY": "x" * 49}, "SECRET_KEY is too short"),
    "easy secret": ({"SECRET_KEY": "abc" * 20}, "SECRET_KEY is too easy"),
    "debug": ({"DEBUG": "1"}, "DEBUG is switched on"),
    "embedded": ({"SENDPATH_EMBEDDED": "1"}, "embedded database is for trying SENDPath out"),
    "embedded socket": ({"DATABASE_URL": "postgresql:///sendpath?host=/somewhere/var/pg18"}, "embedded database"),
    "no database": ({"DATABASE_URL": ""}, "DATABASE_URL is missing"),
    "other database": ({"DATABASE_URL": "sqlite:///x"}, "DATABASE_URL is not the address"),
    "no queue": ({"REDIS_URL": ""}, "REDIS_URL is missing"),
    "other queue": ({"REDIS_URL": "amqp://host"}, "REDIS_URL is not the address"),
    "no hosts": ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS is missing"),
    "no mail": ({"EMAIL_URL": ""}, "EMAIL_URL is missing"),
    "other mail": ({"EMAIL_URL": "mail.internal"}, "EMAIL_URL is not the address"),
    "no scanner": ({"CLAMD_ADDRESS": ""}, "CLAMD_ADDRESS is missing"),
    "no files": ({"FILES_DIR": ""}, "FILES_DIR is missing"),
    "a template of Notify's and no key": ({"SENDPATH_NOTIFY_TEXT_TEMPLATE": "t"}, "SENDPATH_NOTIFY_KEY is missing"),
    "a key and no template": ({"SENDPATH_NOTIFY_KEY": KEY}, "SENDPATH_NOTIFY_KEY has no template"),
    "half a key": (
        {"SENDPATH_NOTIFY_KEY": KEY[:50], "SENDPATH_NOTIFY_TEXT_TEMPLATE": "t"},
        "SENDPATH_NOTIFY_KEY is not a whole key",
    ),
    "Notify over plain http": (
        {"SENDPATH_NOTIFY_KEY": KEY, "SENDPATH_NOTIFY_TEXT_TEMPLATE": "t", "SENDPATH_NOTIFY_URL": "http://there"},
        "SENDPATH_NOTIFY_URL must begin",
    ),
    "plain desk": ({"DESK_URL": "http://desk.example.gov.uk"}, "DESK_URL must be"),
    "no family address": ({"FAMILY_URL": ""}, "FAMILY_URL must be"),
    "insecure session": ({"SESSION_COOKIE_SECURE": "0"}, "SESSION_COOKIE_SECURE is switched off"),
    "insecure forms": ({"CSRF_COOKIE_SECURE": "no"}, "CSRF_COOKIE_SECURE is switched off"),
    "strange mode": ({"SENDPATH_MODE": "development"}, "SENDPATH_MODE is 'development'"),
    "strange door": ({"SENDPATH_DOOR": "back"}, "SENDPATH_DOOR is 'back'"),
    "neither yes nor no": ({"DEBUG": "perhaps"}, "DEBUG is 'perhaps'"),
}


def _without_empty(variables: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in variables.items() if value}


@pytest.mark.parametrize("name", REFUSALS)
def test_production_refuses(name: str) -> None:
    changed, says = REFUSALS[name]
    with pytest.raises(ImproperlyConfigured, match=re.escape(says)):
        settings(**_without_empty(REAL | {"SENDPATH_VAR": "/somewhere/var"} | changed))


def test_every_refusal_has_words_of_its_own() -> None:
    said = [says for _, says in REFUSALS.values()]
    assert len(set(said)) == len(said)


def test_a_forgotten_mode_is_production() -> None:
    assert settings(**REAL).MODE == "production"


def test_a_forgotten_mode_refuses_and_opens_nothing() -> None:
    answer = python("manage.py", "check")
    assert answer.returncode == 1
    assert answer.stderr.startswith("SECRET_KEY is missing")
    assert "Traceback" not in answer.stderr
    assert "python3 start.py" in answer.stderr


def test_a_data_folder_of_the_embedded_database_is_known_wherever_it_lies(tmp_path: Path) -> None:
    (tmp_path / "PG_VERSION").write_text("18")
    with pytest.raises(ImproperlyConfigured, match="embedded database"):
        settings(**REAL | {"DATABASE_URL": f"postgresql:///sendpath?host={tmp_path}"})
