"""Whoever asked and said that the family knows them comes first among those who could lead, with the reason."""

import pytest

from cases.actions.join import join
from cases.candidates import candidates
from cases.models import Case
from core import clock
from referrals.actions.confirm_sender import confirm_sender
from tests.factories.requests import at_work, received, referred
from tests.personas import person, who

pytestmark = pytest.mark.django_db
REASON = "The family knows them, they said when they asked for the child"
WORKER = "caf_worker"


def first(case: Case):
    return candidates(Case.objects.get(pk=case.pk), clock.today())[0]


def reasons(case: Case) -> list[str]:
    return [one.name for one in candidates(Case.objects.get(pk=case.pk), clock.today()) if REASON in one.why]


def test_a_colleague_who_referred_and_is_known_comes_first(world):
    case = referred(by=who(WORKER), signed_in=True).case
    assert first(case).key == person(WORKER).pk
    assert reasons(case) == [person(WORKER).name]


def test_who_said_that_the_family_does_not_know_them_has_no_such_reason(world):
    case = referred(by=who(WORKER), signed_in=True, work=at_work(known_to_family=False)).case
    assert reasons(case) == []
    assert first(case).key != person(WORKER).pk


def test_a_parent_who_asks_is_no_candidate_and_gives_nobody_the_reason(world):
    assert reasons(received(by=who("amina")).case) == []


def test_an_address_counts_once_it_is_confirmed(world):
    referral = referred(email=person(WORKER).email.upper())
    assert reasons(referral.case) == [], "anybody can type a colleague's address"
    confirm_sender(referral.sender_id)
    assert reasons(referral.case) == [person(WORKER).name]


def test_what_was_said_on_another_record_of_the_child_counts(world):
    own, other = received().case, referred(by=who(WORKER), signed_in=True, given_name="Ayan").case
    join(other.pk, own.pk, because="One child.", by=who("ben"))
    assert reasons(own) == reasons(other) == [person(WORKER).name]
