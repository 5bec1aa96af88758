"""How much of a service goes to the most vulnerable children: counted by the day, and nothing told of one child."""

from datetime import date, timedelta

import pytest

from cases.actions.markers import mark, marker_over
from cases.marker_words import Marker
from core import clock
from core.past import hold
from pathway.actions.answer_for_service import answer_for_service
from provision.actions.answer import Written
from provision.reach import reach_of
from provision.words import ServiceSaid
from tests.acts.test_asked_of_services import elin, passed, service  # noqa: F401  the service and its psychologist
from tests.pages.reading import text_of
from tests.personas import who

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)


def marked(row, *kinds: Marker) -> None:
    for kind in kinds:
        mark(row.case_id, kind, TODAY - timedelta(days=50), "The social worker", by=who("ben"))


def take_on(row) -> None:
    answer_for_service(row.pk, ServiceSaid.TAKEN, Written("We visit."), by=elin())


@pytest.fixture
def eighteen(service):  # noqa: F811
    """Eighteen requests: six for children in care, of whom five were taken on, one on a plan; six of the others too."""
    rows = [passed(service, given_name=f"Child{number}") for number in range(18)]
    for row in rows[:6]:
        marked(row, Marker.LOOKED_AFTER)
    marked(rows[0], Marker.CHILD_PROTECTION)
    for row in (*rows[:5], *rows[6:12]):
        take_on(row)
    return service


def table(reader, service) -> str:  # noqa: F811
    return text_of(reader.get(f"/services/{service.pk}/reach/"))


def test_a_request_counts_by_what_was_so_on_its_day(service):  # noqa: F811
    with hold(clock.now() - timedelta(days=20)):
        before = passed(service, given_name="Ada")
    row = mark(before.case_id, Marker.IN_NEED, TODAY - timedelta(days=10), "Social care", by=who("ben"))
    assert reach_of(service, list(Marker), TODAY).asked == (0, 1), "it began after the request"
    marker_over(before.case_id, row.pk, None, by=who("ben"))
    old = mark(before.case_id, Marker.IN_NEED, TODAY - timedelta(days=60), "Social care", by=who("ben"))
    marker_over(before.case_id, old.pk, TODAY - timedelta(days=15), by=who("ben"))
    found = reach_of(service, list(Marker), TODAY)
    assert found.asked == (1, 0), "it was so then"
    assert found.kinds[Marker.IN_NEED] == (1, 0, 0), "and is not today"
    assert reach_of(service, [Marker.LOOKED_AFTER], TODAY).asked == (0, 1)


def test_whoever_oversees_reads_every_number_and_each_kind(desk, eighteen):
    page = table(desk.as_("carys"), eighteen)
    assert "6 of 18 requests are for children with priority, 33 in 100" in page
    assert "Requests passed on in the last 12 months 6 18 33" in page
    assert "Of these, taken on 5 11 45" in page
    assert "On a child protection plan 1 1 1" in page


def test_the_team_and_those_who_plan_read_no_small_number(desk, eighteen):
    for name in ("educational_psychologist", "commissioner"):
        page = table(desk.as_(name), eighteen)
        assert "Requests passed on in the last 12 months 6 18 33" in page or "hidden" in page
        assert "On a child protection plan 1" not in page
        assert "Of these, taken on 5 11" not in page, "one of the six was not taken on: that is one child"
    assert "protection" not in table(desk.as_("educational_psychologist"), eighteen)
    assert "protection" in table(desk.as_("commissioner"), eighteen), "a name of a kind, and no number"


def test_a_group_in_which_all_are_marked_is_hidden(desk, service):  # noqa: F811
    for number in range(7):
        row = passed(service, given_name=f"Child{number}")
        marked(row, Marker.LOOKED_AFTER)
    page = table(desk.as_("commissioner"), service)
    assert "Requests passed on in the last 12 months hidden 7 –" in page
    assert "Children with an open case today hidden 7 –" in page
    assert "Requests passed on in the last 12 months 7 7 100" in table(desk.as_("carys"), service)


def test_nothing_asked_yet_is_no_share(desk, service):  # noqa: F811
    assert "last 12 months 0 0 –" in table(desk.as_("carys"), service)


def test_the_list_of_a_service_begins_with_children_with_priority_it_may_know_of(desk, service):  # noqa: F811
    first, second, third = (passed(service, given_name=name) for name in ("Ada", "Bea", "Cai"))
    marked(third, Marker.LOOKED_AFTER)
    marked(second, Marker.CHILD_PROTECTION)

    def order(name: str) -> list[str]:
        page = text_of(desk.as_(name).get(f"/services/{service.pk}/waiting/"))
        assert ("child protection" in page) is (name == "carys")
        return sorted(("Ada", "Bea", "Cai"), key=lambda child: page.index(f"{child} "))

    assert order("educational_psychologist") == ["Cai", "Ada", "Bea"]
    assert order("carys") == ["Bea", "Cai", "Ada"]
