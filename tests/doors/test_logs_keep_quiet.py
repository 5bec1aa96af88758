"""The log carries codes and places: not what a failing task says, and no address that is a key to something."""

import io
import json
import logging.config

import pytest
from celery import Celery
from django.db import IntegrityError
from django.test import Client, override_settings

from sendpath.logs import configuration
from tests.conftest import DoorClient

pytestmark = pytest.mark.django_db
SECRET = "kX3-a_long_secret_of_a_posted_link"
ROW = "Failing row contains (Ayaan, Chowdhury, He hides under the table)."
KEYS = [
    f"/salford/ask/back/{SECRET}/", f"/confirm/{SECRET}/", f"/confirm/a:{SECRET}:b/", f"/password/1a-{SECRET}/",
    f"/come/{SECRET}/", f"/come/{SECRET}/calendar.ics", f"/reply/{SECRET}/", f"/feedback/{SECRET}/",
]  # fmt: skip


@pytest.fixture(params=[True, False], ids=["production", "terminal"])
def lines(request):
    """What the real configuration writes, from INFO on."""
    given = configuration(machine_readable=request.param, level="INFO")
    written = io.StringIO()
    formatter = logging.config.DictConfigurator(given).configure_formatter(given["formatters"]["line"])
    handler = logging.StreamHandler(written)
    handler.setFormatter(formatter)
    root, level = logging.getLogger(), logging.getLogger().level
    root.addHandler(handler)
    root.setLevel("INFO")
    yield written
    root.removeHandler(handler)
    root.setLevel(level)


@pytest.mark.parametrize("path", KEYS)
@pytest.mark.parametrize("ending", ["", "more/"])
def test_an_address_that_is_not_there_loses_its_key(family, lines, path, ending):
    client = DoorClient("family", raise_request_exception=False)
    client.get(path + "nowhere/" + ending)
    client.put(path)
    client.get(path)
    assert SECRET not in lines.getvalue()


def test_the_line_still_says_where_it_was(family, lines):
    family.get(f"/salford/ask/back/{SECRET}/nowhere/")
    assert "Not Found: /salford/ask/back/…/nowhere/" in lines.getvalue()


@pytest.mark.parametrize("path", KEYS)
def test_a_form_without_its_cookie_loses_the_key_too(world, lines, path):
    with override_settings(**DoorClient("family").settings):
        answer = Client(enforce_csrf_checks=True).post(path)
    assert answer.status_code == 403
    assert "CSRF" in lines.getvalue()
    assert SECRET not in lines.getvalue()


def test_the_address_of_a_calendar_loses_its_secret(world, lines):
    client = DoorClient("desk", raise_request_exception=False)
    client.get(f"/calendar/{SECRET}.ics")
    client.post(f"/calendar/{SECRET}.ics")
    assert "Not Found: /calendar/…" in lines.getvalue()
    assert SECRET not in lines.getvalue()


@pytest.mark.parametrize("lines", [True], indirect=True)
def test_a_task_that_fails_says_its_name_and_the_kind_of_error_alone(lines):
    @Celery("apart", set_as_current=False).task(name="tests.fails")
    def fails(words):
        raise IntegrityError(ROW)

    fails.apply(args=["Ayaan"])
    logging.getLogger("celery.worker.request").error("Task handler raised error: %r", IntegrityError(ROW))
    logging.getLogger("anything").error(IntegrityError(ROW))
    told = [json.loads(line) for line in lines.getvalue().splitlines()]
    assert "Ayaan" not in lines.getvalue()
    assert "Task tests.fails[" in told[0]["says"]
    assert told[0]["says"].endswith("raised unexpected: IntegrityError")
    assert told[0]["error"] == "django.db.utils.IntegrityError"
    assert any("test_logs_keep_quiet" in place for place in told[0]["places"])
    assert told[1]["says"] == "Task handler raised error: 'IntegrityError'"
    assert told[2]["says"] == "IntegrityError"
