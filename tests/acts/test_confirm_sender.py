"""The sender presses the button behind the link we posted. No clock waits for it."""

from uuid import uuid4

import pytest

from cases.models import Deadline
from cases.words import Part
from core.events import Event
from ledger.models import Entry
from notices.models import Dispatch
from pathway.actions.answer_request import answer_request, take_back
from people.models import Carer
from referrals.actions.answering import Answer
from referrals.actions.confirm_sender import confirm_sender
from referrals.words import Said
from tests.acts.together import at_once, everything, queueing_before
from tests.conftest import NOW
from tests.factories.requests import received
from tests.personas import who

pytestmark = pytest.mark.django_db


def test_the_address_is_the_senders_own_from_then_on(world):
    referral = received()
    confirm_sender(referral.sender_id)
    assert Carer.objects.get().email_confirmed_at == NOW
    entry = Entry.objects.get(event=Event.SENDER_CONFIRMED)
    assert (entry.part, entry.actor_ref, entry.facts) == (Part.CONTACT, "visitor", {})


def test_no_clock_starts_stops_or_moves_and_nobody_is_written_to(world):
    referral = received()
    clocks, letters = list(Deadline.objects.values()), list(Dispatch.objects.values())
    confirm_sender(referral.sender_id)
    assert list(Deadline.objects.values()) == clocks
    assert list(Dispatch.objects.values()) == letters


@pytest.mark.parametrize(
    ("said", "answer", "template"),
    [
        (Said.DECLINE, Answer("The school can do this.", instead="The SENCO rings you."), "help_declined"),
        (Said.SEND_ON, Answer("They know this best.", sent_to="Irwell Speech, 0161 496 0199"), "help_sent_on"),
    ],
)
def test_what_was_held_back_is_said_once_the_address_is_theirs(world, said, answer, template):
    referral = received()
    answer_request(referral.pk, said, answer, by=who("ben"))
    [first] = Dispatch.objects.filter(template=template)
    assert answer.because not in first.body and "Confirm your email address or call us" in first.body
    confirm_sender(referral.sender_id)
    second = Dispatch.objects.filter(template=template).exclude(pk=first.pk).get()
    assert answer.because in second.body and (answer.instead or answer.sent_to) in second.body
    assert second.address == referral.sender.email and "Confirm your email" not in second.body


def test_what_was_taken_back_is_not_said_then(world):
    referral = received()
    answer_request(referral.pk, Said.DECLINE, Answer("No.", instead="The SENCO rings."), by=who("ben"))
    take_back(referral.pk, "We were wrong.", by=who("ben"))
    letters = Dispatch.objects.count()
    confirm_sender(referral.sender_id)
    assert Dispatch.objects.count() == letters


def test_only_this_senders_address_is_confirmed(world):
    received()
    other = received()
    confirm_sender(other.sender_id)
    assert list(Carer.objects.exclude(email_confirmed_at=None)) == [other.sender]


def test_twice_is_as_good_as_once_and_leaves_no_second_trace(world):
    referral = received()
    confirm_sender(referral.sender_id)
    before = everything()
    confirm_sender(referral.sender_id)
    assert everything() == before


def test_a_sender_who_does_not_exist_is_not_there(world):
    received()
    before = everything()
    with pytest.raises(Carer.DoesNotExist):
        confirm_sender(uuid4())
    assert everything() == before


@pytest.mark.parametrize("step", ["ledger.pen.write", "cases.caseload.keep", "notices.post_office.post"])
def test_when_a_later_step_fails_nothing_is_confirmed(world, monkeypatch, step):
    def falls(*args, **kwargs):
        raise RuntimeError("the roof fell in")

    referral = received()
    before = everything()
    monkeypatch.setattr(step, falls)
    with pytest.raises(RuntimeError):
        confirm_sender(referral.sender_id)
    assert everything() == before


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_pressed_twice_at_once_it_is_written_down_once(world):
    referral = received()
    with queueing_before(referral.case, waiters=3):
        given = at_once(*[lambda: confirm_sender(referral.sender_id)] * 3)
    assert given == [None] * 3
    assert Entry.objects.filter(event=Event.SENDER_CONFIRMED).count() == 1
