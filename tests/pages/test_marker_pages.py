"""What gives a child priority: its page, the child's and the queue, for those who may know and those who may not."""

import pytest

from cases.models import CaseMarker
from cases.words import Capacity
from core import clock
from ledger.models import Viewing
from tests.acts.test_who_a_child_is import put_on
from tests.factories.requests import received
from tests.pages.reading import assert_an_error_by_the_book, text_of
from tests.personas import who

pytestmark = pytest.mark.django_db
TODAY = {"since_day": "2", "since_month": "3", "since_year": "2026"}
PLAN = {"kind": "child_protection", "source": "The conference of today", **TODAY}


@pytest.fixture
def case(world):
    return received(by=who("amina")).case


def at(case, more: str = "") -> str:
    return f"/cases/{case.reference}/child/{more}"


def test_it_is_noted_shown_and_over(case, desk):
    ben = desk.as_("ben")
    assert "Gives priority Nothing noted" in text_of(ben.get(at(case)))
    assert "Noted. No date has changed" in text_of(ben.post(at(case, "markers/"), PLAN, follow=True))
    assert "Gives priority On a child protection plan" in text_of(ben.get(at(case)))
    assert "Priority On a child protection plan" in text_of(ben.get("/requests/"))
    page = text_of(ben.get(at(case, "markers/")))
    assert "The conference of today Since 2 March 2026. Noted by Ben." in page
    one = at(case, f"markers/{CaseMarker.objects.get().pk}/")
    assert_an_error_by_the_book(ben.post(one, {"how": "over"}), "Enter the last day", kept=("over",))
    assert_an_error_by_the_book(ben.post(one, {}), "Say whether it is over or was a mistake", kept=())
    day = clock.today()
    last = {"how": "over", "until_day": str(day.day), "until_month": str(day.month), "until_year": str(day.year)}
    assert "taken out by Ben" in text_of(ben.post(one, last, follow=True))
    assert ben.get(one).status_code == 302, "what is over is over"
    assert "Priority" not in text_of(ben.get("/requests/"))
    assert {look.page for look in Viewing.objects.filter(case_ref=case.pk)} >= {"what gives priority"}


def test_what_is_wrong_is_said_and_what_was_typed_is_kept(case, desk):
    ben = desk.as_("ben")
    page = ben.post(at(case, "markers/"), PLAN | {"source": "", "since_year": "2031"})
    assert_an_error_by_the_book(page, "Say who told you, or which record says so", kept=("child_protection", "2031"))
    page = ben.post(at(case, "markers/"), PLAN | {"since_year": "2031"})
    assert_an_error_by_the_book(page, "The day must be today or in the past", kept=("2031", "The conference of today"))
    page = ben.post(at(case, "markers/"), PLAN | {"kind": "rhubarb"})
    assert "Choose one of the answers shown" in text_of(page)
    assert not CaseMarker.objects.exists()


def test_who_may_not_know_is_offered_nothing_and_told_nothing(case, desk, family):
    desk.as_("ben").post(at(case, "markers/"), PLAN)
    plan = CaseMarker.objects.get()
    put_on(case, "social_worker", Capacity.SERVICE)
    worker = desk.as_("social_worker")
    page = text_of(worker.get(at(case, "markers/")))
    assert "protection" not in page
    assert "youth justice" not in page
    assert "Looked after by a council" in page
    assert "Choose one of the answers shown" in text_of(worker.post(at(case, "markers/"), PLAN))
    assert worker.get(at(case, f"markers/{plan.pk}/")).status_code == 404
    assert worker.post(at(case, f"markers/{plan.pk}/"), {"how": "mistake"}).status_code == 404
    for page in (at(case), f"/cases/{case.reference}/"):
        assert "protection" not in text_of(worker.get(page))
        assert "priority was noted" not in text_of(worker.get(page))
    assert "What gives the child priority was noted" in text_of(desk.as_("ben").get(f"/cases/{case.reference}/"))
    amina = family.as_("amina")
    for page in (f"/mine/{case.reference}/", f"/mine/{case.reference}/child/"):
        text = text_of(amina.get(page))
        assert "priority" not in text
        assert "protection" not in text
    assert CaseMarker.objects.get().ended_at is None
