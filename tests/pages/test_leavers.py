"""Somebody leaves: the same command that admitted them ends it, and the day after they are nobody here."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command

from accounts.models import Membership
from core.past import hold
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
BEN = ("admit", "ben@people.example", "Ben", "--authority", "355", "--role", "bridge_worker")
TODAY = NOW.date().isoformat()


def said(*command: str) -> str:
    out = StringIO()
    call_command(*command, stdout=out)
    return out.getvalue()


def of_ben() -> list:
    standings = Membership.objects.filter(person__email="ben@people.example").order_by("since")
    return list(standings.values_list("until", flat=True))


def test_a_last_day_ends_the_standing_there_is_and_says_so(world):
    assert "Ben stops being Bridge worker at Salford City Council after 18 November 2026." in said(
        *BEN, "--until", TODAY
    )
    assert of_ben() == [NOW.date()]
    assert "already is" in said(*BEN, "--until", TODAY)
    assert "goes on being" in said(*BEN)
    assert of_ben() == [None]


def test_the_leavers_live_session_opens_nothing_the_day_after(world, desk):
    ben = desk.as_("ben")
    said(*BEN, "--until", TODAY)
    assert ben.get("/requests/").status_code == 200, "the last day is a day of work"
    with hold(NOW + timedelta(days=1)):
        assert ben.get("/requests/").status_code == 404
        assert ben.get("/").status_code == 403


def test_the_teams_page_lists_them_no_longer(world, desk):
    carys = desk.as_("carys")
    assert "ben@people.example" in carys.get("/teams/").content.decode()
    said(*BEN, "--until", TODAY)
    with hold(NOW + timedelta(days=1)):
        assert "ben@people.example" not in carys.get("/teams/").content.decode()


def test_somebody_new_may_be_admitted_for_a_while(world):
    words = said(
        "admit", "new@people.example", "New", "--authority", "355", "--role", "parent", "--until", "2027-03-31"
    )
    assert "New is Parent at Salford City Council from today until 31 March 2027." in words


def test_somebody_who_left_may_be_admitted_again(world):
    said(*BEN, "--until", TODAY)
    with hold(NOW + timedelta(days=1)):
        assert "from today" in said(*BEN)
    assert of_ben() == [NOW.date(), None]
