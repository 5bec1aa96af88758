"""The pages of the decision whether to assess, at both doors."""

from datetime import date

import pytest

from cases.links import confirmation
from ehcp.actions.contacts import keep_contacts
from ehcp.models import AssessmentDecision, AssessmentRequest, NoticeContacts, Telling
from ehcp.words import Limb
from pathway.actions.decide_assessment import decide_assessment
from referrals.actions.confirm_sender import confirm_sender
from referrals.words import AsksFor
from tests.acts.test_who_a_child_is import put_on
from tests.factories.ehcp import AUTHOR, CONTACTS, DECIDER, asked_for, person, prepared, put_forward, yes
from tests.factories.requests import received, referred
from tests.pages.reading import assert_an_error_by_the_book, text_of
from tests.pages.test_meetings import day
from tests.personas import who

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
WHOLE = {
    "before": "0", "assess": "no", "may_have_needs": "yes", "needs_because": "The report.", "may_be_necessary": "no",
    "necessary_because": "The school gives it.", "family_view": "They fear it stops.", "instead": "It goes on.",
}  # fmt: skip


def at(request, more="") -> str:
    return f"/cases/{request.case.reference}/ehc/{request.pk}/{more}"


def test_a_case_without_a_request_says_so(desk):
    referral = received()
    put_on(referral.case, AUTHOR, "owner")
    page = text_of(desk.as_(AUTHOR).get(f"/cases/{referral.case.reference}/ehc/"))
    assert "Nobody has asked for an EHC needs assessment" in page


def test_a_coordinator_prepares_and_a_manager_decides(desk, family):
    request = asked_for(by=who("amina"))
    keep_contacts(CONTACTS, by=who("dev"))
    coordinator = desk.as_(AUTHOR)
    for whom in ("family", "health", "social_care", "setting"):
        noted = {**day(TODAY, "told_on"), "how": "By telephone"}
        assert coordinator.post(at(request, f"told/{whom}/"), noted).status_code == 302
    for limb in Limb:
        shown = {"shows": "Reads little.", "source": "Mum", **day(TODAY, "dated_on")}
        assert coordinator.post(at(request, f"evidence/{limb}/"), shown).status_code == 302
    page = text_of(coordinator.get(f"/cases/{request.case.reference}/ehc/"))
    assert "Reads little." in page and "The family must be told by" in page
    whole = WHOLE | {"contact": str(person(AUTHOR).pk), **day(date(2026, 12, 2), "meet_by"), "go_on": "yes"}
    assert coordinator.post(at(request, "decision/"), whole)["Location"].endswith("/propose/")
    assert "18 January 2027" in text_of(coordinator.get(at(request, "propose/")))
    assert coordinator.post(at(request, "propose/"), {"before": "1"}).status_code == 302
    manager = desk.as_(DECIDER)
    assert "1 waits for your decision." in text_of(manager.get("/decisions/"))
    assert "Refuse to assess" in text_of(manager.get(at(request, "decide/")))
    assert manager.post(at(request, "decide/")).status_code == 302
    assert "The council does not assess" in text_of(manager.get(at(request)))
    assert "No request waits for a decision." in text_of(manager.get("/decisions/"))
    assert "Two months" not in text_of(manager.get(at(request, "notice/")))
    amina = family.as_("amina")
    mine = text_of(amina.get(f"/mine/{request.case.reference}/"))
    assert "We decided not to assess" in mine
    read = text_of(amina.get(f"/mine/{request.case.reference}/decision/{request.pk}/"))
    for words in ("The school gives it.", "18 January 2027", CONTACTS.mediation_adviser, "It goes on."):
        assert words in read
    for door, path in ((manager, at(request, "notice/file/")),
                       (amina, f"/mine/{request.case.reference}/decision/{request.pk}/file/")):  # fmt: skip
        file = door.get(path)
        assert file["Content-Type"] == "application/pdf" and b"pdfuaid:part" in file.content


def test_what_is_half_done_is_kept_and_what_is_wanting_is_said(desk):
    request = asked_for()
    coordinator = desk.as_(AUTHOR)
    assert coordinator.post(at(request, "decision/"), {"before": "0", "needs_because": "So far."}).status_code == 302
    assert "So far." in text_of(coordinator.get(at(request)))
    page = text_of(coordinator.get(at(request, "propose/")))
    assert "Something is missing." in page and "The health board was told" in page
    assert coordinator.post(at(request, "propose/"), {"before": "1"}).status_code == 409
    assert AssessmentDecision.objects.get().state == "writing"


def test_two_who_write_lose_nothing(desk):
    request = prepared()
    coordinator = desk.as_(AUTHOR)
    coordinator.post(at(request, "decision/"), WHOLE)
    answer = coordinator.post(at(request, "decision/"), WHOLE | {"instead": "My own words."})
    page = text_of(answer)
    assert answer.status_code == 409 and "Somebody else wrote here meanwhile" in page
    assert "It goes on." in page and "My own words." in answer.content.decode()
    assert 'name="before" value="1"' in answer.content.decode(), "to be kept knowingly"


