"""How long an answer takes must not tell who has an account: the request for a new password sends nothing itself."""

import threading

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.mail.backends.locmem import EmailBackend

from sendpath.signin import SENDER

pytestmark = pytest.mark.django_db
KNOWN, UNKNOWN = "ben@people.example", "nobody@people.example"
SENT_IN: list[threading.Thread] = []


class WhoSends(EmailBackend):
    """Remembers in which thread the work of mail was done."""

    def send_messages(self, messages):
        SENT_IN.append(threading.current_thread())
        return super().send_messages(messages)


class NoMailServer(EmailBackend):
    def send_messages(self, messages):
        raise ConnectionRefusedError(f"cannot write to {messages[0].to}")


@pytest.fixture
def client(desk, settings):
    cache.clear()
    SENT_IN.clear()
    settings.EMAIL_BACKEND = f"{__name__}.WhoSends"
    return desk


def test_the_request_does_no_work_of_mail_for_anybody(client):
    answers = [client.post("/password/", {"email": who}) for who in (KNOWN, UNKNOWN)]
    assert {(answer.status_code, answer["Location"], answer.content) for answer in answers} == {
        (302, "/password/sent/", b"")
    }
    assert [message.to for message in mail.outbox] == [[KNOWN]]
    assert len(SENT_IN) == 1
    assert threading.current_thread() not in SENT_IN


def test_the_answer_does_not_wait_for_the_mail_server(client):
    """The one who sends is kept busy until the answer is there."""
    answered = threading.Event()
    SENDER.submit(answered.wait, 20)
    client.settles = False
    response = client.post("/password/", {"email": KNOWN})
    assert (response.status_code, mail.outbox) == (302, [])
    answered.set()
    SENDER.submit(int).result(30)
    assert [message.to for message in mail.outbox] == [[KNOWN]]


def test_a_mail_server_that_is_away_looks_the_same_and_no_address_is_logged(client, settings, caplog):
    settings.EMAIL_BACKEND = f"{__name__}.NoMailServer"
    answers = [client.post("/password/", {"email": who}).status_code for who in (KNOWN, UNKNOWN)]
    assert answers == [302, 302]
    assert "could not be sent: ConnectionRefusedError" in caplog.text
    assert KNOWN not in caplog.text
