"""One named person answers for a case's deadlines, or the team does: on the lists, in history, and day by day."""

from datetime import timedelta

import pytest

from accounts.models import Membership
from cases.actions.name_owner import Why, name_owner
from cases.models import Caseload, Involvement
from cases.standing_by import owner_of
from cases.words import Capacity
from core import clock
from core.events import Event
from core.past import hold
from core.refusals import NotAllowed, Refused
from ledger.models import Entry
from referrals.words import AsksFor
from sendpath.patrols import findings
from tests.conftest import NOW
from tests.factories.requests import received
from tests.personas import SALFORD, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(world):
    return received(AsksFor.ASSESSMENT).case


def answers(case) -> str:
    return owner_of(SALFORD, case.pk, clock.today()).hearer.name


def test_the_team_answers_until_somebody_is_named_and_again_after(case, world):
    assert answers(case) == "The Bridge"
    name_owner(case.pk, person("ben").pk, by=world.who("carys"))
    assert answers(case) == "Ben"
    name_owner(case.pk, None, by=world.who("ben"))
    assert answers(case) == "The Bridge"
    said = [row.facts["taken"] for row in Entry.objects.filter(event=Event.OWNER_NAMED).order_by("recorded_at", "pk")]
    assert said == ["yes", "no"]
    assert list(findings()) == []


def test_the_case_stands_on_their_list_and_leaves_it(case, world):
    def lists():
        return set(Caseload.objects.filter(case=case).exclude(person=None).values_list("person__name", flat=True))

    name_owner(case.pk, person("ben").pk, by=world.who("carys"))
    assert lists() == {"Ben"}
    name_owner(case.pk, person("carys").pk, by=world.who("ben"))
    assert lists() == {"Carys"}
    name_owner(case.pk, None, by=world.who("ben"))
    assert lists() == set()
    assert Caseload.objects.filter(case=case).count() == 1, "the team's own list keeps it"


def test_who_answered_on_which_day_stays_on_record(case, world):
    name_owner(case.pk, person("ben").pk, by=world.who("carys"))
    with hold(NOW + timedelta(days=3)):
        name_owner(case.pk, person("carys").pk, by=world.who("carys"))
        today = clock.today()
    rows = Involvement.objects.filter(case=case, capacity=Capacity.OWNER).order_by("since")
    assert [(row.person.name, row.since, row.until) for row in rows] == [
        ("Ben", today - timedelta(3), today - timedelta(1)),
        ("Carys", today, None),
    ]


def test_naming_the_same_person_again_leaves_no_trace(case, world):
    for _ in range(2):
        name_owner(case.pk, person("ben").pk, by=world.who("carys"))
    assert Entry.objects.filter(event=Event.OWNER_NAMED).count() == 1
    name_owner(received(AsksFor.HELP).case_id, None, by=world.who("carys"))
    assert Entry.objects.filter(event=Event.OWNER_NAMED).count() == 1


@pytest.mark.parametrize("name", ["tom", "stella", "dev", "amina", "eve"])
def test_whoever_does_not_work_on_cases_here_cannot_be_named(case, world, name):
    with pytest.raises(Refused) as refusal:
        name_owner(case.pk, person(name).pk, by=world.who("carys"))
    assert refusal.value.reasons == (Why.NOT_HERE,)


def test_whoever_has_left_or_can_no_longer_sign_in_cannot_be_named(case, world):
    ben = person("ben")
    ben.is_active = False
    ben.save()
    with pytest.raises(Refused):
        name_owner(case.pk, ben.pk, by=world.who("carys"))
    Membership.objects.filter(person=person("hal")).update(until=clock.today() - timedelta(days=1))
    with pytest.raises(Refused):
        name_owner(case.pk, person("hal").pk, by=world.who("carys"))


@pytest.mark.parametrize("name", ["hal", "stella", "dev", "amina", "tom", "irene"])
def test_only_the_bridge_of_this_council_names(case, world, name):
    with pytest.raises(NotAllowed):
        name_owner(case.pk, person("ben").pk, by=world.who(name))