@pytest.mark.parametrize(
    ("where", "sent", "words"),
    [
        ("told/health/", {"how": ""}, "Enter the day and how"),
        ("told/health/", {**day(date(2026, 11, 30), "told_on"), "how": "By email"}, "today or earlier"),
        ("told/health/", {"told_on_day": "31", "told_on_month": "2", "told_on_year": "2026", "how": "x"}, "real"),
        ("evidence/needs/", {"shows": "Kept words", "source": ""}, "Write where it stands"),
        ("evidence/needs/", {"shows": "Kept words", "source": "Mum", **day(date(2026, 11, 30), "dated_on")}, "today"),
    ],
)
def test_a_wrong_answer_is_said_and_kept(desk, where, sent, words):
    request = asked_for()
    answer = desk.as_(AUTHOR).post(at(request, where), sent)
    assert words in text_of(answer)
    assert answer.status_code in {200, 409} and "There is a problem" in text_of(answer)
    for typed in sent.values():
        assert str(typed) in answer.content.decode()
    assert not Telling.objects.exists()


def test_contacts_say_what_is_missing(desk):
    keeper = desk.as_("dev")
    answer = keeper.post("/decisions/contacts/", {**vars(CONTACTS), "advice_service": ""})
    assert_an_error_by_the_book(answer, "advice_service", "Enter: information, advice and support service (sendiass)")
    assert CONTACTS.mediation_adviser in answer.content.decode() and not NoticeContacts.objects.exists()
    assert keeper.post("/decisions/contacts/", vars(CONTACTS)).status_code == 302
    assert CONTACTS.mediation_adviser in text_of(keeper.get("/decisions/contacts/"))


def test_a_manager_sends_it_back_and_its_author_reads_why(desk):
    request = put_forward()
    manager = desk.as_(DECIDER)
    assert_an_error_by_the_book(manager.post(at(request, "back/"), {}), "because", "Say what should be changed")
    assert manager.post(at(request, "back/"), {"because": "Which report?"}).status_code == 302
    assert "A manager wants it changed" in text_of(desk.as_(AUTHOR).get(at(request)))
    assert manager.get(at(request, "decide/")).status_code == 404


def test_its_author_reads_that_somebody_else_decides(desk):
    request = put_forward()
    page = desk.as_(AUTHOR).get(at(request))
    assert "has put it to a manager" in text_of(page) and "Take it back to change it" in text_of(page)
    assert desk.as_(AUTHOR).get(at(request, "decision/")).status_code == 404


def test_a_yes_is_told_with_what_comes_next(desk, family):
    request = put_forward(yes(), by=who("amina"))
    assert desk.as_(DECIDER).post(at(request, "decide/")).status_code == 302
    amina = family.as_("amina")
    read = text_of(amina.get(f"/mine/{request.case.reference}/decision/{request.pk}/"))
    assert "We will assess" in read and "appeal" not in read
    assert amina.get(f"/mine/{request.case.reference}/decision/{request.pk}/file/").status_code == 404
    assert AssessmentRequest.objects.get().state == "agreed"


def test_a_stranger_of_the_family_reads_nothing(family):
    request = put_forward(by=who("amina"))
    decide_assessment(request.pk, by=who(DECIDER))
    assert family.as_("priya").get(f"/mine/{request.case.reference}/decision/{request.pk}/").status_code == 404


def test_whoever_has_no_account_reads_by_their_link_what_they_can_do_and_no_reason(family):
    request = put_forward(given_name="Persephone")
    confirm_sender(request.asked_by_id)
    decide_assessment(request.pk, by=who(DECIDER))
    page = text_of(family.get(confirmation(request.asked_by_id)))
    for words in ("We decided not to assess", "18 January 2027", CONTACTS.mediation_adviser, "comes to you by post"):
        assert words in page
    for hidden in ("Persephone", "The school provides all of it already.", "Six hours of help"):
        assert hidden not in page


def test_a_school_that_asked_reads_by_its_link_that_it_is_decided_and_no_more(family):
    asked = referred(AsksFor.ASSESSMENT)
    request = put_forward(request=AssessmentRequest.objects.get(case=asked.case_id))
    confirm_sender(asked.sender_id)
    decide_assessment(request.pk, by=who(DECIDER))
    page = text_of(family.get(confirmation(asked.sender_id)))
    assert "The parent or young person has been told" in page and CONTACTS.mediation_adviser not in page


def test_a_request_is_withdrawn_where_the_family_wants_it(desk, family):
    request = asked_for(by=who("amina"))
    coordinator = desk.as_(AUTHOR)
    assert_an_error_by_the_book(
        coordinator.post(at(request, "withdraw/"), {}), "because", "Write who wants it withdrawn, and how they said so"
    )
    assert coordinator.post(at(request, "withdraw/"), {"because": "Mum rang: not now."}).status_code == 302
    page = text_of(coordinator.get(at(request)))
    assert "The request is withdrawn." in page and "Mum rang: not now." in page
    assert coordinator.get(at(request, "withdraw/")).status_code == 404
    theirs = text_of(family.as_("amina").get(f"/mine/{request.case.reference}/"))
    assert "is withdrawn. You can ask again" in theirs and "not now" not in theirs


def test_after_a_refusal_the_page_says_what_is_still_to_be_done(desk):
    request = put_forward()
    decide_assessment(request.pk, by=who(DECIDER))
    page = text_of(desk.as_(AUTHOR).get(at(request)))
    assert "The way forward" in page and "before a way-forward meeting was held" in page


def test_a_manager_finds_what_waits_on_their_first_page(desk):
    request = put_forward()
    page = text_of(desk.as_(DECIDER).get("/work/"))
    assert "Waiting for your decision: 1" in page and request.case.reference in page
    assert "Waiting for your decision" not in text_of(desk.as_("carys").get("/work/")), "who may not decide"
    assert "Waiting for your decision" not in text_of(desk.as_(AUTHOR).get("/work/"))
