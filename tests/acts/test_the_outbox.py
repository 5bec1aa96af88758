"""A letter is tried, tried again, and handed to a person. It is never lost, and never goes where it must not."""

import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from cases.audience import still_may_have
from cases.models import Case
from notices.models import Dispatch
from notices.postman import LEASE, TRIES, WAITS, deliver_next
from notices.tasks import deliver
from tests.acts.together import at_once
from tests.factories.requests import received

pytestmark = pytest.mark.django_db
BUSY = smtplib.SMTPDataError(451, b"try again later")
GONE = ConnectionRefusedError("no mail server")


def failing(error: Exception):
    def send(letter):
        raise error

    return send


def when_due() -> None:
    """Lets the time until the next try go by."""
    Dispatch.objects.filter(sent_at=None).update(next_try_at=timezone.now() - timedelta(seconds=1))


def minutes_until_next_try(letter: Dispatch) -> int:
    return round((letter.next_try_at - timezone.now()).total_seconds() / 60)


def test_it_goes_once_and_is_marked_sent(letter):
    assert deliver() == 1
    assert deliver() == 0
    letter.refresh_from_db()
    assert letter.sent_at
    assert [message.to for message in mail.outbox] == [["nasreen@families.example"]]


@pytest.mark.parametrize("error", [BUSY, GONE, TimeoutError("slow"), smtplib.SMTPServerDisconnected("half-way")])
def test_it_is_tried_five_times_with_longer_and_longer_waits_and_then_handed_to_a_person(letter, error):
    waited = []
    for _ in range(TRIES - 1):
        assert deliver_next(failing(error), still_may_have)
        assert not deliver_next(failing(error), still_may_have), "it waits for its time"
        letter.refresh_from_db()
        assert (letter.stopped_at, letter.sent_at) == (None, None)
        waited.append(minutes_until_next_try(letter))
        when_due()
    assert waited == [1, 30, 120, 720] == [wait.total_seconds() / 60 for wait in WAITS]

    assert deliver_next(failing(error), still_may_have)
    letter.refresh_from_db()
    assert letter.attempts == TRIES == 5
    assert letter.stopped_at
    when_due()
    assert not deliver_next(failing(error), still_may_have)


@pytest.mark.parametrize(
    "error",
    [
        smtplib.SMTPRecipientsRefused({"nasreen@families.example": (550, b"no such mailbox")}),
        smtplib.SMTPDataError(554, b"refused"),
        smtplib.SMTPDataError(571, b"blocked"),
        smtplib.SMTPSenderRefused(553, b"not from you", "no-reply@localhost"),
    ],
)
def test_a_refusal_that_will_not_change_stops_it_at_once(letter, error):
    assert deliver_next(failing(error), still_may_have)
    letter.refresh_from_db()
    assert (bool(letter.stopped_at), letter.attempts, letter.sent_at) == (True, 1, None)


@pytest.mark.parametrize(
    "error",
    [
        smtplib.SMTPRecipientsRefused({"nasreen@families.example": (450, b"greylisted")}),
        smtplib.SMTPAuthenticationError(535, b"our password, not their mailbox"),
        smtplib.SMTPConnectError(421, b"too many"),
    ],
)
def test_a_refusal_that_may_change_does_not(letter, error):
    assert deliver_next(failing(error), still_may_have)
    letter.refresh_from_db()
    assert letter.stopped_at is None


def test_what_would_not_go_is_shown_to_the_manager_who_can_try_again(letter, desk):
    deliver_next(failing(smtplib.SMTPDataError(554, b"refused")), still_may_have)
    page = desk.as_("carys").get("/post/").content.decode()
    assert Case.objects.get().reference in page
    assert "nasreen@families.example" in page
    assert "The mail server would not take it." in page
    assert "Nothing" not in desk.as_("irene").get("/post/").content.decode()
    assert "nasreen" not in desk.as_("irene").get("/post/").content.decode()

    assert desk.as_("carys").post(f"/post/{letter.pk}/again/").status_code == 302
    assert deliver() == 1
    letter.refresh_from_db()
    assert letter.sent_at


def test_another_council_cannot_try_it_again(letter, desk):
    deliver_next(failing(smtplib.SMTPDataError(554, b"refused")), still_may_have)
    desk.as_("irene").post(f"/post/{letter.pk}/again/")
    letter.refresh_from_db()
    assert letter.stopped_at


def test_a_letter_a_dead_worker_held_comes_back_by_itself(letter):
    with pytest.raises(KeyboardInterrupt):
        deliver_next(failing(KeyboardInterrupt()), still_may_have)
    letter.refresh_from_db()
    assert minutes_until_next_try(letter) == LEASE.total_seconds() / 60
    assert deliver() == 0
    when_due()
    assert deliver() == 1
    assert len(mail.outbox) == 1


def test_a_letter_that_kills_every_worker_is_stopped_too(letter):
    for _ in range(TRIES):
        with pytest.raises(SystemExit):
            deliver_next(failing(SystemExit()), still_may_have)
        when_due()
    assert deliver_next(failing(SystemExit()), still_may_have)
    letter.refresh_from_db()
    assert letter.stopped_at


def test_a_bad_letter_does_not_hold_up_the_rest(world):
    bad, good = received(email="bad@families.example"), received(email="good@families.example")
    reached = []

    def send(letter):
        if letter.address.startswith("bad"):
            raise BUSY
        reached.append(letter.address)

    while deliver_next(send, still_may_have):
        pass
    assert "good@families.example" in reached
    assert Dispatch.objects.get(case_ref=bad.case_id, template="help_received").sent_at is None
    assert Dispatch.objects.get(case_ref=good.case_id, template="help_received").sent_at


def test_a_question_that_cannot_be_answered_does_not_hold_up_the_rest_either(letter):
    Dispatch.objects.all().delete()
    letter.to_ref = "carer:not-a-key"
    letter.save(force_insert=True)
    assert deliver() == 1
    letter.refresh_from_db()
    assert (letter.sent_at, letter.stopped_at) == (None, None)
    assert letter.last_error.startswith("ValueError")


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_many_postmen_at_once_deliver_each_letter_once(world):
    for number in range(10):
        received(email=f"family{number}@families.example")
    at_once(*[deliver] * 4)
    assert len(mail.outbox) == 20
    assert len({message.message()["Message-ID"] for message in mail.outbox}) == 20
    assert not Dispatch.objects.filter(sent_at=None).exists()
