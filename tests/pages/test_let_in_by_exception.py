"""The pages of letting in by exception."""

from datetime import timedelta

import pytest

from core.past import hold
from tests.acts.test_let_in_by_exception import WHY, look_at, opened
from tests.conftest import NOW
from tests.factories.requests import received
from tests.personas import person

pytestmark = pytest.mark.django_db


def words(response) -> str:
    return " ".join(response.content.decode().split())


def test_one_asks_is_shown_what_will_be_recorded_and_is_let_in(desk):
    worker = desk.as_("social_worker")
    case = received().case
    page = f"/cases/{case.reference}/"
    assert worker.get(page).status_code == 404
    given = {"reference": case.reference.lower(), "reason": WHY, "hours": "8"}
    sure = words(worker.post("/let-in/ask/", given))
    assert "This will be recorded. Let yourself in?" in sure
    assert "by Wednesday 25 November 2026" in sure
    assert "Ayaan" not in sure, "nothing of the child before the door is open"
    assert worker.get(page).status_code == 404
    back = words(worker.post("/let-in/ask/", {**given, "back": "yes"}))
    assert WHY in back
    assert worker.post("/let-in/ask/", {**given, "sure": "yes"}).status_code == 302
    read = words(worker.get(page))
    assert "You are let in." in read
    assert "Somebody who was not on this case let themselves in by exception" in read
    assert "nasreen@families.example" not in read
    with hold(NOW + timedelta(hours=8)):
        assert worker.get(page).status_code == 404


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("reference", "SAL-3333-3333", "No case here has this reference"),
        ("reason", "", "Fill in"),
        ("hours", "9999", "Choose one of the answers shown"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_what_was_typed_stays(desk, field, typed, said):
    given = {"reference": received().case.reference, "reason": WHY, "hours": "8", field: typed}
    page = words(desk.as_("social_worker").post("/let-in/ask/", given))
    assert said in page
    assert "Error:" in page
    if field != "reason":
        assert WHY in page


def test_reviewers_are_reminded_on_every_page_until_they_answered(desk):
    grant = opened()
    petra = desk.as_("petra")
    assert "Let in by exception (1 to review)" in words(petra.get("/setup/agreements/"))
    assert "1 waits for a review." in words(petra.get("/let-in/"))
    with hold(NOW + timedelta(days=8)):
        page = words(petra.get("/let-in/"))
        assert "1 waits for a review, 1 of them too long." in page
        assert "sp-tag--late" in page
    address = f"/let-in/{grant.pk}/"
    assert "Error:" in words(petra.post(address, {"answer": "right", "words": ""}))
    assert petra.post(address, {"answer": "right", "words": "The hospital confirms it."}).status_code == 302
    page = words(petra.get("/let-in/"))
    assert "to review)" not in page
    assert "Ayaan" not in page and "Chowdhury" not in page, "a reviewer need not know the child"
    assert "The hospital confirms it." in words(petra.get(address))


def test_ones_own_can_be_shut_and_somebody_elses_is_not_there(desk):
    grant = opened()
    address = f"/let-in/{grant.pk}/end/"
    assert desk.as_("engagement_lead").get(address).status_code == 404
    worker = desk.as_("social_worker")
    assert "Shut it now" in words(worker.get(f"/let-in/{grant.pk}/"))
    assert worker.post(address).status_code == 302
    assert worker.post(address).status_code == 409
    assert worker.get(f"/cases/{grant.content_object.reference}/").status_code == 404


def test_the_search_says_there_is_a_way_and_only_to_those_who_may(desk):
    assert "Open it by exception" in words(desk.as_("social_worker").get("/find/"))
    assert "Open it by exception" not in words(desk.as_("senco").get("/find/"))


def test_unusual_looking_is_shown_with_references_and_no_names_of_children(desk):
    petra = desk.as_("petra")
    assert "No looking stands out." in words(petra.get("/let-in/unusual/"))
    ben = person("ben")
    ben.name = "Ben Chowdhury"
    ben.save()
    case = received().case
    look_at("ben", [case], 1)
    page = words(petra.get("/let-in/unusual/"))
    assert case.reference in page and "Ben Chowdhury" in page
    assert "Ayaan" not in page
