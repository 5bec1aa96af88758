"""The mail server is slow, refuses, hangs up half-way or says nothing. Families notice none of it, and no letter is
lost."""

import random
import smtplib
import time
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from cases.audience import still_may_have
from notices import tasks
from notices.carriers import send
from notices.models import Dispatch
from notices.patient import READING
from notices.postman import LEASE, TRIES, deliver_next
from notices.tasks import deliver
from notices.words import Carrier, Standing
from people.models import Carer
from referrals.models import Referral
from tests.acts.mail import MailServer, SilentServer
from tests.acts.test_the_guard import door_of
from tests.acts.test_the_outbox import when_due
from tests.acts.together import at_once
from tests.factories.requests import received

pytestmark = pytest.mark.django_db


def through(settings, server, timeout: float = 0.3) -> None:
    """Mail goes to this server, with little patience for single words."""
    settings.EMAIL_BACKEND = "notices.patient.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", server.port, timeout


@pytest.fixture
def server(settings):
    with MailServer() as server:
        through(settings, server)
        yield server


def name_of(letter) -> tuple[str, str]:
    return ("nasreen@families.example", f"<{letter.pk}@localhost>")


def test_it_goes_and_the_message_id_is_the_proof(letter, server):
    deliver()
    letter.refresh_from_db()
    assert server.arrived == [name_of(letter)]
    assert (letter.carrier, letter.carrier_ref) == (Carrier.MAIL, f"<{letter.pk}@localhost>")


def test_a_server_that_reads_for_long_is_waited_for_and_the_letter_goes_once(letter, server):
    """Ours may be thirty seconds where it has ten for a word; here a second where it has a third of one."""
    server.pause = 1.0
    deliver()
    letter.refresh_from_db()
    assert letter.standing == Standing.SENT
    assert server.arrived == [name_of(letter)]


def test_its_lease_holds_while_it_waits(letter, server):
    """One worker in the middle of a slow sending, and another that looks for work meanwhile and finds none."""
    server.pause, found = 1.0, []

    def slow(row):
        found.append(deliver())
        return send(row)

    assert deliver_next(slow, still_may_have)
    assert found == [0]
    assert server.arrived == [name_of(letter)]
    assert 30 < READING < LEASE.total_seconds()


def test_a_silent_server_is_given_up_on_soon_and_tried_again_later(letter, settings):
    with SilentServer() as server:
        through(settings, server)
        began = time.monotonic()
        deliver()
        assert time.monotonic() - began < 5
    letter.refresh_from_db()
    assert (letter.standing, letter.attempts) == (Standing.WAITING, 1)
    assert "Timeout" in letter.last_error or "timed out" in letter.last_error


def test_no_page_of_ours_ever_waits_for_the_mail_server(world, settings, family):
    with SilentServer() as server:
        through(settings, server, timeout=30)
        began = time.monotonic()
        received()
        assert family.get("/salford/").status_code == 200
        assert time.monotonic() - began < 5
        assert server.callers == []
    assert Dispatch.objects.count() == 2


@pytest.mark.parametrize("says", ["421 closing", "451 try later", "452 full"])
def test_a_busy_server_is_asked_again(letter, server, says):
    server.at_data = says
    deliver()
    letter.refresh_from_db()
    assert letter.standing == Standing.WAITING
    server.at_data = "250 taken"
    when_due()
    deliver()
    assert server.arrived == [name_of(letter)]


@pytest.mark.parametrize(("where", "says"), [("at_rcpt", "550 5.1.1 no such mailbox"), ("at_data", "554 refused")])
def test_a_refusal_for_good_is_handed_to_a_person_at_once(letter, server, where, says):
    setattr(server, where, says)
    deliver()
    letter.refresh_from_db()
    assert (letter.standing, letter.attempts, server.arrived) == (Standing.STOPPED, 1, [])


def test_a_server_that_took_it_and_hung_up_gets_it_again_under_the_same_name(letter, server):
    """The one window in which somebody may have a letter twice. It carries one Message-ID, so that it can be seen."""
    server.hangs_up = True
    deliver()
    letter.refresh_from_db()
    assert letter.standing == Standing.WAITING
    server.hangs_up = False
    when_due()
    deliver()
    letter.refresh_from_db()
    assert letter.standing == Standing.SENT
    assert server.arrived == [name_of(letter)] * 2


