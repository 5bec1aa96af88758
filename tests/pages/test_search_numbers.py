"""A child is found by a number that somebody else gave them, by whoever may read that number, and by nobody else."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.actions.child.details import change_details
from cases.actions.join import join
from cases.models import Case
from cases.search import search
from cases.words import Capacity
from ledger.models import Viewing
from people.typed_number import as_number
from tests.acts.test_who_a_child_is import put_on
from tests.doors.test_the_list_and_the_door_agree import grant
from tests.factories.children import details
from tests.factories.requests import received
from tests.pages.reading import text_of
from tests.personas import who

pytestmark = pytest.mark.django_db
NHS, NOBODYS = "943 476 5919", "401 023 2137"


@pytest.fixture
def ayaan(world) -> Case:
    case = received().case
    change_details(case.pk, details(), by=who("ben"))
    return Case.objects.get(pk=case.pk)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ("9434765919", "nhs_number"), ("943 476 5919", "nhs_number"), ("943-476-5919", "nhs_number"),
        (" NHS no. 943 476 5919", "nhs_number"), ("nhs number: 9434765919", "nhs_number"),
        ("H801200001001", "upn"), ("h801 2000 01001", "upn"), ("UPN H801200001001", "upn"), ("R35520012300A", "upn"),
        ("1000000000", "uln"), ("10 0000 0000", "uln"), ("ULN 1000000000", "uln"),
    ],
)  # fmt: skip
def test_a_number_is_known_however_it_is_typed(typed, field):
    assert as_number(typed).field == field


@pytest.mark.parametrize(
    "typed",
    ["Ayaan", "14/6/2018", "14 06 2018", "14-06-2018", "2018-06-14", "SAL-7KQ4-MXT9", "Ayaan 14/6/2018", "Upnor", "",
     "NHS", "12345678", "Ayaan 2018"],
)  # fmt: skip
def test_what_is_no_number_is_looked_for_as_before(typed):
    assert as_number(typed) is None


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("943 476 5917", "neither an NHS number nor a ULN: one of its digits must be wrong"),
        ("943 476 591", "10 digits. This has 9"),
        ("NHS 943 476 5918", "This is not an NHS number: one of its digits must be wrong"),
        ("ULN 0123456789", "does not begin with 0"),
        ("A801200001001", "first letter does not fit"),
        ("H80120000100", "13 characters. This has 12"),
    ],
)
def test_a_slip_is_said_and_nothing_is_looked_for(ayaan, desk, typed, says):
    page = text_of(desk.as_("ben").get("/find/", {"q": typed}))
    assert says in page
    assert f"You typed “{typed}”" in page
    assert "Nothing was looked for" in page
    assert "Ayaan" not in page


@pytest.mark.parametrize("typed", [NHS, "9434765919", "h801200001001", "ULN 10 0000 0000"])
def test_the_child_is_found_and_it_is_written_down(ayaan, desk, typed):
    page = text_of(desk.as_("ben").get("/find/", {"q": typed}))
    assert "1 record carries this" in page
    assert ayaan.reference in page
    assert [row.case_ref for row in Viewing.objects.filter(page="search")] == [ayaan.pk]


def page_of(client, typed: str) -> tuple[str, int]:
    """What a search shows, without what was typed, and how often it asks."""
    client.get("/find/", {"q": typed})
    with CaptureQueriesContext(connection) as queries:
        page = client.get("/find/", {"q": typed}).content.decode()
    return re.sub(r'value="[A-Za-z0-9]{64}"', "", page).replace(typed, "X"), len(queries)


@pytest.mark.parametrize("asker", ["tom", "social_worker", "ehc_coordinator"])
def test_the_number_of_an_unseen_child_looks_and_costs_as_nobodys(ayaan, desk, asker):
    """Tom is at another council; the others are on no case."""
    client = desk.as_(asker)
    assert page_of(client, NHS) == page_of(client, NOBODYS)


def test_who_is_named_on_the_case_and_may_not_read_its_numbers_finds_nothing_by_them(ayaan, desk):
    """They see who the child is, and find them by name: the number lies in a part that is not open to them."""
    grant(ayaan, "social_worker", "live")
    client = desk.as_("social_worker")
    assert ayaan.reference in text_of(client.get("/find/", {"q": "Ayaan"}))
    assert page_of(client, NHS) == page_of(client, NOBODYS)
    put_on(ayaan, "social_worker", Capacity.ADVISER)
    assert ayaan.reference in page_of(client, NHS)[0]


def test_a_number_on_two_childrens_records_is_said_to_whoever_may_read_both(ayaan, desk):
    other = received(given_name="Bilal").case
    change_details(other.pk, details(given_name="Bilal", upn="", uln=""), by=who("ben"))
    said = text_of(desk.as_("ben").get("/find/", {"q": NHS}))
    assert "2 records carry this NHS number" in said
    assert "One NHS number, more than one child" in said
    put_on(ayaan, "health_adviser", Capacity.ADVISER)
    told = text_of(desk.as_("health_adviser").get("/find/", {"q": NHS}))
    assert "1 record carries this NHS number" in told
    assert "more than one child" not in told
    join(other.pk, ayaan.pk, because="One child.", by=who("ben"))
    assert not search(who("ben"), NHS).twice, "two records of one child"


def test_the_bridge_finds_every_number_that_stands_twice_where_nothing_is_typed(ayaan, desk):
    ben = desk.as_("ben")
    assert "more than one child’s record" not in text_of(ben.get("/find/"))
    other = received(given_name="Bilal").case
    change_details(other.pk, details(given_name="Bilal", nhs_number="", uln=""), by=who("ben"))
    page = text_of(ben.get("/find/"))
    assert "One number on more than one child’s record" in page
    assert ayaan.reference in page and other.reference in page and "UPN:" in page
    assert "NHS number:" not in page
    put_on(ayaan, "ehc_coordinator", Capacity.COORDINATOR)
    assert "more than one child’s record" not in text_of(desk.as_("ehc_coordinator").get("/find/"))
    join(other.pk, ayaan.pk, because="One child.", by=who("ben"))
    assert "more than one child’s record" not in text_of(desk.as_("ben").get("/find/"))


@pytest.mark.parametrize("typed", [NHS, "H801200001001", "1000000000"])
def test_a_number_is_read_from_its_index(ayaan, typed):
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO people_child (id, authority, case_ref, given_name, family_name, preferred_name, born_on,"
            " home_postcode, learns_at, nhs_number, upn, uln) SELECT gen_random_uuid(), '355', gen_random_uuid(), 'A',"
            " 'B', '', '2018-01-01', '', '', n::text, n::text, n::text FROM generate_series(1, 20000) n"
        )
        cursor.execute("ANALYZE people_child")
        with CaptureQueriesContext(connection) as asked:
            search(who("ben"), typed)
        sql = next(one["sql"] for one in asked if "people_child" in one["sql"])
        cursor.execute("EXPLAIN " + sql)
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert f"children_by_{as_number(typed).field}" in plan
    assert "Seq Scan on people_child" not in plan
