"""Which records are offered as very likely the same child, and which as perhaps another of the family."""

from datetime import date

import pytest

from cases.matching import matches
from tests.factories.requests import received
from tests.personas import who

pytestmark = pytest.mark.django_db
OTHER_DAY = date(2018, 6, 15)


def offered(**other) -> list[tuple[bool, bool]]:
    """How Ayaan Chowdhury's record is offered beside another, asked for later: likely, and could be a sibling."""
    received(preferred_name="Zee")
    return [(match.likely, match.sibling) for match in matches(who("ben"), received(**other).case)]


@pytest.mark.parametrize(
    "other",
    [
        {},
        {"given_name": "AYAAN"},
        {"given_name": "Zee"},
        {"given_name": "Mohammed", "preferred_name": "ayaan"},
        {"given_name": "Mohammed", "preferred_name": "Zee"},
        {"family_name": "Begum", "home_postcode": ""},
        {"given_name": "Zée", "family_name": "Chowdhury"},
    ],
)
def test_the_same_birthday_and_a_first_name_in_common_is_very_likely(world, other):
    assert offered(**other) == [(True, False)]


@pytest.mark.parametrize("given_name", ["Zofia", "Ayan", "Chowdhury"])
def test_the_same_birthday_and_the_family_name_alone_may_be_a_twin_and_is_not_likely(world, given_name):
    assert offered(given_name=given_name) == [(False, True)]


@pytest.mark.parametrize("other", [{"born_on": OTHER_DAY}, {"given_name": "Zofia", "family_name": "Lis"}])
def test_the_same_whole_name_or_the_same_home_is_no_more_than_perhaps(world, other):
    assert offered(**other) == [(False, False)]


def test_the_page_says_that_it_could_be_a_twin(world, desk):
    received()
    twin = received(given_name="Zofia").case
    page = desk.as_("ben").get(f"/requests/{twin.reference}/").content.decode()
    assert "Could be a brother, sister or twin" in page
    assert "Very likely" not in page
