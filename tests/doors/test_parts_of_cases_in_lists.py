"""What a list may show of a part of a case is what the case's own page would: one question, asked of many or of one."""

import pytest

from accounts.rules import Away
from cases import sight
from cases.actions.staff.absence import enter
from cases.models import Case
from cases.words import Capacity, Part
from core import clock
from tests.acts.test_who_a_child_is import put_on
from tests.doors.test_the_list_and_the_door_agree import grant
from tests.doors.walk import lay_out
from tests.personas import SALFORD, STANDINGS, person, who

pytestmark = pytest.mark.django_db


@pytest.fixture
def cases(world) -> list[Case]:
    lay_out()
    return list(Case.objects.order_by("pk"))


@pytest.mark.parametrize("name", [name for name, (role, _) in STANDINGS.items() if role])
@pytest.mark.parametrize("part", Part)
def test_the_list_and_the_case_agree(cases, name, part):
    asker = who(name)
    shown = set(sight.open_in(asker, part).values_list("pk", flat=True))
    opened = {case.pk for case in cases if sight.may_see(asker, case) and part in sight.parts_open_to(asker, case)}
    assert shown == opened


def test_some_see_something_and_some_do_not(cases):
    assert sight.open_in(who("ben"), Part.CONTACT).count() == Case.objects.filter(authority=SALFORD).count() > 0
    assert sight.open_in(who("stella"), Part.CONTACT).count() == 0


@pytest.mark.parametrize("part", Part)
def test_they_agree_about_a_person_named_on_one_case(cases, part):
    ours = next(case for case in cases if case.authority_id == SALFORD)
    grant(ours, "stella", "live")
    shown = set(sight.open_in(who("stella"), part).values_list("pk", flat=True))
    assert shown == ({ours.pk} if part in sight.parts_open_to(who("stella"), ours) else set())


@pytest.mark.parametrize("part", Part)
def test_they_agree_about_whoever_answers_for_a_colleague_who_is_away(cases, part):
    ours = next(case for case in cases if case.authority_id == SALFORD)
    put_on(ours, "ehc_coordinator", Capacity.OWNER)
    today = clock.today()
    enter(Away(person("ehc_coordinator").pk, today, today, person("social_worker").pk), by=who("ehc_coordinator"))
    shown = set(sight.open_in(who("social_worker"), part).values_list("pk", flat=True))
    assert shown == ({ours.pk} if part in sight.parts_open_to(who("social_worker"), ours) else set())
    assert sight.open_in(who("social_worker"), Part.CONTACT).exists()
