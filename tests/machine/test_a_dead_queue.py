"""A web request is never held up, and never fails, because the queue and the cache are away."""

import socket
import time

import pytest
from celery import Celery
from django.core.cache.backends.base import BaseCache
from kombu.exceptions import OperationalError

from sendpath import queue
from sendpath.cache import ForgivingRedisCache

LONGEST_SECONDS = 4.0


def _nobody_listens() -> str:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{trial.getsockname()[1]}"


def _ring(address: str) -> float:
    app = Celery("away")
    app.config_from_object(queue)
    app.conf.broker_url = f"redis://{address}/0"
    began = time.monotonic()
    with pytest.raises(OperationalError):
        app.send_task("notices.tasks.deliver")
    return time.monotonic() - began


def test_ringing_a_queue_that_is_gone_gives_up_at_once() -> None:
    assert _ring(_nobody_listens()) < 1


@pytest.mark.slow
def test_ringing_a_queue_that_hangs_gives_up_soon() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        host, port = silent.getsockname()
        assert _ring(f"{host}:{port}") < LONGEST_SECONDS


def test_a_cache_that_is_gone_is_an_empty_cache() -> None:
    cache: BaseCache = ForgivingRedisCache(f"redis://{_nobody_listens()}/0", {"OPTIONS": {"socket_connect_timeout": 1}})
    cache.set("name", "value")
    assert cache.get("name") is None
    assert cache.get("name", "other") == "other"
    assert cache.get_many(["name"]) == {}
    assert cache.add("name", "value") is True
    assert cache.incr("count") == 1
    assert "name" not in cache
