"""Ten answers to a question within an hour, and nobody tries made-up links for ever; nothing typed is lost by it."""

import pytest

from cases.links import reply_to
from referrals.models import TriageAnswer
from referrals.sparing import FROM_A_PLACE, MADE_UP, TO_A_QUESTION
from referrals.words import Said
from tests.acts.test_the_bridge_answers import say
from tests.conftest import DoorClient
from tests.factories.requests import received
from tests.pages.reading import assert_an_error_by_the_book
from tests.personas import who

pytestmark = pytest.mark.django_db
TOO_MANY = "You have sent us many answers within an hour."


def asked(**more) -> str:
    referral = received(by=who("amina"), **more)
    say(referral, Said.ASK)
    return reply_to(TriageAnswer.objects.get(referral=referral).pk)


def send(client, address: str, words="The clinic.", place="203.0.113.5"):
    return client.post(address, {"words": words}, REMOTE_ADDR=place)


def test_the_eleventh_answer_is_not_taken_and_stays_on_the_page(family):
    address = asked()
    assert {send(family, address).status_code for _time in range(TO_A_QUESTION)} == {200}
    page = send(family, address, "One thing more.")
    assert page.status_code == 429
    assert_an_error_by_the_book(page, TOO_MANY, kept=("One thing more.",))
    assert TriageAnswer.objects.get().reply.count("The clinic.") == TO_A_QUESTION
    assert send(DoorClient("family"), address, place="198.51.100.7").status_code == 429, "from anywhere"
    assert family.get(address).status_code == 200, "reading is not counted"


def test_another_question_is_counted_for_itself(family):
    first, second = asked(), asked(given_name="Bilal")
    for _time in range(TO_A_QUESTION + 1):
        send(family, first)
    assert send(family, second).status_code == 200


def test_what_is_empty_is_not_counted(family):
    address = asked()
    for _time in range(TO_A_QUESTION + 1):
        assert send(family, address, " ").status_code == 200
    assert "Thank you" in send(family, address).content.decode()


def test_many_at_one_place_have_room_and_then_wait(family, monkeypatch):
    monkeypatch.setattr("referrals.sparing.TO_A_QUESTION", 10_000)
    address = asked()
    monkeypatch.setattr("referrals.sparing.FROM_A_PLACE", 3)
    assert FROM_A_PLACE > TO_A_QUESTION, "a council's office is one place"
    assert [send(family, address).status_code for _time in range(4)] == [200] * 3 + [429]
    assert send(DoorClient("family"), address, place="198.51.100.7").status_code == 200


def test_made_up_links_are_looked_at_so_often_and_a_real_one_still_opens(family):
    address = asked()
    answers = [family.get(f"/reply/made-up-{number}/").status_code for number in range(MADE_UP + 1)]
    assert answers == [404] * MADE_UP + [429]
    assert family.get(address).status_code == 200


def test_signed_in_it_is_the_same(family):
    asked()
    amina, reference = family.as_("amina"), TriageAnswer.objects.get().case.reference
    here = f"/mine/{reference}/answer/"
    assert {send(amina, here).status_code for _time in range(TO_A_QUESTION)} == {302}
    page = send(amina, here, "One thing more.")
    assert page.status_code == 429
    assert_an_error_by_the_book(page, TOO_MANY, kept=("One thing more.",))
