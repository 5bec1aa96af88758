"""A SENCO who is signed in refers a child, and sees afterwards what became of the request and nothing else."""

import html

import pytest

from accounts.models import Agency, Membership
from cases.actions.child.details import change_details
from cases.actions.child.follow import let_follow
from cases.actions.child.person import Person, keep_person
from cases.models import Draft
from core import clock
from core.refusals import NotAllowed
from notices.models import Dispatch
from pathway.actions.answer_request import answer_request
from people.models import Carer
from referrals.actions.answering import Answer
from referrals.models import Referral
from referrals.words import AsksFor, Said
from tests.factories.children import details
from tests.factories.requests import at_work, received, referred
from tests.pages.asking import AT_WORK
from tests.personas import SALFORD, person, who

pytestmark = pytest.mark.django_db
SIGNED_IN = [key for key in AT_WORK if key != "who"]


def answer_all(desk, **changes):
    for key in SIGNED_IN:
        given = {name: value for name, value in AT_WORK[key].items() if name not in {"sender_name", "email"}}
        response = desk.post(f"/refer/{key}/", {**given, **changes.get(key, {})})
        assert response.status_code == 302, f"{key}: {response.content.decode()}"


def said(page) -> str:
    return html.unescape(page.content.decode())


@pytest.fixture
def senco(desk, world):
    return desk.as_("senco")


def test_the_account_says_who_asks_and_its_address_needs_no_confirming(senco):
    assert "Your name" not in said(senco.get("/refer/what/"))
    answer_all(senco)
    assert "sender_name" not in said(senco.get("/refer/work/"))
    page = senco.post("/refer/check/", follow=True)
    referral = Referral.objects.get()
    assert referral.case.reference in said(page)
    sender = Carer.objects.get(asked=True)
    assert (sender.person, sender.email, bool(sender.email_confirmed_at)) == (
        person("senco"), person("senco").email, True,
    )  # fmt: skip
    assert "that this address is yours" not in Dispatch.objects.get(template="help_received").body


def test_a_half_done_request_is_kept_for_the_person_and_nobody_else(senco, desk, world):
    senco.post("/refer/what/", {"asks_for": "help"})
    assert "You have begun one" in said(senco.get("/refer/"))
    senco.cookies.clear()
    assert "You have begun one" in said(desk.as_("senco").get("/refer/"))
    assert "You have begun one" not in said(desk.as_("ben").get("/refer/"))
    desk.as_("senco").post("/refer/", {"delete": "1"})
    assert not Draft.objects.exists()


def test_pressing_send_twice_sends_once(senco):
    answer_all(senco)
    mark = senco.get("/refer/check/").context["mark"]
    assert senco.post("/refer/check/", {"draft": mark}).status_code == 302
    assert senco.post("/refer/check/", {"draft": mark}).status_code == 302
    assert Referral.objects.count() == 1


def test_afterwards_they_see_what_the_bridge_said_and_nothing_else_of_the_case(senco):
    answer_all(senco)
    senco.post("/refer/check/")
    referral = Referral.objects.get()
    at = f"/refer/sent/{referral.case.reference}/"
    assert "We tell you what happens next" in said(senco.get(at))
    answer_request(
        referral.pk, Said.DECLINE, Answer("One service is enough.", instead="Speech will ring."), by=who("ben")
    )
    page = said(senco.get(at))
    assert "One service is enough." in page
    assert "Speech will ring." in page
    assert "Not taken on" in said(senco.get("/refer/"))
    for elsewhere in (f"/cases/{referral.case.reference}/", f"/requests/{referral.case.reference}/"):
        assert senco.get(elsewhere).status_code == 404


def test_a_name_put_right_since_is_not_told_to_the_sender(senco, world):
    referral = referred(by=who("senco"), given_name="Ayan")
    change_details(referral.case_id, details(given_name="Bilal", family_name="Newname"), by=who("ben"))
    page = said(senco.get(f"/refer/sent/{referral.case.reference}/"))
    assert "Ayan Chowdhury" in page
    assert "Newname" not in page


def test_another_colleagues_request_looks_like_none(desk, world):
    referral = referred(by=who("senco"))
    assert desk.as_("ben").get(f"/refer/sent/{referral.case.reference}/").status_code == 404
    assert desk.as_("ben").get("/refer/sent/SAL-AAAA-AAAA/").status_code == 404


def test_a_colleague_does_not_ask_as_a_family(world):
    with pytest.raises(NotAllowed):
        received(by=who("senco"))


def test_a_child_open_already_under_another_spelling_is_taken_and_offered_to_the_bridge(senco, desk):
    received(given_name="Ayan", family_name="Choudhury")
    answer_all(senco)
    senco.post("/refer/check/")
    referral = Referral.objects.order_by("received_at").last()
    assert "Could this be someone we know?" in said(desk.as_("ben").get(f"/requests/{referral.case.reference}/"))


def test_what_the_account_says_of_ones_work_stands_there_to_be_changed(senco):
    own = Agency.objects.get(council=SALFORD)
    Membership.objects.filter(person=person("senco")).update(agency=own)
    senco.post("/refer/what/", AT_WORK["what"])
    page = said(senco.get("/refer/work/"))
    for given in ('value="SENCO"', f'value="{own.name}"'):
        assert given in page
    senco.post("/refer/work/", {**AT_WORK["work"], "job": "Deputy head"})
    assert 'value="Deputy head"' in said(senco.get("/refer/work/"))


