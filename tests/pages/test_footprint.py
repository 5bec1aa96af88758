"""The page of counts: for who plans from them, with tables, what is hidden, and whose counts are there."""

import pytest

from tests.acts.test_footprint import children, of_thurrock, pools, wards
from tests.factories.settings import a_setting
from tests.pages.reading import text_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["commissioner", "analyst"])
def test_the_counts_are_the_first_page_of_who_plans_from_them(desk, name):
    somebody = desk.as_(name)
    assert somebody.get("/").url == "/counts/"
    said = text_of(somebody.get("/counts/"))
    assert "0 children have an open record at Salford City Council." in said
    assert "Salford City Council alone." in said
    assert "Our counts are shown to no other council." in said


def test_tables_say_how_many_and_no_childs_name_or_small_number(desk):
    wards()
    children(9, a_setting())
    children(2, a_setting("Moor PRU", "medical_pru"), family_name="Zwolinski")
    page = desk.as_("commissioner").get("/counts/")
    said = text_of(page)
    assert "11 children have an open record at Salford City Council." in said
    assert "Medical pupil referral unit Hidden" in said
    assert "Primary school Hidden" in said
    assert "5 to 10 11" in said
    assert "Belhus 11 1 of 1" in said
    assert "Tilbury St Chads Of interest 0" in said
    assert "Zwolinski" not in said
    assert "SAL-" not in said
    assert "All together" not in said


def test_councils_that_share_stand_beside_ours_with_what_they_have_together(desk):
    children(6)
    of_thurrock(3)
    pools()
    said = text_of(desk.as_("analyst").get("/counts/"))
    assert "6 children or more have an open record at 2 councils." in said
    assert "Not known, or kept apart 6 Hidden 6 or more" in said
    assert "Thurrock Council, by “Counts”, until" in said
