"""The Bridge sees what is read first, on the queue and on the request, until social care has it."""

import html

import pytest

from pathway.actions.go_to_social_care import go_to_social_care
from referrals.words import Why
from tests.factories.requests import at_work, received
from tests.pages.reading import assert_an_error_by_the_book, text_of
from tests.personas import who

pytestmark = pytest.mark.django_db
MARK = "Words here may tell of harm: read them first"


def read(client, address: str) -> str:
    return html.unescape(client.get(address).content.decode())


def test_the_mark_stands_with_the_way_to_social_care_until_it_was_taken(desk):
    referral = received(words="She told me her uncle touches her at night.")
    ben, here = desk.as_("ben"), f"/requests/{referral.case.reference}/"
    assert MARK in read(ben, "/requests/")
    page = read(ben, here)
    assert MARK in page
    assert "Take it to social care" in page
    go_to_social_care(referral.case_id, "The words of the request.", by=who("ben"))
    assert MARK not in read(ben, "/requests/")
    page = read(ben, here)
    assert "Social care has it" in page
    assert "Take it to social care" not in page


def test_a_ticked_concern_says_that_social_care_has_it(desk):
    referral = received(work=at_work(concern="He has marks on his arms."))
    ben, here = desk.as_("ben"), f"/requests/{referral.case.reference}/"
    assert "Safeguarding concern" in read(ben, "/requests/")
    assert "Take it to social care" in read(ben, here)
    go_to_social_care(referral.case_id, "He has marks on his arms.", by=who("ben"))
    page = read(ben, here)
    assert "Social care has it" in page
    assert "Take it to social care" not in page


def test_the_bridge_says_that_it_is_not_for_social_care_and_why(desk):
    referral = received(words="She told me her uncle touches her at night.")
    ben, here = desk.as_("ben"), f"/requests/{referral.case.reference}/"
    assert f"{here}worry/" in read(ben, here)
    assert_an_error_by_the_book(ben.post(f"{here}worry/", {"because": ""}), str(Why.NO_REASON_NOT_FOR_CARE))
    page = text_of(ben.post(f"{here}worry/", {"because": "It is a play at school."}, follow=True))
    for words in ("not for social care", "It is a play at school."):
        assert words in page
    assert MARK not in read(ben, "/requests/")
    assert "Take it to social care" in read(ben, here), "at any time"


def test_an_ordinary_request_bears_no_mark(desk):
    referral = received()
    ben = desk.as_("ben")
    assert MARK not in read(ben, "/requests/") + read(ben, f"/requests/{referral.case.reference}/")
    assert ben.get(f"/requests/{referral.case.reference}/worry/").status_code == 404
