"""Another council's worker is a guest with a dated standing in the owning authority; a case never crosses over."""

from datetime import timedelta

import pytest

from accounts.models import Membership
from accounts.roles import AT_DOOR, Role
from accounts.selectors import bridge_of
from accounts.who import standing, visitor
from cases.models import Case
from cases.sight import visible_to
from core import clock
from referrals.selectors import queue
from tests import personas
from tests.factories.requests import received
from tests.personas import SALFORD, THURROCK

pytestmark = pytest.mark.django_db


def standing_at(name: str, code: str):
    return standing(personas.person(name), on=clock.today(), among=AT_DOOR["desk"], chosen=code)


def guest(name: str, code: str, **dates) -> None:
    """A place on another authority's Bridge: a row in the owning authority, like anybody's."""
    Membership.objects.create(
        authority_id=code,
        person=personas.person(name),
        role=Role.BRIDGE_WORKER,
        team=bridge_of(code),
        **{"since": personas.SINCE, **dates},
    )


def test_a_guest_sees_a_case_only_through_a_standing_in_the_owning_authority(desk):
    case = received().case
    page = f"/requests/{case.reference}/"
    tom = desk.as_("tom")
    assert tom.get(page).status_code == 404

    guest("tom", SALFORD)
    tom.post("/council/", {"authority": THURROCK})
    assert tom.get(page).status_code == 404, "he acts for Thurrock at the moment"

    tom.post("/council/", {"authority": SALFORD})
    assert tom.get(page).status_code == 200
    assert Case.objects.get(pk=case.pk).authority_id == SALFORD

    Membership.objects.filter(person=personas.person("tom"), authority_id=SALFORD).update(
        until=clock.today() - timedelta(days=1)
    )
    assert tom.get(page).status_code == 404


@pytest.mark.parametrize(
    ("dates", "sees"),
    [
        ({}, True),
        ({"since": personas.SINCE.replace(year=2027)}, False),
        ({"until": personas.SINCE + timedelta(days=30)}, False),
    ],
    ids=["today", "not yet", "no longer"],
)
def test_a_guests_standing_is_dated(world, dates, sees):
    reference = received().case.reference
    guest("tom", SALFORD, **dates)
    who = standing_at("tom", SALFORD)
    assert visible_to(who).filter(reference=reference).exists() == sees
    assert {row.reference for row in queue(who).rows} == ({reference} if sees else set())
    assert who.authority_id == (SALFORD if sees else THURROCK)


def test_one_person_with_two_standings_sees_each_authority_by_itself(world):
    guest("tom", SALFORD)
    here = received(by=visitor(SALFORD)).case.reference
    there = received(by=visitor(THURROCK)).case.reference
    assert {row.reference for row in queue(standing_at("tom", SALFORD)).rows} == {here}
    assert {row.reference for row in queue(standing_at("tom", THURROCK)).rows} == {there}
