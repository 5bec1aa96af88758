"""Names of several words are found however they are typed, and whoever is shown a list of children is written down."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.search import MOST, search
from ledger.models import Viewing
from tests.factories.requests import received
from tests.personas import who

pytestmark = pytest.mark.django_db


def found(typed: str) -> list[str]:
    return [one.name for one in search(who("ben"), typed).found]


@pytest.mark.parametrize(
    "typed", ["De Souza", "de sou", "Ana De Souza", "De Souza Ana", "ana de souza", "Nita De Souza", "Nita", "Ana de"]
)
def test_a_family_name_of_two_words(world, typed):
    received(given_name="Ana", family_name="De Souza", preferred_name="Nita")
    received(given_name="Ana", family_name="Dunne")
    assert found(typed) == ["Ana De Souza"]


@pytest.mark.parametrize("typed", ["Mary Jane", "Mary Jane Holt", "Holt Mary Jane", "Mary Jane Ann Holt", "Mary Holt"])
def test_a_given_name_of_two_words(world, typed):
    received(given_name="Mary Jane", family_name="Holt")
    assert found(typed) == ["Mary Jane Holt"]


def test_a_middle_name_we_were_not_given_does_not_hide_the_child(world):
    received(given_name="Mary", family_name="Holt")
    assert found("Mary Ann Holt") == ["Mary Holt"]


@pytest.mark.parametrize("typed", ["A C", "Ay Ch", "A. C.", "ay ch ow da", "12 34", "%%% __"])
def test_beginnings_of_a_letter_or_two_are_too_short_however_many(world, typed):
    received()
    result = search(who("ben"), typed)
    assert (result.too_short, result.found) == (True, ())


def test_each_child_shown_is_written_down_in_one_go(world, desk):
    cases = {received(given_name=name).case_id for name in ("Ayaan", "Zofia")}
    ben = desk.as_("ben")
    with CaptureQueriesContext(connection) as asked:
        ben.get("/find/", {"q": "Chowdhury"})
    assert sum('INSERT INTO "ledger_viewing"' in query["sql"] for query in asked) == 1
    rows = Viewing.objects.all()
    assert {row.case_ref for row in rows} == cases
    assert {(row.page, row.actor_ref, row.authority) for row in rows} == {("search", who("ben").ref, "355")}


def test_what_was_found_and_not_shown_is_not_written_down(world, desk):
    for _ in range(MOST + 2):
        received()
    desk.as_("ben").get("/find/", {"q": "Chowdhury"})
    assert Viewing.objects.count() == MOST == 25


@pytest.mark.parametrize("typed", ["", "Ay", "Nobody"])
def test_nobody_shown_is_nobody_written_down(world, desk, typed):
    received()
    desk.as_("ben").get("/find/", {"q": typed})
    desk.get("/requests/")
    assert not Viewing.objects.exists()
