"""Naming a lead starts a target of five working days for being in touch; saying that one was meets it."""

from datetime import date, datetime

import pytest

from cases.actions.in_touch import say_in_touch
from cases.actions.lead import name_lead
from cases.family import next_steps
from cases.models import Deadline
from cases.words import Ended
from core.clock import LONDON
from core.past import hold
from pathway.actions.answer_request import answer_request
from referrals.actions.answering import Answer
from referrals.words import Said
from tests.factories.requests import received
from tests.personas import person, who

pytestmark = pytest.mark.django_db
CODE = "FIRST-CONTACT-LOCAL"
NEXT = date(2026, 12, 1)


@pytest.fixture
def referral(world):
    """Accepted, and the lead was named on Wednesday 18 November."""
    referral = received(by=who("amina"))
    answer_request(referral.pk, Said.ACCEPT, Answer("Three services are involved."), by=who("ben"))
    name_lead(referral.case_id, person("engagement_lead").pk, "She knows the family.", by=who("carys"))
    return referral


def owed(referral) -> Deadline:
    return Deadline.objects.get(case=referral.case_id, duty=CODE, ended_on=None)


def test_naming_a_lead_starts_it_and_the_family_reads_the_day(referral):
    assert owed(referral).due_strict == date(2026, 11, 24)
    steps = {step.words: step.by for step in next_steps(referral.case, oneself=False)}
    assert steps["The person who brings everybody together gets in touch with you"] == date(2026, 11, 24)
    assert steps["The first meeting of your family with everybody who helps {name}"] == date(2026, 12, 15)


def test_only_having_reached_the_family_meets_it(referral):
    say_in_touch(referral.case_id, False, NEXT, by=who("engagement_lead"))
    assert owed(referral)
    with hold(datetime(2026, 11, 20, 10, tzinfo=LONDON)):
        say_in_touch(referral.case_id, True, NEXT, by=who("engagement_lead"))
    done = Deadline.objects.get(case=referral.case_id, duty=CODE)
    assert (done.ended_as, done.ended_on) == (Ended.MET, date(2026, 11, 20))
    say_in_touch(referral.case_id, True, NEXT, by=who("engagement_lead"))
    assert Deadline.objects.get(case=referral.case_id, duty=CODE).ended_on == date(2026, 11, 20), "the first counts"


def test_another_lead_is_to_be_in_touch_anew(referral):
    say_in_touch(referral.case_id, True, NEXT, by=who("engagement_lead"))
    with hold(datetime(2026, 11, 25, 10, tzinfo=LONDON)):
        name_lead(referral.case_id, person("social_worker").pk, "The family asked.", by=who("carys"))
    assert owed(referral).counted_from == date(2026, 11, 25)
    assert Deadline.objects.filter(case=referral.case_id, duty=CODE).count() == 2
