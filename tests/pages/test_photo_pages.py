"""A colleague puts up a photo; families whose lead they are see it, and nobody else's family."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from accounts.models import Membership, Photo
from cases.actions.lead import name_lead
from cases.actions.staff.leave_for_good import leave_for_good
from core import clock
from pathway.actions.answer_request import answer_request
from referrals.actions.answering import Answer
from referrals.words import Said
from tests.factories.requests import received
from tests.pages.reading import assert_an_error_by_the_book, text_of
from tests.personas import SALFORD, person, who

pytestmark = pytest.mark.django_db


def a_photo(name: str = "me.jpg") -> SimpleUploadedFile:
    out = BytesIO()
    Image.new("RGB", (400, 400), "red").save(out, "JPEG")
    return SimpleUploadedFile(name, out.getvalue(), "image/jpeg")


@pytest.fixture
def case(world):
    referral = received(by=who("amina"))
    answer_request(referral.pk, Said.ACCEPT, Answer("Three services are involved."), by=who("ben"))
    name_lead(referral.case_id, person("engagement_lead").pk, "She knows the family.", by=who("carys"))
    return referral.case


def test_it_goes_up_is_seen_and_is_deleted(case, desk, family):
    lead, key = desk.as_("engagement_lead"), person("engagement_lead").pk
    assert "You have put up no photo" in text_of(lead.get("/me/photo/"))
    assert lead.get(f"/colleagues/{key}/photo/").status_code == 404
    assert "Your photo is up" in text_of(lead.post("/me/photo/", {"photo": a_photo()}, follow=True))
    assert f'alt="Photo of {person("engagement_lead").name}"' in lead.get("/me/photo/").content.decode()
    shown = desk.as_("ben").get(f"/colleagues/{key}/photo/")
    assert (shown.status_code, shown["Content-Type"]) == (200, "image/jpeg")
    assert "sandbox" in shown["Content-Security-Policy"]
    assert Image.open(BytesIO(shown.content)).size == (320, 320)
    assert f"/colleagues/{key}/photo/" in desk.as_("ben").get(f"/cases/{case.reference}/").content.decode()
    amina = family.as_("amina")
    assert f"/mine/{case.reference}/lead/photo/" in amina.get(f"/mine/{case.reference}/").content.decode()
    assert amina.get(f"/mine/{case.reference}/lead/photo/").content == shown.content
    assert family.as_("priya").get(f"/mine/{case.reference}/lead/photo/").status_code == 404
    lead = desk.as_("engagement_lead")
    assert "Your photo is deleted" in text_of(lead.post("/me/photo/delete/", follow=True))
    assert not Photo.objects.exists()
    amina = family.as_("amina")
    assert amina.get(f"/mine/{case.reference}/lead/photo/").status_code == 404
    assert "lead/photo" not in amina.get(f"/mine/{case.reference}/").content.decode()


def test_another_replaces_it_and_a_wrong_one_leaves_it(case, desk):
    lead = desk.as_("engagement_lead")
    for _time in range(2):
        lead.post("/me/photo/", {"photo": a_photo()})
    assert Photo.objects.count() == 1
    page = lead.post("/me/photo/", {"photo": SimpleUploadedFile("me.jpg", b"MZ not a photo")})
    assert_an_error_by_the_book(page, "We cannot open this photo")
    assert_an_error_by_the_book(lead.post("/me/photo/", {}), "Choose a photo")
    assert_an_error_by_the_book(
        lead.post("/me/photo/", {"photo": SimpleUploadedFile("e.jpg", b"")}), "This file is empty"
    )
    assert Photo.objects.count() == 1


def test_another_council_sees_no_photo_and_a_leavers_is_deleted(case, desk):
    key = person("engagement_lead").pk
    desk.as_("engagement_lead").post("/me/photo/", {"photo": a_photo()})
    assert desk.as_("irene").get(f"/colleagues/{key}/photo/").status_code == 404
    Membership.objects.filter(person=key, authority=SALFORD).update(until=clock.today().replace(day=1))
    assert desk.as_("ben").get(f"/colleagues/{key}/photo/").status_code == 404, "who no longer works here shows no face"
    Membership.objects.filter(person=key, authority=SALFORD).update(until=None)
    leave_for_good(key, None, by=who("dev"))
    assert not Photo.objects.exists()
