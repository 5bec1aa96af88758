"""The pages of the directory: read by everybody, kept by whoever may, with nothing lost that was typed."""

import pytest

from provision.models import Service, Threshold
from tests.factories.services import a_service, a_team
from tests.personas import person

pytestmark = pytest.mark.django_db


def words(response) -> str:
    return " ".join(response.content.decode().split())


def about(**more) -> dict:
    return {
        "name": "Kersal Bank Outreach", "kind": "outreach", "about": "Teachers visit mainstream schools.",
        "team": str(a_team().pk), "agency": "", "owner": "", "who_may_ask": "Schools", "route": "Ask online.",
        "hours": "School days", "phone": "", "email": "", "within": "15", "share": "85", "room": "40", "takes": "yes",
        "not_taking": "", "contract_until_day": "31", "contract_until_month": "3", "contract_until_year": "2028",
        **more,
    }  # fmt: skip


def test_an_administrator_sets_a_service_up_and_writes_down_whom_it_is_for(desk, family):
    dev = desk.as_("dev")
    assert "No service is in the directory yet" in words(dev.get("/services/"))
    answer = dev.post("/services/add/", about())
    service = Service.objects.get()
    assert answer["Location"] == f"/services/{service.pk}/threshold/"
    lines = {
        "weight_1": "must", "words_1": "The child goes to a mainstream school",
        "question_1": "Does the child go to a mainstream school?", "weight_3": "exclude",
        "words_3": "The child has a place at a base", "question_3": "Has the child a place at a base?",
        "note": "Agreed with the schools",
    }  # fmt: skip
    assert dev.post(f"/services/{service.pk}/threshold/", lines).status_code == 302
    page = words(dev.get(f"/services/{service.pk}/"))
    assert "Kersal Bank Outreach takes referrals, and answers within 15 working days." in page
    assert "<b>Must be so:</b> The child goes to a mainstream school" in page
    assert "Contract to " in page and "31 March 2028" in page
    versions = words(dev.get(f"/services/{service.pk}/versions/"))
    assert "Agreed with the schools" in versions and "1 version of what is said of it" in versions
    public = words(family.get("/salford/services/kersal-bank-outreach/"))
    assert "The child goes to a mainstream school" in public
    assert "within 15 working days" in public
    assert "Services for children and young people here" in words(family.get("/salford/"))


def test_what_is_wrong_is_said_beside_the_field_and_what_was_typed_is_kept(desk):
    dev = desk.as_("dev")
    page = words(dev.post("/services/add/", about(share="120", takes="no", name="")))
    assert "Enter a share from 1 to 100, like 90" in page
    assert "Teachers visit mainstream schools." in page
    page = words(dev.post("/services/add/", about(takes="no")))
    assert "nobody is left with nothing" in page
    assert Service.objects.count() == 0
    service = a_service()
    page = words(dev.post(f"/services/{service.pk}/threshold/", {"weight_1": "must", "words_1": "Half a line"}))
    assert "Fill in how it weighs, the line and its question" in page and "Half a line" in page
    assert "Enter at least one line" in words(dev.post(f"/services/{service.pk}/threshold/", {}))
    assert Threshold.objects.count() == 1


def test_whoever_answers_for_it_finds_the_buttons_and_others_do_not(desk):
    service = a_service(owner=person("ben").pk)
    ben = desk.as_("ben")
    page = words(ben.get(f"/services/{service.pk}/"))
    assert "Change whom it is for" in page and "Ben answers for it" in page
    assert ben.get(f"/services/{service.pk}/change/").status_code == 200
    carys = desk.as_("carys")
    assert "Change whom it is for" not in words(carys.get(f"/services/{service.pk}/"))
    assert carys.get(f"/services/{service.pk}/change/").status_code == 404


def test_the_list_is_searched_and_says_who_takes_nobody(desk, family):
    a_service()
    a_service("Weaste Family Workers", kind="other", takes=False, not_taking="Until May. Ring the Bridge.")
    ben = desk.as_("ben")
    page = words(ben.get("/services/"))
    assert "1 of 2 services takes referrals now." in page
    assert "Until May. Ring the Bridge." in page
    assert "Weaste" not in words(ben.get("/services/?q=psychology"))
    assert "Psychology Service" not in words(ben.get("/services/?kind=other"))
    assert "No service was found" in words(ben.get("/services/?q=zzyx"))
    assert "It takes nobody new at present." in words(family.get("/salford/services/weaste-family-workers/"))
    assert "No service was found" in words(family.get("/salford/services/?q=zzyx"))


@pytest.mark.parametrize(
    ("answers", "comes_to"),
    [
        ("line_1=yes&line_2=yes&line_3=no", "Met"),
        ("line_1=no&line_2=yes&line_3=no", "Not met"),
        ("line_1=yes&line_3=not_sure", "More evidence needed"),
        ("", "More evidence needed"),
    ],
)
def test_anybody_sees_whether_it_fits_and_nobody_is_refused(desk, family, answers, comes_to):
    service = a_service()
    for page in (
        words(family.get(f"/salford/services/{service.slug}/check/?show=1&{answers}")),
        words(desk.as_("ben").get(f"/services/{service.pk}/check/?show=1&{answers}")),
    ):
        assert f"{comes_to}{'.' if 'sp-kicker' in page else ''}</h1>" in page
        assert "sk" in page and "Held against version 1" in page
    assert "Held against" not in words(family.get(f"/salford/services/{service.slug}/check/"))


def test_nonsense_among_the_answers_is_said_and_breaks_nothing(family):
    service = a_service()
    answer = family.get(f"/salford/services/{service.slug}/check/?show=1&line_1=perhaps")
    assert answer.status_code == 200
    assert "Choose one of the answers shown" in words(answer)


def test_a_service_without_a_threshold_has_nothing_to_check(desk, family):
    service = a_service(lines=())
    assert family.get(f"/salford/services/{service.slug}/check/").status_code == 404
    assert desk.as_("ben").get(f"/services/{service.pk}/check/").status_code == 404
    assert "Nobody has written down yet" in words(desk.as_("ben").get(f"/services/{service.pk}/"))


def test_no_colleague_is_named_at_the_familys_door(family):
    service = a_service(owner=person("ben").pk)
    page = words(family.get(f"/salford/services/{service.slug}/"))
    assert "Ben" not in page.split("<main")[1]
