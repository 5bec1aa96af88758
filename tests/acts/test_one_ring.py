"""The postman is rung for once a transaction, and only when there is a letter."""

import pytest
from django.db import transaction

from documents.actions.add import add
from notices.doorbell import wake, wake_after_commit
from notices.models import Dispatch
from referrals.words import AsksFor
from tests.acts.test_receive import a_file
from tests.factories.requests import received
from tests.personas import who

pytestmark = pytest.mark.django_db


@pytest.fixture
def rings(django_capture_on_commit_callbacks):
    """How often the postman would have been rung for."""

    def counted(act) -> int:
        with django_capture_on_commit_callbacks() as after:
            act()
        return after.count(wake)

    return counted


def test_two_acts_that_write_letters_together_ring_once(world, rings):
    assert rings(lambda: received(AsksFor.ASSESSMENT)) == 1
    assert Dispatch.objects.values("entry_ref").distinct().count() == 2


def test_an_act_without_a_letter_does_not_ring(world, rings):
    case = received(by=who("amina")).case
    assert rings(lambda: add(case.pk, a_file(), by=who("amina"))) == 0


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_what_was_taken_back_does_not_ring_and_what_comes_after_does(monkeypatch):
    rung = []

    def ring() -> None:
        rung.append(1)

    monkeypatch.setattr("notices.doorbell.wake", ring)
    with transaction.atomic():
        with pytest.raises(RuntimeError), transaction.atomic():
            wake_after_commit()
            raise RuntimeError
        wake_after_commit()
        wake_after_commit()
    assert len(rung) == 1
    with pytest.raises(RuntimeError), transaction.atomic():
        wake_after_commit()
        raise RuntimeError
    with transaction.atomic():
        wake_after_commit()
    assert len(rung) == 2
