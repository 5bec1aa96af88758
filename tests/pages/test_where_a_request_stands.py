"""Whoever asked without an account reads by the link of any letter where the request stands, and no child’s name."""

import re

import pytest

from cases.actions.child.follow import end_following
from cases.actions.child.person import Person, keep_person
from cases.actions.lead import name_lead
from cases.links import confirmation
from notices.models import Dispatch
from pathway.actions.settle_request import settle_request
from referrals.actions.answering import Answer
from referrals.actions.confirm_sender import confirm_sender
from referrals.actions.unwant import unwant
from referrals.words import AsksFor, Said
from tests.acts.test_the_bridge_answers import BECAUSE, say
from tests.factories.children import two_homes
from tests.factories.requests import received, referred
from tests.pages.reading import text_of
from tests.personas import person, who

pytestmark = pytest.mark.django_db


def confirmed(referral):
    confirm_sender(referral.sender_id)
    return referral


def read(family, referral) -> str:
    page = family.get(confirmation(referral.sender_id))
    assert page.status_code == 200
    return text_of(page)


def test_before_the_address_is_confirmed_it_shows_nothing_and_pressing_shows_it_at_once(family):
    referral = received()
    say(referral, Said.DECLINE)
    assert BECAUSE not in read(family, referral)
    assert "Is this your email address?" in read(family, referral)
    shown = text_of(family.post(confirmation(referral.sender_id)))
    assert "Your email address is confirmed" in shown
    assert BECAUSE in shown, "whoever was told no reads why without waiting for a letter"


def test_it_says_what_comes_next_with_its_day_and_who_leads_and_never_who_the_child_is(family):
    referral = confirmed(received())
    assert "By Tuesday 24 November 2026" in read(family, referral)
    say(referral)
    name_lead(referral.case_id, person("engagement_lead").pk, "Nobody else had time.", by=who("carys"))
    shown = read(family, referral)
    assert person("engagement_lead").name in shown and person("engagement_lead").email in shown
    assert "gets in touch with you" in shown
    assert "with everybody who helps your child" in shown
    for never in ("Ayaan", "Chowdhury", "Nasreen", "hides under the table", "Nobody else had time", "{name}"):
        assert never not in shown


def test_a_question_is_answered_from_there_until_it_was_answered(family):
    referral = confirmed(received())
    say(referral, Said.ASK)
    page = family.get(confirmation(referral.sender_id)).content.decode()
    reply = re.search(r'href="(/reply/[^"]+)"', page).group(1)
    family.post(reply, {"words": "The clinic."})
    shown = read(family, referral)
    assert "It is your turn" not in shown
    assert "The clinic." not in shown


def test_where_anything_is_kept_from_somebody_it_shows_the_days_alone(family):
    referral = confirmed(received())
    two_homes(referral.case, secret_lines="8 Wobblewick Lane\nEccles", secret_postcode="M30 7JW")
    say(referral, Said.ASK, Answer("Is the room at 8 Wobblewick Lane, M30 7JW quiet?"))
    shown = read(family, referral)
    assert "Wobblewick" not in shown and "We asked you" not in shown
    assert referral.case.reference in shown


def test_somebody_who_works_with_the_child_reads_of_the_request_alone(family):
    referral = confirmed(referred())
    say(referral)
    shown = read(family, referral)
    assert "We name the engagement lead, and tell you who it is" in shown
    name_lead(referral.case_id, person("engagement_lead").pk, BECAUSE, by=who("carys"))
    shown = read(family, referral)
    assert "is the engagement lead. They bring the family and the services together." in shown
    assert person("engagement_lead").email not in shown
    assert "The first meeting" not in shown


def test_a_request_for_an_assessment_shows_the_days_of_the_law(family):
    referral = confirmed(received(AsksFor.UNSURE))
    settle_request(referral.pk, AsksFor.ASSESSMENT, "It names an assessment.", by=who("ben"))
    shown = read(family, referral)
    assert "You asked for an education, health and care (EHC) needs assessment." in shown
    assert "We tell you whether we will assess your child" in shown


def test_what_the_sender_wrote_when_withdrawing_is_not_there(family):
    referral = confirmed(received(by=who("amina")))
    unwant(referral.pk, "We moved to his grandmother.", by=who("amina"))
    shown = read(family, referral)
    assert "Your request is withdrawn" in shown
    assert "grandmother" not in shown


def test_whoever_follows_the_case_no_longer_is_shown_nothing_by_an_old_link_either(family):
    referral = confirmed(received(by=who("amina")))
    link = confirmation(referral.sender_id)
    assert family.get(link).status_code == 200
    row = keep_person(
        referral.case_id, None, Person("mother", "Amina"),
        by=who("ben"), carer=referral.sender_id,
    )  # fmt: skip
    end_following(referral.case_id, row.pk, by=who("ben"))
    assert family.get(link).status_code == family.post(link).status_code == 404


def test_every_letter_after_that_carries_the_link_and_whoever_has_an_account_is_led_to_it(family):
    referral = confirmed(received())
    say(referral)
    assert "/confirm/" in Dispatch.objects.get(template="help_accepted", case_ref=referral.case_id).body
    signed_in = received(by=who("amina"))
    say(signed_in)
    confirm_sender(signed_in.sender_id)
    name_lead(signed_in.case_id, person("engagement_lead").pk, BECAUSE, by=who("carys"))
    letter = Dispatch.objects.get(template="lead_named", case_ref=signed_in.case_id)
    assert f"/mine/{signed_in.case.reference}/" in letter.body


def test_a_colleague_at_the_desk_is_led_to_what_they_sent(world):
    referral = confirmed(referred(by=who("senco")))
    say(referral)
    letter = Dispatch.objects.get(template="help_accepted", case_ref=referral.case_id)
    assert f"/refer/sent/{referral.case.reference}/" in letter.body


def test_a_colleague_reads_on_the_page_of_what_they_sent_who_leads(desk):
    referral = referred(by=who("senco"))
    say(referral)
    here = f"/refer/sent/{referral.case.reference}/"
    assert "is the engagement lead" not in text_of(desk.as_("senco").get(here))
    name_lead(referral.case_id, person("engagement_lead").pk, BECAUSE, by=who("carys"))
    assert f"{person('engagement_lead').name} is the engagement lead" in text_of(desk.as_("senco").get(here))


def test_the_letter_says_by_when_the_lead_is_in_touch_and_how_to_reach_them(world):
    referral = confirmed(received())
    say(referral)
    name_lead(referral.case_id, person("engagement_lead").pk, BECAUSE, by=who("carys"))
    letter = Dispatch.objects.get(template="lead_named", case_ref=referral.case_id).body
    assert person("engagement_lead").email in letter
    assert re.search(r"They get in touch with you by \w+day \d+ \w+ 2026", letter)


def test_whoever_has_no_account_is_not_sent_in_a_circle(family):
    for page in ("/sign-in/", "/", "/salford/"):
        assert "The link in our newest email to you shows where your request stands" in text_of(family.get(page))
