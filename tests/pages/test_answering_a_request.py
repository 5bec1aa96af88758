"""Answering a request at the desk, and what the family reads and answers at theirs."""

import pytest
from django.utils.html import escape

from cases.actions.lead import name_lead
from cases.candidates import candidates
from cases.leading import lead_of
from cases.links import reply_to
from cases.models import Case
from core import clock
from pathway.actions.go_to_social_care import go_to_social_care
from pathway.actions.settle_request import settle_request
from referrals.actions.answering import Answer
from referrals.models import Referral, TriageAnswer
from referrals.words import AsksFor, Said, State, Why
from tests.acts.test_the_bridge_answers import BECAUSE, say
from tests.factories.children import two_homes
from tests.factories.requests import received
from tests.factories.teams import team
from tests.pages.reading import assert_an_error_by_the_book, text_of
from tests.personas import person, who

pytestmark = pytest.mark.django_db


@pytest.fixture
def ben(desk):
    return desk.as_("ben")


def at(referral, page: str) -> str:
    return f"/requests/{referral.case.reference}/{page}"


def test_the_request_offers_every_answer_and_each_has_its_own_page(ben):
    referral = received()
    page = ben.get(at(referral, ""))
    for said in ("accept", "ask", "send_on", "decline"):
        assert at(referral, f"answer/{said}/") in page.content.decode()
        assert "He hides under the table" in text_of(ben.get(at(referral, f"answer/{said}/")))


@pytest.mark.parametrize("asks_for", [AsksFor.ASSESSMENT, AsksFor.UNSURE])
def test_what_is_not_a_request_for_help_offers_none(ben, asks_for):
    assert "What should happen?" not in text_of(ben.get(at(received(asks_for), "")))


def test_accepting_leads_back_to_the_request_which_says_so(ben):
    referral = received()
    page = ben.post(at(referral, "answer/accept/"), {"because": BECAUSE}, follow=True)
    assert "Ayaan’s request is accepted" in text_of(page)
    assert BECAUSE in text_of(page)
    assert "Take this back" in text_of(page)
    assert "What should happen?" not in text_of(page)


def test_what_is_missing_is_said_beside_the_field_and_at_the_top_and_nothing_typed_is_lost(ben):
    referral = received()
    page = ben.post(at(referral, "answer/decline/"), {"because": "Ayaan is doing well.", "instead": ""})
    shown = page.content.decode()
    assert "There is a problem" in shown
    assert shown.count("Say what happens instead") >= 2
    assert shown.count(escape("Leave the child’s names out")) >= 2
    assert "Ayaan is doing well." in shown
    assert Referral.objects.get().state == State.WAITING


def test_somebody_else_answered_a_moment_ago(ben):
    referral = received()
    say(referral, Said.DECLINE, by="carys")
    page = ben.post(at(referral, "answer/accept/"), {"because": BECAUSE})
    assert page.status_code == 409
    said = text_of(page)
    assert "already been done" in said
    for words in ("Carys answered on", "declined", "What you wrote was not sent"):
        assert words in said
    assert BECAUSE in page.content.decode(), "what was typed is kept"
    assert "Accept the request" not in said, "there is nothing left to accept"
    assert "Accept the request" not in text_of(ben.get(at(referral, "answer/accept/"))), "nor on coming back"
    half = ben.post(at(referral, "answer/decline/"), {"because": "Half of it.", "instead": ""}).content.decode()
    assert "Half of it." in half
    assert "#id_instead" not in half, "no error leads to a field that is not there"


def test_without_agreement_to_sharing_it_is_accepted_only_where_a_child_may_not_be_safe_and_by_saying_so(world, ben):
    team("care", "Social care", "social_worker")
    referral = received(AsksFor.UNSURE, consent=False)
    settle_request(referral.pk, AsksFor.HELP, "They ask for help.", by=who("ben"))
    assert "without agreement" not in text_of(ben.get(at(referral, "answer/accept/")))
    go_to_social_care(referral.case_id, "He says that he is afraid to go home.", by=who("ben"))
    page = ben.post(at(referral, "answer/accept/"), {"because": BECAUSE})
    assert_an_error_by_the_book(page, str(Why.SAY_WITHOUT_AGREEMENT), kept=(BECAUSE,))
    page = ben.post(at(referral, "answer/accept/"), {"because": BECAUSE, "unagreed": "on"}, follow=True)
    assert "request is accepted" in text_of(page)


def test_the_queue_says_that_the_sender_was_asked(ben):
    say(received(), Said.ASK)
    assert "the sender was asked for more" in text_of(ben.get("/requests/"))


def test_an_accepted_request_leaves_the_queue(ben):
    say(received())
    assert "Nothing is waiting" in text_of(ben.get("/requests/"))


