"""Somebody who works with a child says which service they would like, and sees whether the child is whom it is for."""

import html

import pytest

from provision.actions.keep_threshold import keep_threshold
from provision.models import ServiceRequest, ServiceWish
from referrals.models import Referral
from tests.factories.services import LINES, a_service
from tests.pages.asking import answer_at_work, send
from tests.personas import who

pytestmark = pytest.mark.django_db


def words(response) -> str:
    return html.unescape(" ".join(response.content.decode().split()))


@pytest.fixture
def service(world):
    return a_service()


def wish_for(family, service, **said):
    answer_at_work(family)
    assert "Which service do you want?" in words(family.get("/salford/ask/service/"))
    answer = family.post("/salford/ask/service/", {"service": service.slug})
    assert answer["Location"].startswith("/salford/ask/fits/")
    page = words(family.get("/salford/ask/fits/"))
    assert "Has the school tried its own help twice?" in page and "Ayaan" in page
    return family.post("/salford/ask/fits/", said)


def test_what_it_comes_to_is_shown_on_the_next_page_and_kept_with_the_request(desk, family, service):
    answer = wish_for(family, service, line_1="no", line_2="yes")
    assert answer["Location"].startswith("/salford/ask/how-it-fits/")
    page = words(family.get("/salford/ask/how-it-fits/"))
    assert "Educational Psychology Service: not met" in page
    assert "You can still ask" in page and "Held against version 1" in page
    family.post("/salford/ask/how-it-fits/", {})
    checked = words(family.get("/salford/ask/check/"))
    assert "Service wanted" in checked and "Not met" in checked
    send(family)
    case = Referral.objects.get().case
    wish = ServiceWish.objects.get(case=case)
    assert (wish.threshold, wish.outcome, wish.answers) == (1, "not_met", {"1": "no", "2": "yes"})
    keep_threshold(service.pk, LINES[1:], "Less is asked", by=who("dev"))
    ben = desk.as_("ben")
    page = words(ben.get(f"/requests/{case.reference}/"))
    assert "Which service the sender wants" in page and "Held against version 1" in page
    assert "Pass it to this service" in page
    keep_threshold(service.pk, LINES, "As before", by=who("dev"))


def test_the_bridge_begins_with_what_the_sender_answered(desk, family, service):
    wish_for(family, service, line_1="yes", line_3="no")
    family.post("/salford/ask/how-it-fits/", {})
    send(family)
    case = Referral.objects.get().case
    here = f"/requests/{case.reference}/answer/send_on/?service={service.pk}"
    page = words(desk.as_("ben").get(here))
    assert 'name="line_1" value="yes"' in page
    assert page.count("checked") >= 2
    assert desk.as_("ben").post(here, {"because": "As asked.", "line_1": "yes", "line_3": "no"}).status_code == 302
    assert ServiceRequest.objects.get().outcome == "more"


def test_nobody_has_to_choose(family, service):
    answer_at_work(family)
    assert "Choose a service, or that you are not sure" in words(family.post("/salford/ask/service/", {}))
    family.post("/salford/ask/service/", {"service": "none"})
    assert "Not sure, or none" in words(family.get("/salford/ask/check/"))
    send(family)
    assert not ServiceWish.objects.exists()


def test_where_there_is_no_directory_nothing_is_asked(family, world):
    answer_at_work(family)
    send(family)
    assert Referral.objects.count() == 1 and not ServiceWish.objects.exists()


def test_how_it_fits_is_shown_again_when_an_answer_changes_and_only_then(family, service):
    wish_for(family, service, line_1="no", line_2="yes")
    family.post("/salford/ask/how-it-fits/", {})
    there = family.post("/salford/ask/fits/?change=1", {"line_1": "no", "line_2": "yes"})
    assert there["Location"].endswith("/salford/ask/check/"), "nothing changed, nothing to read again"
    there = family.post("/salford/ask/fits/?change=1", {"line_1": "yes", "line_2": "yes"})
    assert there["Location"].endswith("/salford/ask/how-it-fits/?change=1")
    assert "not met" not in words(family.get("/salford/ask/how-it-fits/?change=1"))
    there = family.post("/salford/ask/how-it-fits/?change=1", {})
    assert there["Location"].endswith("/salford/ask/check/")


def test_another_service_asks_its_own_questions_and_never_takes_over_answers(family, service):
    other = a_service("Speech therapy")
    wish_for(family, service, line_1="no")
    family.post("/salford/ask/how-it-fits/", {})
    there = family.post("/salford/ask/service/?change=1", {"service": other.slug})
    assert there["Location"].endswith("/salford/ask/fits/?change=1")
    page = words(family.get("/salford/ask/fits/?change=1"))
    assert 'value="no" checked' not in page
    there = family.post("/salford/ask/service/?change=1", {"service": "none"})
    assert there["Location"].endswith("/salford/ask/check/")
