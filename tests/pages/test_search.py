"""Finding a case: by name, reference or birthday, and never one that is not yours to see."""

import re

import pytest

from accounts.who import visitor
from cases.search import search
from core.references import tidy
from tests.factories.requests import received
from tests.personas import THURROCK

pytestmark = pytest.mark.django_db


@pytest.fixture
def ayaan(world):
    return received().case


@pytest.mark.parametrize(
    "typed", ["Ayaan", "aya", "Chowdhury", "ayaan chow", "chowdhury ayaan", "14/6/2018", "14 06 2018", "2018-06-14"]
)
def test_what_fits(world, ayaan, typed):
    assert [found.reference for found in search(world.who("ben"), typed).found] == [ayaan.reference]


def test_a_reference_as_people_read_it_out(world, ayaan):
    spoken = ayaan.reference.replace("-", " ").lower()
    assert [found.reference for found in search(world.who("ben"), spoken).found] == [ayaan.reference]
    slip = ayaan.reference[:-1] + ("3" if ayaan.reference[-1] != "3" else "4")
    assert tidy(slip) is None


@pytest.mark.parametrize("typed", ["", "  ", "Ay", "31/2/2018", "Nobody Here", "%", "%%%", "___"])
def test_what_does_not(world, ayaan, typed):
    assert search(world.who("ben"), typed).found == ()


def test_two_letters_are_too_few(world, ayaan):
    assert search(world.who("ben"), "Ay").too_short


def test_another_councils_child_is_not_found_nor_hinted_at(world, ayaan, desk):
    theirs = received(by=visitor(THURROCK), given_name="Ayaanne").case
    assert theirs.reference not in {found.reference for found in search(world.who("ben"), "Ayaan").found}
    unseen = desk.as_("ben").get("/find/", {"q": theirs.reference}).content.decode()
    nobody = desk.get("/find/", {"q": "SAL-3333-3333"}).content.decode()
    plain = [re.sub(r'value="[A-Za-z0-9]{64}"', "", page) for page in (unseen, nobody)]
    assert plain[0].replace(theirs.reference, "X") == plain[1].replace("SAL-3333-3333", "X")


def test_an_administrator_finds_no_page(world, ayaan, desk):
    assert desk.as_("dev").get("/find/", {"q": "Ayaan"}).status_code == 404


def test_the_search_box_is_on_every_page_of_the_bridge(world, ayaan, desk):
    page = desk.as_("ben").get("/requests/").content.decode()
    assert 'action="/find/"' in page


@pytest.mark.parametrize("typed", ["M5 4WT", "m54wt", "SW1A 1AA"])
def test_a_postcode_is_called_one_and_not_looked_for(desk, typed):
    page = desk.as_("ben").get("/find/", {"q": typed}).content.decode()
    assert "Children are not found by where they live" in page
    assert "is a postcode, and nothing was looked for" in page
