"""Sending once, twice and at once is sending once; and a child we know already is nobody else's news."""

import re

import pytest

from cases.models import Case
from notices.models import Dispatch
from people.models import Child
from referrals.models import Referral
from tests.acts.together import at_once, everything
from tests.conftest import DoorClient
from tests.factories.requests import received
from tests.pages.asking import answer_everything, send
from tests.pages.reading import receipt_without_what_differs, reference_on
from tests.personas import who

pytestmark = pytest.mark.django_db


def test_sent_twice_in_a_row_it_is_one_case_with_one_reference(family):
    answer_everything(family)
    first = family.post("/salford/ask/check/", follow=True)
    before = everything()
    second = family.post("/salford/ask/check/", follow=True)
    assert reference_on(first) == reference_on(second) == Case.objects.get().reference
    assert everything() == before


def test_loading_the_receipt_again_sends_nothing_again(family):
    answer_everything(family)
    receipt = send(family)
    before = everything()
    assert reference_on(family.get("/salford/ask/sent/")) in receipt
    assert everything() == before


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("asks_for", ["help", "assessment"])
def test_pressed_twice_at_once_it_is_one_case_with_one_reference(family, asks_for):
    answer_everything(family, asks_for=asks_for)

    def press() -> str:
        again = DoorClient("family")
        again.cookies = family.cookies
        return reference_on(again.post("/salford/ask/check/", follow=True))

    with family.at_the_door():
        given = at_once(*[press] * 4)
    assert set(given) == {Case.objects.get().reference}
    assert Referral.objects.count() == Child.objects.count() == 1
    assert Dispatch.objects.count() == 2


class TestAChildWeKnow:
    def test_the_sender_learns_nothing(self, world):
        """The pages and letters of a second request are those of the first, word for word."""
        told = []
        for _ in range(2):
            visitor = DoorClient("family")
            answer_everything(visitor)
            pages = [visitor.get("/salford/ask/check/").content.decode(), send(visitor)]
            letter = Dispatch.objects.filter(template="help_received").order_by("pk").last()
            pages.append(re.sub(r"https?://\S+", "LINK", f"{letter.subject}\n{letter.body}"))
            told.append([re.sub(r'value="[^"]{40,}"', "", receipt_without_what_differs(page)) for page in pages])
        assert told[0] == told[1]
        assert Case.objects.count() == Child.objects.count() == 2

    def test_somebody_elses_child_is_a_case_of_its_own_that_its_family_does_not_see(self, world, family):
        own = received(by=who("amina"))
        stranger = DoorClient("family").as_("priya")
        answer_everything(stranger)
        send(stranger)
        other = Case.objects.exclude(pk=own.case_id).get()
        assert other.merged_into_id is None
        assert stranger.get(f"/mine/{own.case.reference}/").status_code == 404
        assert family.as_("amina").get(f"/mine/{other.reference}/").status_code == 404
        assert own.case.reference not in stranger.get("/mine/").content.decode()
