"""Whether the pathway is meant for a child, and words that sound like a worry. No database."""

from datetime import date

import pytest

from referrals.eligibility import Outcome, Where, one_agency, worked_out
from referrals.rules import ReferralFacts, against_receiving, told_at_once
from referrals.words import AsksFor, FamilyKnows, Why
from referrals.worries import sounds_like_a_worry

TODAY = date(2026, 11, 22)
SOUTH = Where(home="South")


def outcomes(asks_for=AsksFor.HELP, **changed) -> list[Outcome]:
    given = {
        "born_on": date(2018, 6, 14), "on": TODAY, "services": ["a", "b"], "where": SOUTH, "complex_because": "Much.",
    }  # fmt: skip
    return [one.outcome for one in worked_out(asks_for, **(given | changed))]


MET, NOT, MORE = Outcome.MET, Outcome.NOT_MET, Outcome.MORE


def test_everything_met():
    assert outcomes() == [MET, MET, MET, MET]


@pytest.mark.parametrize(
    ("born_on", "outcome"),
    [
        (date(2026, 11, 22), MET),
        (date(2026, 11, 23), NOT),
        (date(2000, 11, 23), MET),
        (date(2000, 11, 22), NOT),
    ],
)
def test_from_birth_to_the_day_before_the_26th_birthday(born_on, outcome):
    assert outcomes(born_on=born_on)[0] == outcome


@pytest.mark.parametrize(
    ("services", "outcome", "one"),
    [
        (None, MORE, False),
        ([], NOT, True),
        (["Speech"], NOT, True),
        (["Speech", "Speech"], NOT, True),
        (["Speech", "Early help"], MET, False),
    ],
)
def test_two_services_that_differ(services, outcome, one):
    assert outcomes(services=services)[1] == outcome
    assert one_agency(services) is one


@pytest.mark.parametrize(
    ("where", "outcome", "says"),
    [
        (Where(home="South", school="North"), MET, "Lives in South and learns in North."),
        (Where(home="South"), MET, "Lives in South."),
        (Where(school="South"), MET, "Learns in South."),
        (Where(localities=False), MET, "whole of the council’s area"),
        (Where(postcode=False), MORE, "No home postcode"),
        (Where(), NOT, "case by case"),
    ],
)
def test_lives_or_learns_where_it_is_open_and_which_is_said(where, outcome, says):
    test = worked_out(
        AsksFor.HELP, born_on=date(2018, 6, 14), on=TODAY, services=None, where=where, complex_because=""
    )[2]  # fmt: skip
    assert (test.outcome, says in test.said()) == (outcome, True)


@pytest.mark.parametrize(
    ("where", "outcome"),
    [(Where(ours=True), MET), (Where(home="South"), MET), (Where(council="Bolton City Council"), NOT), (Where(), MORE)],
)
def test_an_assessment_asks_whose_the_home_is_and_nothing_of_services(where, outcome):
    assert outcomes(AsksFor.ASSESSMENT, where=where, services=[]) == [MET, outcome]


@pytest.mark.parametrize(
    ("asks_for", "knows", "concern", "why"),
    [
        (AsksFor.HELP, FamilyKnows.AGREES, False, []),
        (AsksFor.HELP, FamilyKnows.DISAGREES, False, [Why.PARENT_MUST_AGREE]),
        (AsksFor.HELP, FamilyKnows.DOES_NOT_KNOW, False, [Why.PARENT_MUST_AGREE]),
        (AsksFor.HELP, FamilyKnows.DISAGREES, True, []),
        (AsksFor.ASSESSMENT, FamilyKnows.DISAGREES, False, []),
        (AsksFor.UNSURE, FamilyKnows.DOES_NOT_KNOW, False, []),
        (AsksFor.ASSESSMENT, FamilyKnows.NOT_SAFE, False, [Why.WRITE_WHY_NOT_SAFE]),
        (AsksFor.HELP, FamilyKnows.NOT_SAFE, True, []),
    ],
)
def test_agreement_is_needed_for_help_and_for_nothing_else(asks_for, knows, concern, why):
    facts = ReferralFacts(asks_for, consent=knows == FamilyKnows.AGREES, family_knows=knows, concern=concern)
    assert against_receiving(facts) == why


@pytest.mark.parametrize("knows", FamilyKnows)
@pytest.mark.parametrize("concern", [True, False])
def test_a_parent_is_told_at_once_only_who_agrees_and_of_whom_nobody_worries(knows, concern):
    facts = ReferralFacts(AsksFor.HELP, family_knows=knows, concern=concern)
    assert told_at_once(facts) is (knows == FamilyKnows.AGREES and not concern)


def test_a_family_that_asks_itself_is_never_a_named_parent():
    assert not told_at_once(ReferralFacts(AsksFor.HELP, consent=True))


@pytest.mark.parametrize(
    "text",
    [
        "He came in with bruises again.",
        "She has marks on her arms",
        "Dad hits him when he is loud.",
        "She is scared to go home on Fridays",
        "He is frightened of his stepdad",
        "there is domestic abuse at home",
        "She self-harms",
        "He says he wants to die.",
        "They were left alone at night",
        "We think he is being groomed by older boys",
        "does not feel safe",
        "The house is dirty and the children neglected",
    ],
)
def test_what_reads_like_a_worry(text):
    assert sounds_like_a_worry(["He likes trains.", text])


@pytest.mark.parametrize(
    "text",
    [
        "He hits the table when it is loud.",
        "Loud noises hurt his ears.",
        "She is scared of the dinner hall.",
        "He is afraid of dogs and safe in class.",
        "He beats the drum beautifully.",
        "She touches everything.",
        "He cannot be left alone with scissors yet.",
        "We have cut his timetable.",
        "",
    ],
)
def test_what_does_not(text):
    assert not sounds_like_a_worry([text])
