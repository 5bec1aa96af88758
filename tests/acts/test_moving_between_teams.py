"""A colleague moves to another team, or out of one, from a day; the role goes on, and history says so."""

from datetime import date, timedelta

import pytest

from accounts.models import Membership, Team
from accounts.roles import Role
from accounts.standing import memberships
from cases.actions.staff.move import Why, could_join, move
from cases.actions.staff.team import end_team
from cases.sight import visible_to
from core import clock
from core.events import Event
from core.refusals import NotAllowed, Refused
from ledger.models import Entry
from ledger.words import say
from tests.acts.test_setting_up import caf, given_to
from tests.factories.requests import received
from tests.personas import SALFORD, SINCE, person, who

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
MONDAY = date(2026, 11, 23)


@pytest.fixture
def north(world) -> Team:
    return caf()


def standing(name: str) -> Membership:
    return person(name).memberships.get()


def team_on(name: str, day: date) -> list[str]:
    rows = memberships(day).filter(person=person(name)).select_related("team")
    return [row.team.name if row.team else "" for row in rows]


def test_from_the_day_on_the_new_team_and_until_the_day_before_the_old(north):
    row = standing("ben")
    new = move(row.person_id, row.pk, north.pk, MONDAY, by=who("dev"))
    row.refresh_from_db()
    assert (row.since, row.until) == (SINCE, MONDAY - timedelta(1))
    assert (new.since, new.until, new.role, new.agency_id) == (MONDAY, None, Role.BRIDGE_WORKER, row.agency_id)
    assert team_on("ben", MONDAY - timedelta(1)) == ["The Bridge"]
    assert team_on("ben", MONDAY) == ["CAF North"]
    entry = Entry.objects.get(event=Event.STANDING_CHANGED)
    assert (entry.about, entry.facts) == (
        row.person_id, {"how": "moved", "role": "bridge_worker", "since": "2026-11-23"},
    )  # fmt: skip
    assert say(Event.STANDING_CHANGED, entry.facts, TODAY) == "Moved to another team"


def test_what_they_see_goes_with_the_team_from_today(north):
    theirs, the_bridges = received().case, received().case
    given_to(north, theirs)
    row = standing("ben")
    assert set(visible_to(who("ben"))) == {the_bridges}
    move(row.person_id, row.pk, north.pk, clock.today(), by=who("dev"))
    assert set(visible_to(who("ben"))) == {theirs}


def test_a_role_that_has_not_begun_is_put_into_the_other_team_whole(north):
    row = standing("social_worker")
    Membership.objects.filter(pk=row.pk).update(since=MONDAY)
    assert move(row.person_id, row.pk, north.pk, TODAY, by=who("dev")).pk == row.pk
    assert Membership.objects.get(person=row.person_id).team == north


def test_a_last_day_stays_the_last_day(north):
    row = standing("social_worker")
    Membership.objects.filter(pk=row.pk).update(until=MONDAY)
    assert move(row.person_id, row.pk, north.pk, TODAY, by=who("dev")).until == MONDAY


def test_out_of_a_team_and_in_again(north):
    row = standing("social_worker")
    inside = move(row.person_id, row.pk, north.pk, TODAY, by=who("dev"))
    move(row.person_id, inside.pk, None, MONDAY, by=who("dev"))
    assert team_on("social_worker", TODAY) == ["CAF North"]
    assert team_on("social_worker", MONDAY) == [""]
    assert [entry.facts["how"] for entry in Entry.objects.filter(event=Event.STANDING_CHANGED).order_by("pk")] == [
        "moved", "teamless",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "to", "on", "why"),
    [
        ("social_worker", "CAF North", TODAY - timedelta(1), Why.PAST),
        ("ben", "The Bridge", MONDAY, Why.THERE),
        ("ben", None, MONDAY, Why.THE_BRIDGE),
        ("social_worker", None, MONDAY, Why.THERE),
        ("social_worker", "CAF North", MONDAY, Why.OVER),
        ("social_worker", "To come", TODAY, Why.NOT_YET),
        ("social_worker", "The Bridge", MONDAY + timedelta(30), Why.AFTER),
    ],
)
def test_what_cannot_be(north, name, to, on, why):
    Team.objects.create(authority_id=SALFORD, name="To come", kind="caf", mailbox="x@y.example", since=MONDAY)
    row = standing(name)
    if why == Why.OVER:
        end_team(north.pk, MONDAY, by=who("dev"))
    if why == Why.AFTER:
        Membership.objects.filter(pk=row.pk).update(until=MONDAY)
    team = Team.objects.get(authority_id=SALFORD, name=to).pk if to else None
    with pytest.raises(Refused) as refused:
        move(row.person_id, row.pk, team, on, by=who("dev"))
    assert refused.value.reasons == (why,)
    assert not Entry.objects.filter(event=Event.STANDING_CHANGED).exists()


@pytest.mark.parametrize("by", ["ben", "carys", "hal", "petra", "ina"])
def test_nobody_moves_them_but_an_administrator(north, by):
    row = standing("social_worker")
    with pytest.raises(NotAllowed):
        move(row.person_id, row.pk, north.pk, TODAY, by=who(by))
    assert Membership.objects.get(person=row.person_id).team is None


def test_nobody_moves_themselves_nor_anybody_or_any_team_of_another_council(north):
    for name, team in (("dev", north.pk), ("tom", north.pk), ("ben", standing("tom").team_id)):
        row = standing(name)
        with pytest.raises((Refused, NotAllowed, Team.DoesNotExist, type(row.person).DoesNotExist)):
            move(row.person_id, row.pk, team, MONDAY, by=who("dev"))
    assert not Entry.objects.filter(event=Event.STANDING_CHANGED).exists()


def test_who_could_join_is_whoever_is_not_in_it_and_not_oneself(north):
    bridge = standing("ben").team_id
    names = [row.person.name for row in could_join(bridge, by=who("dev"))]
    assert "Social worker" in names
    assert {"Ben", "Carys", "Dev", "Tom", "Amina", "Ina"} & set(names) == set()
