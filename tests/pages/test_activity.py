"""The overview of activity: the team's own cases with the list behind each figure, and what others may see of it."""

import csv
from datetime import date, datetime
from io import StringIO

import pytest

from accounts.places import Area
from cases.actions.child.learning import Attended, keep_learning, mark_mistaken
from cases.actions.join import join
from cases.actions.needs import name_needs
from cases.actions.results import note_result, result_mistaken
from cases.actions.staff.locality import keep_locality
from cases.need_words import Needs, PathwayNeed
from cases.result_words import Result
from cases.words import Capacity
from core import clock
from core.clock import LONDON
from core.past import hold
from insight.activity import activity, children_behind, cut
from insight.activity_rules import year_of
from tests.acts.test_footprint import children
from tests.acts.test_who_a_child_is import put_on
from tests.factories.children import two_homes
from tests.factories.requests import at_work, received
from tests.factories.settings import a_setting
from tests.pages.reading import assert_an_error_by_the_book, text_of
from tests.personas import who

pytestmark = pytest.mark.django_db
SOME = Needs(frozenset({PathwayNeed.SPEECH, PathwayNeed.SEN}))
PAST = datetime(2024, 11, 6, 12, tzinfo=LONDON)


def figures(name: str = "carys", period: str = "", locality: str = "") -> dict[str, int | None]:
    """What somebody sees that is not nought, by the line's code."""
    found = activity(cut(who(name), period, locality))
    tables = (found.types, found.needs, found.reasons)
    return {line.key: line.count for one in tables for line in one.lines if line.count != 0} | {
        "children": found.children, "needs": found.needs.total,
    }  # fmt: skip


def names_behind(of: str, key: str, name: str = "carys") -> list[str]:
    return [row.child for row in children_behind(cut(who(name), "", ""), of, key, 1).rows]


@pytest.fixture
def ten(world):
    """Seven at a primary school, three of them with two needs; and three at a unit, whose school says social care."""
    cases = children(7, a_setting())
    for case in cases[:3]:
        name_needs(case.pk, more=SOME, by=who("ben"))
    unit = a_setting("Moor PRU", "medical_pru")
    for place in range(3):
        case = received(given_name=f"Unit{place}", work=at_work(main_reason="social_care")).case
        keep_learning(case.pk, None, Attended(unit.name, since=date(2025, 9, 1)), by=who("ben"))
        cases.append(case)
    return cases


def test_children_are_counted_once_and_their_needs_as_often_as_they_have_any(ten):
    assert figures() == {
        "primary": 7, "medical_pru": 3, "speech": 3, "sen": 3, "social_care": 3, "-": 7, "children": 10, "needs": 6,
    }  # fmt: skip


def test_each_figure_opens_the_children_it_counts(ten, desk):
    carys = desk.as_("carys")
    said = text_of(carys.get("/activity/"))
    assert "10 children, 6 needs recorded." in said
    assert "Medical pupil referral unit 3, Medical pupil referral unit: open the list" in said
    for of, key, count in (
        ("child", "-", 10), ("type", "primary", 7), ("type", "medical_pru", 3), ("need", "speech", 3),
        ("need", "adhd", 0), ("reason", "social_care", 3), ("reason", "-", 7), ("type", "-", 0),
    ):  # fmt: skip
        page = text_of(carys.get(f"/activity/{of}/{key}/"))
        assert f"{count} child" in page, (of, key)
        assert page.count("SAL-") == count
    assert "Unit0 Chowdhury" in text_of(carys.get("/activity/reason/social_care/"))


@pytest.mark.parametrize(
    "address",
    ["type/rhubarb/", "rhubarb/adhd/", "need/-/", "type/all/", "need/'/", "child/x/?page=0", "child/-/?page=99999999"],
)
def test_a_made_up_figure_is_not_there_and_a_made_up_page_is_the_first(ten, desk, address):
    code = desk.as_("carys").get(f"/activity/{address}").status_code
    assert code == (200 if address.startswith("child") else 404)


def test_another_time_and_another_place_are_other_figures(ten):
    with hold(PAST):
        cases = [received(given_name=f"Past{place}", home_postcode="M50 3AZ").case for place in range(2)]
    assert figures()["children"] == 10
    assert figures(period="2024")["children"] == 2
    assert figures(period="all")["children"] == 12
    assert figures(period="rhubarb") == figures()
    quays = keep_locality(None, Area("Quays", date(2024, 1, 5), None, frozenset({"M50"})), by=who("dev"))
    assert figures(period="all", locality=str(quays.pk))["children"] == 2
    assert figures(locality=str(quays.pk))["children"] == 0
    assert {case.received_on for case in cases} == {date(2024, 11, 6)}