@pytest.mark.slow
def test_one_poisoned_letter_among_many_is_parked_and_the_others_go_meanwhile(world):
    letters = [received(email=f"family{number}@families.example") for number in range(20)]
    poisoned = Dispatch.objects.get(case_ref=letters[7].case_id, template="help_received")

    def carry(row):
        if row.pk == poisoned.pk:
            raise RuntimeError("always")

    while deliver_next(carry, still_may_have):
        pass
    assert Dispatch.objects.filter(sent_at=None).get() == poisoned
    for _ in range(TRIES - 1):
        when_due()
        assert deliver_next(carry, still_may_have)
    poisoned.refresh_from_db()
    assert (poisoned.standing, poisoned.attempts) == (Standing.STOPPED, TRIES)
    assert poisoned.last_error == "RuntimeError: always"


BEHAVIOUR = {
    "good": [],
    "busy": [smtplib.SMTPDataError(451, b"later")] * 2,
    "gone": [smtplib.SMTPDataError(554, b"no")],
    "never": [ConnectionRefusedError()] * TRIES,
    "moved": [],
}
"""What each address meets, try by try; after that it is taken."""


def a_run(seed: int) -> tuple[dict, list]:
    """Five kinds of address; the postman called too often, at odd times, in any order, by workers who may die."""
    dice = random.Random(seed)
    for name in BEHAVIOUR:
        received(email=f"{name}@families.example")
    moved = Carer.objects.get(email="moved@families.example")
    Dispatch.objects.filter(template="new_request").delete()
    trouble = {name: list(errors) for name, errors in BEHAVIOUR.items()}

    def carry(row):
        if errors := trouble[row.address.partition("@")[0]]:
            raise errors.pop(0)
        mail.outbox.append((row.address, row.pk))

    with door_of(Referral.objects.get(case_id=moved.case_ref)) as act:
        moved.email = "elsewhere@families.example"
        moved.save()
        act.abandon()
    while Dispatch.objects.filter(sent_at=None, stopped_at=None).exists():
        keys = list(Dispatch.objects.values_list("pk", flat=True))
        dice.shuffle(keys)
        for place, key in enumerate(keys):
            Dispatch.objects.filter(pk=key, sent_at=None).update(
                next_try_at=timezone.now() - timedelta(seconds=place + 1)
            )
        for _ in range(dice.randint(1, 12)):
            deliver_next(carry, still_may_have)
    ended = {row.address: (row.standing, row.attempts, row.stopped_because) for row in Dispatch.objects.all()}
    return ended, sorted(address for address, _ in mail.outbox)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_called_too_often_and_in_any_order_the_postman_ends_the_same(world, seed):
    ended, arrived = a_run(seed)
    assert arrived == ["busy@families.example", "good@families.example"]
    assert ended == {
        "good@families.example": (Standing.SENT, 1, ""),
        "busy@families.example": (Standing.SENT, 3, ""),
        "gone@families.example": (Standing.STOPPED, 1, "The mail server would not take it."),
        "never@families.example": (Standing.STOPPED, TRIES, "The mail server would not take it."),
        "moved@families.example": (
            Standing.STOPPED,
            1,
            "The address has changed since the letter was written.",
        ),
    }


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_same_task_run_four_times_at_once_again_and_again_sends_each_letter_once(world):
    for number in range(6):
        received(email=f"family{number}@families.example")
    for _ in range(3):
        at_once(*[deliver] * 4)
    keys = [message.message()["Message-ID"] for message in mail.outbox]
    assert len(keys) == len(set(keys)) == 12


def test_a_run_ends_in_time_for_the_watch_however_slowly_letters_go(world, monkeypatch):
    """Three letters to a server that takes its time: the run begins no letter after its seconds are over."""
    for _ in range(3):
        received()
    waiting = Dispatch.objects.filter(sent_at=None).count()
    monkeypatch.setattr(tasks, "SECONDS", 0.05)

    def slowly(letter):
        time.sleep(0.06)
        return send(letter)

    monkeypatch.setattr(tasks, "send", slowly)
    assert tasks.deliver() == 1
    monkeypatch.setattr(tasks, "SECONDS", 45)
    assert tasks.deliver() == waiting - 1
