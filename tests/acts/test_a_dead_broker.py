"""The broker is a doorbell. Nobody answers it: the page is none the worse, and the post goes a minute later."""

import socket
import time

import pytest
from django.core import mail
from django.utils import timezone
from kombu import pools

from cases.models import Case
from notices.models import Dispatch
from notices.tasks import deliver
from sendpath.celery import app
from tests.pages.asking import answer_everything, send

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
PATIENCE = 3.0


def fresh_connections() -> None:
    """Makes Celery forget the connections it made to the broker before."""
    pools.reset()
    app._pool = None
    app.amqp._producer_pool = None


@pytest.fixture
def dead_broker(monkeypatch):
    """A port at which nobody listens, where the broker should be."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        address = f"redis://127.0.0.1:{trial.getsockname()[1]}/0"
    monkeypatch.setattr(app.conf, "broker_url", address)
    fresh_connections()
    yield
    monkeypatch.undo()
    fresh_connections()


def test_the_broker_is_truly_dead(dead_broker):
    with pytest.raises(Exception, match="refused"):
        deliver.apply_async(retry=False)


def test_a_request_comes_in_all_the_same_and_its_letters_wait(dead_broker, family):
    answer_everything(family)
    began = time.monotonic()
    receipt = send(family)
    assert time.monotonic() - began < PATIENCE
    assert Case.objects.get().reference in receipt
    assert Dispatch.objects.filter(sent_at=None).count() == 2

    deliver()
    assert len(mail.outbox) == 2


def test_an_officer_settles_and_tries_again_all_the_same(dead_broker, family, desk):
    answer_everything(family, asks_for="unsure")
    send(family)
    reference = Case.objects.get().reference
    settled = desk.as_("ben").post(f"/requests/{reference}/", {"answer": "help", "reason": "It asks for help."})
    assert settled.status_code == 302
    letter = Dispatch.objects.first()
    Dispatch.objects.filter(pk=letter.pk).update(stopped_at=timezone.now(), stopped_because="It would not go.")
    assert desk.as_("carys").post(f"/post/{letter.pk}/again/").status_code == 302


def test_a_broker_that_lives_is_rung(family, caplog):
    answer_everything(family)
    with caplog.at_level("WARNING", logger="notices.doorbell"):
        send(family)
    assert "could not be woken" not in caplog.text