def test_the_link_shows_the_question_and_takes_the_answer_without_signing_in(family):
    referral = received()
    say(referral, Said.ASK)
    address = reply_to(TriageAnswer.objects.get().pk)
    page = family.get(address)
    assert "Which services have you seen this year?" in text_of(page)
    assert "Ayaan" not in text_of(page), "the link may be opened by somebody else"
    assert "Write your answer" in text_of(family.post(address, {"words": "  "}))
    assert "We have your answer" in text_of(family.post(address, {"words": "The clinic."}))
    assert TriageAnswer.objects.get().reply == "The clinic."
    assert "You answered on" in text_of(family.get(address))


def test_a_question_that_holds_a_secret_address_is_not_shown_to_whoever_may_not_be_told_it(family):
    referral = received()
    two_homes(referral.case, secret_lines="8 Wobblewick Lane\nEccles", secret_postcode="M30 7JW")
    say(referral, Said.ASK, Answer("Is the room at 8 Wobblewick Lane, M30 7JW quiet?"))
    shown = text_of(family.get(reply_to(TriageAnswer.objects.get().pk)))
    assert "Wobblewick" not in shown
    assert "M30 7JW" not in shown
    assert "Please call us" in shown


def test_opening_the_link_answers_nothing_and_a_made_up_one_is_over(family):
    referral = received()
    say(referral, Said.ASK)
    family.get(reply_to(TriageAnswer.objects.get().pk))
    assert not TriageAnswer.objects.get().reply
    assert family.get("/reply/made-up/").status_code == 404


def test_the_signed_in_sender_reads_it_on_their_page_and_answers_there(family):
    referral = received(by=who("amina"))
    say(referral, Said.ASK)
    amina = family.as_("amina")
    mine = f"/mine/{referral.case.reference}/"
    assert "It is your turn" in text_of(amina.get(mine))
    page = amina.post(f"{mine}answer/", {"words": "The clinic and the health visitor."}, follow=True)
    assert "The clinic and the health visitor." in text_of(page)
    assert "It is our turn" in text_of(page)


@pytest.mark.parametrize("said", [Said.ACCEPT, Said.SEND_ON, Said.DECLINE])
def test_the_family_reads_what_was_said_in_its_own_words(family, said):
    referral = received(by=who("amina"))
    say(referral, said)
    shown = text_of(family.as_("amina").get(f"/mine/{referral.case.reference}/"))
    assert BECAUSE in shown
    for state in ("Declined, with", "Passed to a named", "triage"):
        assert state not in shown, "no words of the office"


def test_the_family_reads_who_leads_and_nothing_of_why(family):
    referral = received(by=who("amina"))
    say(referral)
    mine = f"/mine/{referral.case.reference}/"
    amina = family.as_("amina")
    assert "is your engagement lead" not in text_of(amina.get(mine))
    name_lead(referral.case_id, person("engagement_lead").pk, "Nobody else had time.", by=who("carys"))
    shown = text_of(amina.get(mine))
    assert "Engagement lead is your engagement lead" in shown
    assert "We named your engagement lead" in shown
    assert "gets in touch with you" in shown, "nobody is left without knowing whose turn it is"
    assert "Nobody else had time" not in shown


def test_the_lead_is_chosen_from_people_with_the_reasons_in_view(desk):
    referral = received()
    say(referral)
    carys = desk.as_("carys")
    address = f"/cases/{referral.case.reference}/lead/"
    assert "Leads on 0 now" in text_of(carys.get(address))
    assert "Choose who leads" in text_of(carys.post(address, {"because": BECAUSE}))
    assert "Choose who leads" in text_of(carys.post(address, {"person": "other", "because": BECAUSE}))
    lead = person("engagement_lead")
    page = carys.post(address, {"person": str(lead.pk), "because": BECAUSE}, follow=True)
    assert "Engagement lead is Ayaan’s engagement lead" in text_of(page)
    assert lead_of(Case.objects.get()) == lead


def test_who_knows_the_child_comes_first_and_who_has_much_to_carry_later(world, desk):

    for _time in range(2):
        busy = received()
        say(busy)
        name_lead(busy.case_id, person("engagement_lead").pk, BECAUSE, by=who("carys"))
    referral = received()
    say(referral)
    found = candidates(referral.case, clock.today())
    assert [one.key for one in found][0] == person("engagement_lead").pk, "whose role it is"
    assert found[0].load == 2
    assert "Leads on 2 now" in found[0].why


def test_an_officer_may_not_name_the_lead_and_is_offered_no_link(ben):
    referral = received()
    say(referral)
    assert "Name an engagement lead" not in text_of(ben.get(f"/cases/{referral.case.reference}/"))


def test_those_who_work_with_families_come_before_those_who_read_requests_or_manage(world):
    referral = received()
    say(referral)
    roles = [one.roles for one in candidates(referral.case, clock.today())]
    first_in_office = next(n for n, held in enumerate(roles) if "Bridge worker" in held)
    assert ("Social worker",) in roles[:first_in_office]
