"""What production's settings are, read apart from the tests' own."""

import json

import pytest

from tests.machine.apart import REAL, python, settings

NOTIFY = {
    "SENDPATH_NOTIFY_KEY": "live-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0",
    "SENDPATH_NOTIFY_TEXT_TEMPLATE": "f33517ff-2a88-4f6e-b855-c550268ce08a",
}
ADDRESSES = """
import json, django
django.setup()
from django.urls import get_resolver
def walk(patterns, before=""):
    for one in patterns:
        here = before + str(one.pattern)
        yield from walk(one.url_patterns, here) if hasattr(one, "url_patterns") else [here]
print(json.dumps(list(walk(get_resolver().url_patterns))))
"""


@pytest.mark.parametrize("door", ["desk", "family"])
def test_django_finds_nothing_wrong_with_a_deployment(door: str) -> None:
    answer = python("manage.py", "check", "--deploy", "--fail-level", "WARNING", **REAL, **NOTIFY, SENDPATH_DOOR=door)
    assert answer.returncode == 0, answer.stderr
    assert "no issues" in answer.stdout


def test_the_demonstration_is_not_installed() -> None:
    assert not {"demo", "django.contrib.admin"} & set(settings(**REAL).INSTALLED_APPS)


@pytest.mark.parametrize("door", ["desk", "family"])
def test_no_address_leads_to_the_demonstration(door: str) -> None:
    answer = python("-c", ADDRESSES, **REAL, SENDPATH_DOOR=door, DJANGO_SETTINGS_MODULE="sendpath.settings")
    addresses = json.loads(answer.stdout)
    assert "health/" in addresses
    assert not [address for address in addresses if "demo" in address or "parts" in address]


@pytest.mark.parametrize("door", ["desk", "family"])
def test_cookies_belong_to_one_host_and_one_door(door: str) -> None:
    read = settings(**REAL, SENDPATH_DOOR=door)
    assert read.SESSION_COOKIE_NAME == f"__Host-sendpath_{door}_session"
    assert read.CSRF_COOKIE_NAME == f"__Host-sendpath_{door}_csrf"
    assert read.SESSION_COOKIE_SECURE and read.CSRF_COOKIE_SECURE and read.SESSION_COOKIE_HTTPONLY


@pytest.mark.parametrize(("door", "hours"), [("desk", 8), ("family", 2)])
def test_the_desk_stays_signed_in_for_a_working_day_and_a_family_for_two_hours(door: str, hours: int) -> None:
    assert settings(**REAL, SENDPATH_DOOR=door).SESSION_COOKIE_AGE == hours * 60 * 60


def test_only_a_web_process_limits_its_statements() -> None:
    assert "statement_timeout" in settings(**REAL, SENDPATH_ROLE="web").DATABASES["default"]["OPTIONS"]["options"]
    assert "OPTIONS" not in settings(**REAL).DATABASES["default"]


def test_mail_goes_where_email_url_says() -> None:
    read = settings(**REAL)
    assert read.EMAIL_BACKEND == "notices.patient.EmailBackend"
    assert (read.EMAIL_HOST, read.EMAIL_PORT, read.EMAIL_USE_TLS) == ("mail.internal", 587, True)


def test_no_script_and_no_style_may_stand_in_a_page() -> None:
    policy = settings(**REAL).CONTENT_SECURITY_POLICY["DIRECTIVES"]
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == ["'none'"]
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == ["'self'"]


def test_debug_is_off_even_where_it_is_allowed_until_asked_for() -> None:
    assert settings(SENDPATH_MODE="demo", SECRET_KEY="x").DEBUG is False
    assert settings(SENDPATH_MODE="test", DEBUG="1").DEBUG is False


def test_the_check_at_start_says_when_no_text_can_be_sent() -> None:
    said = python("manage.py", "check", **REAL)
    assert said.returncode == 0
    assert "No text message can be sent from here" in said.stderr
    assert "SENDPATH_NOTIFY_TEXT_TEMPLATE" in said.stderr
    said = python("manage.py", "check", **REAL, **NOTIFY)
    assert (said.returncode, "text message" in said.stdout + said.stderr) == (0, False)
