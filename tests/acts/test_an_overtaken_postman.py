"""A worker that outlasts its lease is overtaken by another: nobody falls over, and the row ends as one of them says."""

import smtplib

import pytest
from django.conf import settings
from django.core import mail

from cases.audience import still_may_have
from notices.carriers import send_by_mail
from notices.models import Dispatch
from notices.patient import READING
from notices.postman import LEASE, deliver_next
from tests.acts.test_the_outbox import BUSY, failing, when_due

pytestmark = pytest.mark.django_db
REFUSED = smtplib.SMTPDataError(554, b"refused")
WORDS_WITH_THE_SERVER = 20
"""A greeting, TLS, signing in, the letter, goodbye: about a dozen, and a few addresses of the server to try."""


def overtaken_by(other, then=None):
    """A sender so slow that its lease ends and another worker takes the letter meanwhile. ``then`` it fails."""

    def send(row):
        if then is None:
            send_by_mail(row)
        when_due()
        assert deliver_next(other, still_may_have)
        if then:
            raise then

    return send


def state(row) -> tuple[bool, bool, int]:
    row.refresh_from_db()
    return bool(row.sent_at), bool(row.stopped_at), row.attempts


def test_the_slowest_sending_is_over_before_the_lease_is():
    assert settings.EMAIL_TIMEOUT * WORDS_WITH_THE_SERVER + READING < LEASE.total_seconds() == 600


def test_both_send_it_and_it_is_one_letter(letter):
    assert deliver_next(overtaken_by(send_by_mail), still_may_have)
    assert state(letter) == (True, False, 2)
    assert [message.message()["Message-ID"] for message in mail.outbox] == [f"<{letter.pk}@localhost>"] * 2


@pytest.mark.parametrize("error", [BUSY, REFUSED])
def test_the_slow_one_fails_after_the_other_sent_it(letter, error):  # noqa: F811
    assert deliver_next(overtaken_by(send_by_mail, then=error), still_may_have)
    assert state(letter) == (True, False, 2)
    assert len(mail.outbox) == 1


def test_the_slow_one_sent_it_and_the_other_could_not(letter):
    """It did go out, so it is not tried again."""
    assert deliver_next(overtaken_by(failing(BUSY)), still_may_have)
    assert state(letter) == (True, False, 2)


def test_the_slow_one_sent_it_and_the_other_was_refused(letter):
    assert deliver_next(overtaken_by(failing(REFUSED)), still_may_have)
    assert state(letter) == (False, True, 2)


@pytest.mark.parametrize("error", [BUSY, REFUSED])
def test_what_the_slow_one_met_does_not_change_the_others_next_try(letter, error):  # noqa: F811
    assert deliver_next(overtaken_by(failing(BUSY), then=error), still_may_have)
    assert state(letter) == (False, False, 2)
    due = Dispatch.objects.get().next_try_at
    assert round((due - letter.written_at).total_seconds()) > 60
    assert not deliver_next(send_by_mail, still_may_have)
