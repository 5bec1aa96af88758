"""Reading addresses out of the environment."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from sendpath import env


@pytest.mark.parametrize(
    ("url", "cache", "queue"),
    [
        ("redis://host:6379/0", "redis://host:6379/1", "redis://host:6379/0"),
        ("redis://host:6379/4", "redis://host:6379/5", "redis://host:6379/4"),
        (
            "rediss://:word@host:6380/0?ssl_cert_reqs=required",
            None,
            "rediss://:word@host:6380/0?ssl_cert_reqs=required",
        ),
        ("unix:///run/s?db=2", "unix:///run/s?db=3", "redis+socket:///run/s?virtual_host=2"),
        ("unix:///run/s", "unix:///run/s?db=1", "redis+socket:///run/s?virtual_host=0"),
    ],
)
def test_one_redis_address_gives_the_cache_and_the_queue_a_number_each(url: str, cache: str | None, queue: str) -> None:
    if cache:
        assert env.redis_database(url, more=1)[0] == cache
    assert env.redis_database(url, more=0)[1] == queue


def test_a_database_address_may_hold_odd_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://app:p%40ss%2Fword@host:6432/send?sslmode=verify-full")
    found = env.database()
    assert (found["PASSWORD"], found["PORT"], found["NAME"]) == ("p@ss/word", "6432", "send")
    assert found["OPTIONS"] == {"sslmode": "verify-full"}


def test_encrypted_mail_has_its_own_port() -> None:
    found = env.mail("smtps://user:word@host")
    assert (found["EMAIL_PORT"], found["EMAIL_USE_SSL"], found["EMAIL_USE_TLS"]) == (465, True, False)


def test_a_number_must_be_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROXY_COUNT", "two")
    with pytest.raises(ImproperlyConfigured, match="PROXY_COUNT is 'two'"):
        env.number("PROXY_COUNT", 1)
