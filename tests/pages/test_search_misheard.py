"""A name misheard on the telephone, misspelt or written another way is found, and hints at nobody it may not."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.who import visitor
from cases.search import search
from core.keys import new_key
from ledger.models import Viewing
from people.models import NameKey
from people.names.rebuild import rebuild
from sendpath.patrols import findings
from tests.factories.requests import received
from tests.pages.reading import text_of
from tests.personas import THURROCK, who

pytestmark = pytest.mark.django_db


def alike(typed: str) -> list[str]:
    return [one.name for one in search(who("ben"), typed).alike]


def anywhere(typed: str) -> list[str]:
    return [one.name for one in search(who("ben"), typed).shown]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Chowdhury", "Choudhry"), ("Chowdhury", "Chaudhary"), ("Chaudhary", "chowdree"), ("Chowdhury", "Chwodhury"),
        ("Shivaun", "Siobhan"), ("Siobhán", "Shivonne"), ("Nguyễn", "Win"), ("Nguyen", "Nuyen"),
        ("O'Brien", "OBrien"), ("O’Brien", "o brian"), ("OBrien", "O'Brien"), ("Mohammed", "Muhammad"),
        ("Muhamad", "Mohamed"), ("Smith-Jones", "smithjones"), ("Smith Jones", "Smith-Jones"), ("Smith-Jones", "Jons"),
        ("De Souza", "DeSouza"), ("D’Souza", "de soosa"), ("Łukasz", "Lukash"), ("Wojciech", "Voytek"),
        ("Zofia", "Sophia"), ("Aoife", "Eefa"), ("Caoimhe", "Keeva"), ("Khadija", "Hadeeja"), ("Yusuf", "Joseph"),
        ("Thompson", "Tomson"), ("Jakub", "Yakoob"), ("Kowalczyk", "Kovalchik"), ("Ayesha", "Iisha"),
        ("Catherine", "Katharyn"), ("Phoebe", "Feebie"), ("Abdul-Rahman", "abdurahman"), ("Nwachukwu", "Wachuku"),
        ("Kezia", "kesia"), ("Kesia", "Keisha"),
    ],
)  # fmt: skip
def test_a_name_as_it_was_heard(world, name, typed):
    received(given_name="Robin", family_name=name)
    received(given_name="Robin", family_name="Pemberton")
    assert anywhere(typed) == [f"Robin {name}"]


@pytest.mark.parametrize("typed", ["Ayan Choudhry", "Choudhry Ayan", "ian chowdree", "Choudhury, Ayyan"])
def test_both_names_misheard_in_either_order(world, typed):
    received(given_name="Zofia", family_name="Pemberton")
    received()
    assert alike(typed)[0] == "Ayaan Chowdhury"


def test_those_named_so_come_first_and_then_the_likest(world):
    for family_name in ("Chaudhary", "Chowdhury", "Choudhry"):
        received(family_name=family_name)
    result = search(who("ben"), "Choudhry")
    assert [one.name for one in result.found] == ["Ayaan Choudhry"]
    assert [one.name for one in result.alike] == ["Ayaan Chowdhury", "Ayaan Chaudhary"]


def test_what_a_child_is_called_is_heard_too(world):
    received(given_name="Mohammed", preferred_name="Zeeshan", family_name="Khan")
    assert anywhere("Zishan Kahn") == ["Mohammed Khan"]


def test_a_date_of_birth_beside_the_name_leaves_the_one_child(world):
    received(born_on=date(2018, 6, 14))
    received(born_on=date(2017, 6, 14))
    assert len(anywhere("Choudhry")) == 2
    assert [one.born_on for one in search(who("ben"), "Choudhry 14/6/2018").shown] == [date(2018, 6, 14)]
    assert [one.born_on for one in search(who("ben"), "2017-06-14 chowd").found] == [date(2017, 6, 14)]
    assert search(who("ben"), "Chowdhury 31/2/2018").shown == ()


@pytest.mark.parametrize("typed", ["Pemberley", "Xqzt", "Ng"])
def test_names_that_are_not_alike_are_not_offered(world, typed):
    received()
    received(given_name="Zofia", family_name="Lis")
    assert anywhere(typed) == []


def test_another_councils_child_costs_and_looks_the_same_as_nobody(world, desk):
    """Tom is at Thurrock: he asks for a child of Salford by a misheard name, and for one there is nowhere."""
    received(given_name="Xanthippa", family_name="Zabludowicz")
    received(by=visitor(THURROCK), given_name="Noor", family_name="Lis")
    tom, pages, asked = desk.as_("tom"), [], []
    for typed in ("Zabludovitch", "Qwertyuiopas", "Zabludowicz"):
        tom.get("/find/", {"q": typed})
        with CaptureQueriesContext(connection) as queries:
            page = tom.get("/find/", {"q": typed}).content.decode()
        asked.append(len(queries))
        pages.append(re.sub(r'value="[A-Za-z0-9]{64}"', "", page).replace(typed, "X"))
    assert pages[0] == pages[1] == pages[2]
    assert asked[0] == asked[1] == asked[2]
    assert not Viewing.objects.exists()


def test_a_child_of_ones_own_council_on_no_case_of_ones_own_is_not_hinted_at(world, desk):
    received()
    coordinator = desk.as_("ehc_coordinator")
    unseen, nobody = (text_of(coordinator.get("/find/", {"q": typed})) for typed in ("Choudhry", "Zzyzxian"))
    assert unseen.replace("Choudhry", "X") == nobody.replace("Zzyzxian", "X")


def test_the_page_asks_whether_you_meant_them(world, desk):
    received()
    page = text_of(desk.as_("ben").get("/find/", {"q": "Choudhry"}))
    assert "Nobody is called “Choudhry”. Did you mean one of these?" in page
    assert "Ayaan Chowdhury" in page


def test_everybody_shown_is_written_down_the_alike_too(world, desk):
    case = received().case
    desk.as_("ben").get("/find/", {"q": "Choudhry"})
    assert [row.case_ref for row in Viewing.objects.all()] == [case.pk]


def test_the_patrol_misses_a_key_and_finds_one_too_many_and_the_command_puts_it_right(world):
    case = received().case
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM people_namekey WHERE key LIKE '~X%%'")
        cursor.execute(
            "INSERT INTO people_namekey (id, authority, case_ref, key, name) VALUES (%s, '355', %s, '~Q', 'q')",
            [new_key(), new_key()],
        )
    found = [(finding.what, finding.authority, finding.about) for finding in findings()]
    assert ("a child who is not found by the sound of their name", "355", str(case.pk)) in found
    assert [what for what, _, _ in found].count("a name of a child who is not there") == 1
    assert rebuild() == 1
    assert list(findings()) == []
    assert not NameKey.objects.filter(key="~Q").exists()
    assert rebuild() == 0