def test_where_a_child_learnt_when_the_record_began_counts_and_not_where_they_went_later(world):
    nursery, school = a_setting("Little Acorns", "pvi"), a_setting()
    ben = who("ben")
    with hold(PAST):
        case = received().case
        keep_learning(case.pk, None, Attended(nursery.name, since=date(2023, 9, 1), until=date(2025, 7, 20)), by=ben)
    row = keep_learning(case.pk, None, Attended(school.name, since=date(2025, 9, 1)), by=who("ben"))
    assert figures(period="2024")["pvi"] == 1
    later = received(given_name="Bilal").case
    keep_learning(later.pk, None, Attended(school.name, since=date(2027, 9, 1)), by=who("ben"))
    assert figures()["primary"] == 1, "the first known after it, where nothing is known of the day"
    wrong = received(given_name="Zara").case
    mark_mistaken(
        wrong.pk, keep_learning(wrong.pk, None, Attended(school.name), by=who("ben")).pk, by=who("ben")
    )  # fmt: skip
    assert figures()["-"] == 2, "both main reasons; and where Zara learns is not known"
    assert row.setting_id == school.pk


def test_a_setting_that_was_only_typed_counts_where_one_is_called_so_until_somebody_entered_one(world):
    a_setting("Broadwalk Primary School", "primary")
    a_setting("Irwell High", "secondary")
    typed = received(given_name="Bilal", learns_at=" broadwalk primary").case
    received(given_name="Zara", learns_at="A school I do not remember")
    assert figures()["primary"] == 1
    keep_learning(typed.pk, None, Attended("Irwell High"), by=who("ben"))
    assert "primary" not in figures()
    assert figures()["secondary"] == 1
    a_setting("Broadwalk Primary", "special")
    received(given_name="Two", learns_at="Broadwalk Primary")
    assert not {"primary", "special"} & set(figures()), "two settings of one name are nobody's"


def test_two_records_of_one_child_are_one_with_the_needs_of_both(ten):
    twin = received(given_name="Twin", work=at_work(main_reason="social_care")).case
    name_needs(twin.pk, more=Needs(SOME.pathway | {PathwayNeed.ADHD}), by=who("ben"))
    join(twin.pk, ten[0].pk, because="One child.", by=who("ben"))
    found = figures()
    assert (found["children"], found["speech"], found["adhd"], found["social_care"]) == (10, 3, 1, 4)


def test_a_need_that_is_over_was_recorded_and_a_mistake_was_not(ten):
    name_needs(ten[0].pk, over=Needs(frozenset({PathwayNeed.SPEECH})), by=who("ben"))
    name_needs(ten[0].pk, mistaken=Needs(frozenset({PathwayNeed.SEN})), by=who("ben"))
    assert (figures()["speech"], figures()["sen"]) == (3, 2)


def test_of_a_child_who_must_not_be_found_neither_setting_nor_locality_is_counted(ten):
    south = keep_locality(None, Area("South", date(2024, 1, 5), None, frozenset({"M5"})), by=who("dev"))
    assert figures(locality=str(south.pk))["primary"] == 7
    two_homes(ten[0])
    assert figures()["primary"] == 6
    assert figures(locality=str(south.pk))["children"] == 9
    assert names_behind("type", "-") == ["Child0 Chowdhury"]


def test_who_plans_from_outside_sees_no_small_number_no_list_and_no_finer_cut(ten, desk):
    assert figures("commissioner") == {
        "primary": None, "medical_pru": None, "speech": None, "sen": None, "social_care": None, "-": None,
        "children": 10, "needs": 6,
    }  # fmt: skip
    south = keep_locality(None, Area("South", date(2024, 1, 5), None, frozenset({"M5"})), by=who("dev"))
    for name in ("commissioner", "analyst"):
        reader = desk.as_(name)
        page = text_of(reader.get(f"/activity/?locality={south.pk}&period=all"))
        assert "10 children, 6 needs recorded." in page
        assert "Medical pupil referral unit Hidden" in page
        assert "South" not in page and "All time" not in page and "SAL-" not in page
        assert reader.get("/activity/type/primary/").status_code == 404
        rows = list(csv.reader(StringIO(reader.get("/activity/download/").content.decode())))
        assert ["Where the children learn", "Medical pupil referral unit", "hidden"] in rows


