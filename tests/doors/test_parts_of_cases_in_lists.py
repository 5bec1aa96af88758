"""What a list may show of a part of a case is what the case's own page would: one question, asked of many or of one."""

import pytest

from cases import access
from cases.models import Case
from cases.words import Part
from tests.doors.test_the_list_and_the_door_agree import grant
from tests.doors.walk import lay_out
from tests.personas import SALFORD, STANDINGS, who

pytestmark = pytest.mark.django_db


@pytest.fixture
def cases(world) -> list[Case]:
    lay_out()
    return list(Case.objects.order_by("pk"))


@pytest.mark.parametrize("name", [name for name, (role, _) in STANDINGS.items() if role])
@pytest.mark.parametrize("part", Part)
def test_the_list_and_the_case_agree(cases, name, part):
    asker = who(name)
    shown = set(access.open_in(asker, part).values_list("pk", flat=True))
    opened = {case.pk for case in cases if access.may_see(asker, case) and part in access.parts_open_to(asker, case)}
    assert shown == opened


def test_some_see_something_and_some_do_not(cases):
    assert access.open_in(who("ben"), Part.CONTACT).count() == Case.objects.filter(authority=SALFORD).count() > 0
    assert access.open_in(who("stella"), Part.CONTACT).count() == 0


@pytest.mark.parametrize("part", Part)
def test_they_agree_about_a_person_named_on_one_case(cases, part):
    ours = next(case for case in cases if case.authority_id == SALFORD)
    grant(ours, "stella", "live")
    shown = set(access.open_in(who("stella"), part).values_list("pk", flat=True))
    assert shown == ({ours.pk} if part in access.parts_open_to(who("stella"), ours) else set())
