"""A letter goes to the address it was written for, under one name for ever, and belongs to what it tells of."""

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import Team
from cases.models import Case
from notices.carriers import send_by_mail
from notices.models import Dispatch
from notices.tasks import deliver
from people.models import Carer
from referrals.words import AsksFor
from tests.acts.test_the_guard import door_of
from tests.factories.requests import received

pytestmark = pytest.mark.django_db


def test_an_address_changed_since_is_not_written_to(letter):
    referral = Case.objects.get().referrals.get()
    with door_of(referral) as act:
        sender = Carer.objects.get()
        sender.email = "new@families.example"
        sender.save()
        act.abandon()
    assert deliver() == 1
    letter.refresh_from_db()
    assert mail.outbox == []
    assert letter.sent_at is None
    assert letter.stopped_because == "The address has changed since the letter was written."


def test_a_teams_mailbox_changed_since_is_not_written_to(world):
    received()
    Team.objects.update(mailbox="elsewhere@salford.example")
    deliver()
    assert {message.to[0] for message in mail.outbox} == {"nasreen@families.example"}
    assert Dispatch.objects.get(template="new_request").stopped_at


def test_every_try_carries_the_same_message_id(letter):
    send_by_mail(letter)
    send_by_mail(Dispatch.objects.get())
    ids = {message.message()["Message-ID"] for message in mail.outbox}
    assert ids == {f"<{letter.pk}@localhost>"}


def test_there_is_one_letter_for_an_event_a_template_and_a_reader(letter):
    with pytest.raises(IntegrityError), transaction.atomic():
        Dispatch.objects.create(
            authority_id=letter.authority_id,
            entry_ref=letter.entry_ref,
            template=letter.template,
            to_ref=letter.to_ref,
            address="other@families.example",
        )


def test_a_letter_cannot_be_both_sent_and_stopped(letter):
    with pytest.raises(IntegrityError), transaction.atomic():
        Dispatch.objects.update(sent_at=timezone.now(), stopped_at=timezone.now())


def test_the_letter_is_written_in_the_same_transaction_as_what_it_tells_of(world):
    class RoofFellIn(Exception):
        pass

    with pytest.raises(RoofFellIn), transaction.atomic():
        received(AsksFor.ASSESSMENT)
        assert Dispatch.objects.count() == 2
        raise RoofFellIn
    assert Dispatch.objects.count() == Case.objects.count() == 0
