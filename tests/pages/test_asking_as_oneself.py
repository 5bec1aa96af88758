"""What a young person reads who asks for themselves, and what a parent is asked about who looks after the child."""

import pytest

from people.models import Carer
from people.words import Relationship, Responsible
from referrals.words import AsksFor
from tests.factories.requests import received
from tests.pages.asking import answer, answer_everything, send
from tests.personas import who

pytestmark = pytest.mark.django_db
SIXTEEN = {"born_on_day": "1", "born_on_month": "9", "born_on_year": "2009"}
"""Over compulsory school age since the last Friday in June 2026."""
FIFTEEN = {"born_on_day": "1", "born_on_month": "9", "born_on_year": "2010"}


def asking_for_oneself(family, asks_for: str, born: dict) -> str:
    """The check page of a young person."""
    answer_everything(family, asks_for=asks_for, who={"who": "self"}, child={"given_name": "Rhys", **born})
    return family.get("/salford/ask/check/").content.decode()


def test_a_young_person_is_told_what_the_council_must_do(family):
    page = asking_for_oneself(family, "assessment", SIXTEEN)
    assert "must tell you within 6 weeks whether it will assess you." in page
    receipt = send(family)
    assert "We tell you whether we will assess you" in receipt
    assert "Rhys" not in receipt


def test_somebody_not_yet_over_school_age_is_promised_no_decision_and_not_refused(family):
    page = asking_for_oneself(family, "assessment", FIFTEEN)
    assert "6 weeks" not in page
    assert "We read it and tell you what happens next. It counts from today." in page
    assert "We have your request" in send(family)


def test_help_for_oneself_is_said_so(family):
    assert "A person reads it and tells you what happens next.</p>" in asking_for_oneself(family, "help", SIXTEEN)


def test_a_parent_is_still_told_the_childs_name(family):
    answer_everything(family, asks_for="assessment")
    assert "whether it will assess Ayaan" in family.get("/salford/ask/check/").content.decode()
    assert "We tell you whether we will assess Ayaan" in send(family)


def test_signed_in_they_follow_it_as_their_own(family):
    oneself = {"relationship": Relationship.SELF, "says_responsible": Responsible.NOT_ASKED}
    case = received(AsksFor.ASSESSMENT, by=who("amina"), **oneself).case
    for page in (family.as_("amina").get("/mine/"), family.get(f"/mine/{case.reference}/")):
        text = page.content.decode()
        assert "assess you" in text
        assert "An EHC needs assessment for you" in text
        assert "Ayaan" not in text


def test_whoever_asks_for_a_child_says_whether_they_look_after_them(family):
    answer_everything(family, you={"cares_for": "no", "says_responsible": "unsure"})
    assert "Ayaan lives with you, or you look after them" in family.get("/salford/ask/check/").content.decode()
    send(family)
    assert Carer.objects.get().cares_for is False


def test_it_must_be_answered(family):
    for key in ("who", "what", "child", "happening", "home"):
        answer(family, key)
    page = answer(family, "you", cares_for="").content.decode()
    assert "There is a problem" in page
    assert "Does Ayaan live with you, or do you look after them?" in page


def test_a_young_person_is_not_asked_it(family):
    page = asking_for_oneself(family, "help", SIXTEEN)
    assert "look after" not in page
    assert 'name="cares_for"' not in family.get("/salford/ask/you/").content.decode()
    send(family)
    assert Carer.objects.get().cares_for is None
