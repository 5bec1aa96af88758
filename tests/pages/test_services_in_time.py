"""How a service keeps its promise by month, how much waits, and that those outside see no small number."""

from datetime import date, timedelta

import pytest

from core import clock
from core.past import hold
from pathway.actions.answer_for_service import answer_for_service
from provision.actions.answer import Written
from provision.in_time import Kept, first_of_months, months_of, room_of, share_of
from provision.words import ServiceSaid
from tests.acts.test_asked_of_services import elin, passed, service  # noqa: F401  the service and its psychologist

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
YES = Written("We visit.")


def words(response) -> str:
    return " ".join(response.content.decode().split())


def ago(days: int):
    return hold(clock.now() - timedelta(days=days))


@pytest.fixture
def a_history(service):  # noqa: F811
    """Two in October, one answered in time and one late; three this month, one answered and two waiting."""
    with ago(40):
        first, second = passed(service, given_name="Ada"), passed(service, given_name="Bea")
    with ago(35):
        answer_for_service(first.pk, ServiceSaid.TAKEN, YES, by=elin())
    with ago(3):
        answer_for_service(second.pk, ServiceSaid.TAKEN, YES, by=elin())
        third = passed(service, given_name="Cai")
        passed(service, given_name="Dot")
    with ago(1):
        answer_for_service(third.pk, ServiceSaid.MORE, Written("The last review?"), by=elin())
    passed(service, given_name="Eli")
    return service


def test_the_share_is_never_rounded_up():
    assert (share_of(269, 31), share_of(9, 1), share_of(0, 0)) == (89, 90, None)


def test_twelve_months_end_with_this_one():
    firsts = first_of_months(date(2026, 1, 31))
    assert firsts[:2] == [date(2026, 1, 1), date(2025, 12, 1)]
    assert (firsts[-1], len(firsts)) == (date(2025, 2, 1), 12)


def test_each_request_is_counted_once_in_its_month(a_history):
    november, october, *rest = months_of(a_history, TODAY)
    assert (october.first, october.counts, october.share) == (date(2026, 10, 1), [1, 1, 0], 50)
    assert (november.counts, november.share) == ([1, 0, 2], 100)
    assert all(month.counts == [0, 0, 0] and month.share is None for month in rest)
    room = room_of(a_history)
    assert (room.waiting, room.longest, room.taken, room.room, room.usual) == (3, 3, 2, 40, 21)


def test_managers_and_the_team_see_every_number_and_open_its_list(desk, a_history):
    for name in ("carys", "educational_psychologist"):
        reader = desk.as_(name)
        page = words(reader.get(f"/services/{a_history.pk}/in-time/"))
        assert "66 in 100 were answered in time in the last 12 months; 90 are promised." in page
        assert "<b>2 of 40</b> places are taken" in page
        late = words(reader.get(f"/services/{a_history.pk}/in-time/?month=2026-10&of={Kept.LATE}"))
        assert "Bea Chowdhury" in late and "Ada Chowdhury" not in late
        assert reader.get(f"/services/{a_history.pk}/in-time/?month=nonsense&of=x").status_code == 200


def test_who_plans_sees_no_small_number_and_no_child(desk, a_history):
    counter = desk.as_("commissioner")
    for more in ("", f"?month=2026-10&of={Kept.LATE}"):
        page = words(counter.get(f"/services/{a_history.pk}/in-time/{more}"))
        assert "hidden" in page and "No share can be told" in page and "Fewer than 5" in page
        assert "Chowdhury" not in page and "of=late" not in page


def test_others_do_not_see_it(desk, a_history):
    for name in ("ben", "adviser", "tom", "dev", "stella"):
        assert desk.as_(name).get(f"/services/{a_history.pk}/in-time/").status_code == 404
