"""The page where an officer says what a request is."""

import pytest

from referrals.actions.settle import settle
from referrals.models import Referral
from referrals.words import AsksFor
from tests.factories.requests import received

pytestmark = pytest.mark.django_db
REASON = "School says a plan is needed and they ask us for it."


@pytest.fixture
def unsure(world):
    return received(AsksFor.UNSURE)


def test_going_back_keeps_what_was_typed_and_changes_nothing(unsure, desk):
    path = f"/requests/{unsure.case.reference}/"
    page = desk.as_("ben").post(path, {"answer": "assessment", "reason": REASON, "back": "1"}).content.decode()
    assert REASON in page
    assert not page.split("<title>")[1].startswith("Error")
    assert Referral.objects.get().settled_as == ""


def test_nothing_typed_is_an_error_beside_each_field(unsure, desk):
    page = desk.as_("ben").post(f"/requests/{unsure.case.reference}/", {}).content.decode()
    assert "<title>Error:" in page
    assert "Choose what this request is" in page
    assert "Say why, in words the family can read." in page


def test_somebody_else_was_first_and_the_words_typed_are_not_lost(unsure, desk, world):
    desk.as_("ben")
    settle(unsure.pk, AsksFor.ASSESSMENT, "Read it this morning.", by=world.who("carys"))
    given = {"answer": "assessment", "reason": REASON, "sure": "1"}
    page = desk.post(f"/requests/{unsure.case.reference}/", given)
    assert page.status_code == 409
    text = page.content.decode()
    assert "already counts as a request" in text
    assert REASON in text


def test_a_reason_reaches_the_family_and_is_theirs_to_read(unsure, desk, family, world):
    mine = received(AsksFor.UNSURE, by=world.who("amina"))
    desk.as_("ben").post(
        f"/requests/{mine.case.reference}/", {"answer": "help", "reason": "You ask for someone to talk to."}
    )
    page = family.as_("amina").get(f"/mine/{mine.case.reference}/").content.decode()
    assert "You ask for someone to talk to." in page


def test_signed_out_before_saving_gives_the_words_back(unsure, desk):
    page = desk.post(f"/requests/{unsure.case.reference}/", {"answer": "help", "reason": REASON})
    assert page.status_code == 403
    assert REASON in page.content.decode()
    assert "Sign in again" in page.content.decode()


def test_somebody_with_two_councils_changes_between_them(world, desk):
    from accounts.models import Membership, Team

    Membership.objects.create(
        authority_id="883",
        person=world.person("ben"),
        role="bridge_worker",
        team=Team.objects.get(authority="883"),
        since=world.SINCE,
    )
    page = desk.as_("ben").get("/requests/").content.decode()
    assert "Salford City Council" in page
    assert "Change council" in page
    desk.post("/council/", {"authority": "883"})
    assert "Thurrock Council" in desk.get("/requests/").content.decode()
    assert desk.post("/council/", {"authority": "393"}).status_code == 404
