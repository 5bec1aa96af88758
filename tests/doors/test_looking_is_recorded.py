"""Every time a case is opened, somebody is written down. A try that fails leaves nothing."""

import pytest

from cases.actions.join import join
from ledger.models import Viewing
from tests.doors.sweep import code_of, filled, table
from tests.doors.walk import Visit, lay_out
from tests.personas import SALFORD, who

pytestmark = pytest.mark.django_db
UNDER_A_CASE = ("/requests/{", "/cases/{", "/files/{")


def lines(name: str, code: str) -> list:
    """The lines of the desk's table that are about one case, and that answer this person so."""
    return [
        line
        for line in table("desk")
        if line.method == "GET" and line.path.startswith(UNDER_A_CASE) and line.expected[name] == code
    ]


def test_there_are_such_addresses():
    assert {line.path.split("{")[0] for line in lines("ben", "200")} == {"/requests/", "/cases/", "/files/"}


@pytest.mark.parametrize("name", ["ben", "carys", "tom", "irene"])
def test_opening_any_page_of_a_case_writes_who_and_which(world, name, monkeypatch):
    objects, visit, noted = lay_out(), Visit("desk", name), []
    monkeypatch.setattr("ledger.looking.Viewing.objects.create", lambda **row: noted.append(row))
    for line in lines(name, "200"):
        noted.clear()
        assert code_of(visit.ask("GET", *filled(line, objects))) == "200"
        assert noted, f"nobody was written down for {line.path}"
        place = line.path.partition("{")[2].partition("}")[0]
        case = objects.case_of.get(place) or objects.case_of["amina"]
        assert {row["actor_ref"] for row in noted} == {who(name).ref}
        assert case in {row["case_ref"] for row in noted}
        assert {row["authority"] for row in noted} == {who(name).authority_id}


@pytest.mark.parametrize("name", ["ben", "dev", "tom", "eve", "amina", "nobody", "half"])
def test_a_try_that_fails_leaves_no_line(world, name):
    objects, visit = lay_out(), Visit("desk", name)
    for line in table("desk"):
        if line.path.startswith(UNDER_A_CASE) and line.method == "GET" and line.expected[name] != "200":
            visit.ask("GET", *filled(line, objects))
    assert not Viewing.objects.exists()


def test_the_line_is_kept_and_shown_to_whoever_asks_who_has_looked(world, desk):
    reference = lay_out().places["amina"]
    desk.as_("ben").get(f"/requests/{reference}/")
    desk.as_("carys").get(f"/cases/{reference}/")
    page = desk.as_("carys").get(f"/cases/{reference}/looked/").content.decode()
    assert Viewing.objects.count() == 3
    for said in ("Ben", "Carys", "Request", "Case", "Who has looked"):
        assert said in page


def test_a_refused_settling_is_a_looking_too(world, desk):
    reference = lay_out().places["priya"]
    desk.as_("ben").post(f"/requests/{reference}/", {"answer": "", "reason": ""})
    assert Viewing.objects.get().page == "request"


def test_a_page_that_shows_two_joined_records_is_written_down_for_both(world, desk):
    objects = lay_out()
    own, joined = objects.case_of["amina"], objects.case_of["joined"]
    join(joined, own, because="One child.", by=who("ben"))
    for place, first in (("joined", joined), ("amina", own)):
        before = set(Viewing.objects.values_list("pk", flat=True))
        assert desk.as_("ben").get(f"/cases/{objects.places[place]}/").status_code == 200
        seen = Viewing.objects.exclude(pk__in=before)
        assert set(seen.values_list("case_ref", flat=True)) == {own, joined}, first
    assert {row.authority for row in Viewing.objects.all()} == {SALFORD}