def test_after_yes_the_sender_reads_by_when_a_lead_is_named(desk, world):
    sent = referred(by=who("ben"))
    at = f"/refer/sent/{sent.case.reference}/"
    assert "Nasreen Chowdhury was written to" in said(desk.as_("ben").get(at))
    answer_request(sent.pk, Said.ACCEPT, Answer("Three services are involved."), by=who("ben"))
    assert "We name the engagement lead, and tell you who it is: by Tuesday 1 December 2026" in said(desk.get(at))


@pytest.mark.parametrize("name", ["stella", "dev"])
def test_who_opens_no_case_refers_none(desk, world, name):
    assert desk.as_(name).get("/refer/").status_code in {403, 404}


class TestAtTheBridge:
    """What the Bridge reads, and how it lets the family be told."""

    @pytest.fixture
    def worried(self, world):
        return referred(AsksFor.HELP, work=at_work(concern="He has marks on his arms."))

    def test_the_worry_comes_first_and_the_reason_is_in_view(self, worried, desk):
        page = said(desk.as_("ben").get(f"/requests/{worried.case.reference}/"))
        assert page.index("He has marks on his arms.") < page.index("He hides under the table")
        for words in (
            "SENCO, Broadwalk Primary", "Speech and language therapy", "Expected:",
            "Speech, language and communication",
            "Not yet.", "has a safeguarding concern", "Two or more services, involved or expected: met",
        ):  # fmt: skip
            assert words in page, words
        assert "Safeguarding concern" in said(desk.get("/requests/"))

    def test_nobody_is_written_to_before_somebody_made_sure(self, worried, desk):
        at = f"/requests/{worried.case.reference}/tell-family/"
        page = desk.as_("ben").post(at, {"what": "tell"})
        assert page.status_code == 409
        assert "Make sure first" in said(page)
        assert desk.post(at, {"what": "tell", "safe": "on", "agrees": "on"}).status_code == 302
        letter = Dispatch.objects.get(template="family_told")
        assert letter.address == "nasreen@families.example"
        assert Referral.objects.get().consent
        assert desk.get(at).status_code == 404, "told is told"

    def test_why_not_is_kept_and_can_be_changed(self, worried, desk):
        at = f"/requests/{worried.case.reference}/tell-family/"
        assert desk.as_("ben").post(at, {"what": "not", "because": " "}).status_code == 409
        desk.post(at, {"what": "not", "because": "Social care sees them first."})
        assert "Social care sees them first." in said(desk.get(f"/requests/{worried.case.reference}/"))
        assert not Dispatch.objects.filter(template="family_told").exists()
        desk.post(at, {"what": "tell", "safe": "on"})
        assert Dispatch.objects.filter(template="family_told").exists()

    def test_what_the_bridge_says_later_reaches_a_parent_who_was_told(self, world):
        told, not_told = referred(), referred(work=at_work(parent=None), asks_for=AsksFor.HELP)
        for referral in (told, not_told):
            answer_request(referral.pk, Said.ACCEPT, Answer("They need it."), by=who("ben"))
        news = Dispatch.objects.filter(template="family_news")
        assert [(row.address, row.case_ref) for row in news] == [("nasreen@families.example", told.case_id)]

    def test_one_agency_is_offered_with_the_reason_and_nothing_is_blocked(self, world, desk):
        referral = referred(work=at_work(services=()))
        page = said(desk.as_("ben").get(f"/requests/{referral.case.reference}/"))
        assert "Pass it to one agency for advice" in page
        offered = said(desk.get(f"/requests/{referral.case.reference}/answer/send_on/?why=one"))
        assert "Fewer than two services are involved" in offered
        answer_request(referral.pk, Said.ACCEPT, Answer("They need it all the same."), by=who("ben"))


def test_salford_is_where_they_are_sent(senco):
    answer_all(senco)
    senco.post("/refer/check/")
    assert Referral.objects.get().authority_id == SALFORD


def test_a_family_that_follows_reads_that_somebody_else_asked(world, family):
    referral = referred()
    involve_amina(referral)
    page = said(family.as_("amina").get(f"/mine/{referral.case.reference}/"))
    assert "Somebody who works with your family asked us" in page
    assert "You asked us" not in page.split("What happened")[-1]
    for private in ("Moira Keane", "He hides under the table", "Broadwalk Primary"):
        assert private not in page


def involve_amina(referral) -> None:
    """A colleague let the mother follow."""
    around = keep_person(
        referral.case_id, None,
        Person("mother", "Amina", responsible="yes", checked_how="birth_certificate", checked_on=clock.today(),
               email=person("amina").email), by=who("ben"),
    )  # fmt: skip
    let_follow(referral.case_id, around.pk, "photo", by=who("ben"))


def test_a_school_finds_its_own_name_where_the_child_learns_and_may_change_it(desk):
    senco = desk.as_("senco")
    for key in SIGNED_IN:
        if key == "home":
            page = said(senco.get("/refer/home/"))
            assert f'value="{AT_WORK["work"]["organisation"]}"' in page
            break
        given = {name: value for name, value in AT_WORK[key].items() if name not in {"sender_name", "email"}}
        senco.post(f"/refer/{key}/", given)