def test_a_council_with_very_few_says_nothing_of_them_to_who_plans(world, desk):
    children(3, a_setting())
    page = text_of(desk.as_("analyst").get("/activity/"))
    assert "Too few children to say how many." in page
    assert "Primary school Hidden" in page


def test_a_locality_manager_counts_and_opens_the_cases_open_to_them_alone(ten, desk):
    reader = desk.as_("locality_manager")
    assert "0 children, 0 needs recorded." in text_of(reader.get("/activity/"))
    for case in (ten[0], ten[9]):
        put_on(case, "locality_manager", Capacity.COORDINATOR)
    assert figures("locality_manager") == {
        "primary": 1, "medical_pru": 1, "speech": 1, "sen": 1, "social_care": 1, "-": 1, "children": 2, "needs": 2,
    }  # fmt: skip
    page = text_of(reader.get("/activity/child/-/"))
    assert page.count("SAL-") == 2
    assert "Child1" not in page
    assert "you see the cases you carry" in text_of(reader.get("/activity/"))


def test_the_download_says_what_the_page_says(ten, desk):
    answer = desk.as_("carys").get("/activity/download/")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert 'filename="activity-' in answer["Content-Disposition"]
    rows = list(csv.reader(StringIO(answer.content.decode())))
    assert rows[1][0::2] == ["Children", "10"]
    assert ["Needs recorded", "Speech and language", "3"] in rows
    assert ["Needs recorded", "All: times recorded", "6"] in rows
    assert ["Main reason for the request", "Social care", "3"] in rows


@pytest.mark.parametrize("name", ["ben", "dev", "stella", "petra", "social_worker", "health_adviser"])
def test_nobody_else_opens_it(world, desk, name):
    reader = desk.as_(name)
    assert {reader.get(f"/activity/{more}").status_code for more in ("", "download/", "child/-/")} == {404}


def test_a_list_longer_than_a_page_goes_on(world, desk):
    children(51)
    carys = desk.as_("carys")
    first, second = (text_of(carys.get(f"/activity/child/-/?page={page}")) for page in (1, 2))
    assert (first.count("SAL-"), second.count("SAL-")) == (50, 1)
    assert "Next" in first and "Before" in second


def test_another_councils_children_are_nobodys_here(ten):
    found = figures("irene")
    assert found == {"children": 0, "needs": 0}


def test_what_came_of_it_is_counted_beside_the_year_before(ten, desk):
    carys = desk.as_("carys")
    assert "The council agreed to a full EHC needs assessment None" in text_of(carys.get("/activity/"))
    for case in ten[:6]:
        note_result(case.pk, Result.ASSESSMENT, clock.today(), "", by=who("ben"))
    for _time in range(2):
        row = note_result(ten[0].pk, Result.COMPLAINT, clock.today(), "", by=who("ben"))
        result_mistaken(ten[0].pk, row.pk, by=who("ben"))
    note_result(ten[1].pk, Result.TRIBUNAL, clock.today(), "", by=who("ben"))
    entered = {"measure": "assessment", "year": str(year_of(clock.today()) - 1), "figure": "95", "source": "Report p4",
               "dated_on_day": "30", "dated_on_month": "9", "dated_on_year": "2018"}  # fmt: skip
    assert_an_error_by_the_book(
        carys.post("/activity/earlier/", entered | {"source": "", "figure": "many"}), "Say where the figure is from",
        kept=("many", "30"),
    )  # fmt: skip
    assert "Report p4, 30 September 2018" in text_of(carys.post("/activity/earlier/", entered, follow=True))
    said = text_of(carys.get("/activity/"))
    assert "needs assessment 6, The council agreed to a full EHC needs assessment: open the list 95" in said
    assert "A complaint was made None Not entered" in said
    assert "The 95 of the year before (The council agreed to a full EHC needs assessment) is from: Report p4" in said
    assert text_of(carys.get("/activity/result/assessment/")).count("SAL-") == 6
    assert text_of(carys.get("/activity/result/tribunal/")).count("SAL-") == 1
    assert "95" not in text_of(carys.get("/activity/?period=all"))
    rows = list(csv.reader(StringIO(carys.get("/activity/download/").content.decode())))
    assert ["What came of it", "An appeal was registered with the SEND Tribunal", "1"] in rows
    assert any("Report p4" in row[1] and row[2] == "95" for row in rows)
    outside = text_of(desk.as_("analyst").get("/activity/"))
    assert "full EHC needs assessment Hidden 95" in outside, "the 4 who did not would be known"
    assert "Tribunal Hidden" in outside
    assert "A complaint was made None" in outside
