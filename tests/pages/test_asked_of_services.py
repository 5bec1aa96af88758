"""The Bridge chooses a service, and the service's people answer: on their pages."""

import pytest

from accounts.models import Membership
from core.refusals import NotAllowed
from pathway.actions.answer_for_service import answer_for_service
from provision.actions.answer import Written
from provision.models import ServiceRequest
from provision.words import Asked, ServiceSaid
from referrals.models import Referral
from referrals.words import State
from tests.factories.requests import received
from tests.factories.services import a_service, a_team
from tests.personas import person, who

pytestmark = pytest.mark.django_db


def words(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture
def service(world):
    team = a_team()
    Membership.objects.filter(person=person("educational_psychologist")).update(team=team)
    return a_service(team=team.pk)


def pass_on(ben, service, **more):
    referral = received()
    address = f"/requests/{referral.case.reference}/answer/send_on/?service={service.pk}"
    sent = {"because": "They know this best.", "instead": "They ring.", "line_1": "no", "line_2": "yes", **more}
    assert ben.post(address, sent).status_code == 302
    return ServiceRequest.objects.get(case=referral.case_id)


def test_the_bridge_chooses_a_service_and_answers_its_questions(desk, service):
    ben, referral = desk.as_("ben"), received()
    here = f"/requests/{referral.case.reference}/answer/send_on/"
    page = words(ben.get(here))
    assert "A service of our directory" in page and "Or another service, that is none of ours" in page
    page = words(ben.get(f"{here}?service={service.pk}"))
    assert "Whom it is for, version 1" in page
    assert "Has the school tried its own help twice?" in page
    assert "Which service?" not in page
    page = words(ben.post(f"{here}?service={service.pk}", {"because": "", "line_1": "yes"}))
    assert "There is a problem" in page
    assert ServiceRequest.objects.count() == 0


def test_none_of_ours_is_written_as_before(desk, service):
    ben, referral = desk.as_("ben"), received()
    sent = {"because": "Theirs.", "sent_to": "Home-Start, 0161 496 0199", "instead": ""}
    assert ben.post(f"/requests/{referral.case.reference}/answer/send_on/", sent).status_code == 302
    assert Referral.objects.get(pk=referral.pk).state == State.SENT_ON
    assert ServiceRequest.objects.count() == 0


def test_the_services_people_find_it_in_their_list_and_take_it_on(desk, service):
    row = pass_on(desk.as_("ben"), service)
    elin = desk.as_("educational_psychologist")
    assert "What waits for this service" in words(elin.get(f"/services/{service.pk}/"))
    page = words(elin.get(f"/services/{service.pk}/waiting/"))
    assert "1 request waits for an answer." in page and "Not met" in page
    here = f"/services/{service.pk}/requests/{row.pk}/"
    page = words(elin.get(here))
    assert "answer by Tuesday 1 December 2026" in page
    assert "They know this best." in page and "Held against version 1" in page
    assert "nasreen@families.example" in page, "the family agreed that services who may help can read it"
    wrong = words(elin.post(here, {"said": "not_us", "because": "It is about speech.", "instead": ""}))
    assert "nobody is left with nothing" in wrong and "It is about speech." in wrong
    assert elin.post(here, {"said": "taken", "because": "We visit.", "instead": ""}).status_code == 302
    page = words(elin.get(f"/services/{service.pk}/waiting/"))
    assert "Nothing waits for an answer." in page and "1 child is with the service now; it has room for 40." in page
    assert "taken on" in words(desk.as_("ben").get(f"/requests/{row.case.reference}/"))
    elin = desk.as_("educational_psychologist")
    ending = {
        "came_rest": "achieved",
        "words_rest": "Joins in now.",
        "why": "done",
        "because": "School goes on with it.",
    }
    assert elin.post(f"{here}end/", ending).status_code == 302
    assert ServiceRequest.objects.get(pk=row.pk).state == Asked.FINISHED
    assert elin.get(here).status_code == 404, "the team is not on the case any more"


def test_one_that_is_not_for_them_is_at_the_top_of_the_bridge_again(desk, service):
    row = pass_on(desk.as_("ben"), service)
    elin, here = desk.as_("educational_psychologist"), f"/services/{service.pk}/requests/{row.pk}/"
    no = {"said": "not_us", "because": "It is about speech.", "instead": "Speech therapy can help."}
    assert elin.post(here, no).status_code == 302
    page = words(desk.as_("ben").get(f"/requests/{row.case.reference}/"))
    assert "Speech therapy can help." in page and "not for this service" in page
    assert row.case.reference in words(desk.as_("ben").get("/requests/"))


def test_what_they_asked_for_is_sent_to_them(desk, service):
    row = pass_on(desk.as_("ben"), service)
    answer_for_service(row.pk, ServiceSaid.MORE, Written("The last review?"), by=who("educational_psychologist"))
    ben, here = desk.as_("ben"), f"/services/{service.pk}/requests/{row.pk}/"
    assert "What they asked for has come" in words(ben.get(here))
    assert "Say why" in words(ben.post(f"{here}again/", {"because": ""}))
    assert ben.post(f"{here}again/", {"because": "It is among the files."}).status_code == 302
    assert ServiceRequest.objects.get(pk=row.pk).state == Asked.WAITING
    assert ben.get(f"{here}again/").status_code == 404


def test_others_do_not_see_the_list(desk, service):
    row = pass_on(desk.as_("ben"), service)
    for name in ("adviser", "dev", "tom", "ben"):
        assert desk.as_(name).get(f"/services/{service.pk}/waiting/").status_code == 404
    assert desk.as_("carys").get(f"/services/{service.pk}/waiting/").status_code == 200
    assert desk.as_("adviser").get(f"/services/{service.pk}/requests/{row.pk}/").status_code == 404
    with pytest.raises(NotAllowed):
        answer_for_service(row.pk, ServiceSaid.TAKEN, Written("Yes."), by=who("ben"))
