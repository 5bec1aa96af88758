"""Somebody who is not on a case lets themselves in: at once, for a reason, for a while, and is asked about it."""

from datetime import timedelta

import pytest

from accounts.models import Membership, Person, Team
from cases import sight
from cases.actions.let_in import Why, let_oneself_in, review, shut
from cases.exceptions import State, let_in, waiting
from cases.models import CaseGrant
from cases.words import Part
from core.events import Event
from core.past import hold
from core.refusals import NotAllowed, Refused
from insight.looking import report
from ledger import looking
from ledger.models import Entry
from tests.conftest import NOW
from tests.factories.requests import received
from tests.personas import SALFORD, SINCE, person, who

pytestmark = pytest.mark.django_db
WHY = "Social care has rung: the family is at the door of the hospital."


def opened(name: str = "social_worker", hours: int = 8, case=None) -> CaseGrant:
    return let_oneself_in((case or received().case).reference, WHY, hours, by=who(name))


def test_it_opens_at_once_and_shuts_by_itself_to_the_second(world):
    case = received().case
    assert not sight.may_see(who("social_worker"), case)
    opened(case=case)
    assert sight.may_see(who("social_worker"), case)
    with hold(NOW + timedelta(hours=8, seconds=-1)):
        assert sight.may_see(who("social_worker"), case)
    with hold(NOW + timedelta(hours=8)):
        assert not sight.may_see(who("social_worker"), case)
        assert sight.all_open_to(who("social_worker"), 10) == []
        assert not sight.open_in(who("social_worker"), Part.CORE).exists()
        assert sight.capacities(who("social_worker"), case) == frozenset()


def test_it_opens_the_core_of_the_case_and_no_way_to_reach_the_family(world):
    case = received().case
    opened(case=case)
    assert sight.parts_open_to(who("social_worker"), case) == {Part.CORE}


def test_history_says_who_and_for_how_long_and_not_why(world):
    grant = opened()
    entry = Entry.objects.get(event=Event.CASE_LET_IN)
    assert (entry.case_ref, entry.about) == (grant.content_object_id, grant.pk)
    assert entry.facts == {"hours": "8", "who": who("social_worker").ref}


@pytest.mark.parametrize("name", ["senco", "sendiass_adviser", "adviser", "dev", "petra", "stella", "carys", "amina"])
def test_other_roles_let_nobody_in(world, name):
    with pytest.raises(NotAllowed):
        opened(name)


def test_another_councils_case_is_not_here_and_nor_is_one_nobody_has(world):
    case = received().case
    Membership.objects.filter(person=person("tom")).update(role="social_worker", team=None)
    for typed, name in ((case.reference, "tom"), ("SAL-3333-3333", "social_worker"), ("Ayaan", "social_worker")):
        with pytest.raises(Refused) as refused:
            let_oneself_in(typed, WHY, 8, by=who(name))
        assert refused.value.reasons == (Why.NO_CASE,)


def test_who_is_on_the_case_needs_no_exception(world):
    with pytest.raises(Refused) as refused:
        opened("ben")
    assert refused.value.reasons == (Why.ON_IT,)


@pytest.mark.parametrize(("reason", "hours"), [(WHY, 0), (WHY, 9), (WHY, 100_000), ("  ", 8)])
def test_it_is_never_without_an_end_or_a_reason(world, reason, hours):
    case = received().case
    with pytest.raises(Refused):
        let_oneself_in(case.reference, reason, hours, by=who("social_worker"))
    assert not CaseGrant.objects.exists() and not Entry.objects.filter(event=Event.CASE_LET_IN).exists()


@pytest.mark.parametrize("name", ["social_worker", "petra", "hal"])
def test_it_is_shut_by_its_holder_or_a_reviewer_at_once(world, name):
    grant = opened()
    shut(grant.pk, by=who(name))
    assert not sight.may_see(who("social_worker"), grant.content_object)
    with pytest.raises(Refused, match="shut already"):
        shut(grant.pk, by=who(name))


@pytest.mark.parametrize("name", ["engagement_lead", "ben", "carys", "irene"])
def test_nobody_else_shuts_it_or_learns_of_it(world, name):
    grant = opened()
    with pytest.raises((NotAllowed, CaseGrant.DoesNotExist)):
        shut(grant.pk, by=who(name))


def test_each_is_reviewed_in_words_once_and_never_by_whoever_opened_it(world):
    grant = opened()
    assert waiting(who("petra")) == waiting(who("hal")) == 1
    review(grant.pk, True, "The hospital confirms it.", by=who("petra"))
    assert waiting(who("petra")) == 0
    assert [(one.state, one.said, one.reviewed_by) for one in let_in(who("hal"))] == [
        (State.RIGHT, "The hospital confirms it.", "Petra")
    ]
    assert sight.may_see(who("social_worker"), grant.content_object), "right, so it stays until its end"
    with pytest.raises(Refused, match="reviewed this already"):
        review(grant.pk, False, "No.", by=who("hal"))
    second = opened("engagement_lead")
    Membership.objects.create(
        authority_id=SALFORD, person=person("engagement_lead"), role="data_protection_officer", since=SINCE
    )
    with pytest.raises(Refused, match="Somebody else"):
        review(second.pk, True, "Fine.", by=who("engagement_lead"))


def test_one_that_was_not_right_is_shut_with_the_answer(world):
    grant = opened(hours=168)
    review(grant.pk, False, "A neighbour’s child.", by=who("hal"))
    assert not sight.may_see(who("social_worker"), grant.content_object)
    assert Entry.objects.get(event=Event.LET_IN_REVIEWED).facts["right"] == "no"


def test_what_nobody_reviewed_within_five_working_days_stands_red(world):
    opened()  # a Wednesday: the fifth working day is the Wednesday after
    with hold(NOW + timedelta(days=7)):
        assert let_in(who("petra"))[0].state == State.WAITS
    with hold(NOW + timedelta(days=8)):
        late = let_in(who("petra"))[0]
    assert (late.state, late.colour) == (State.OVERDUE, "late")


def test_others_see_their_own_alone(world):
    opened()
    assert len(let_in(who("social_worker"))) == 1
    assert let_in(who("engagement_lead")) == []
    assert let_in(who("irene")) == []


def look_at(name: str, cases, day: int) -> None:
    """Somebody opened these cases, so many days ago."""
    with hold(NOW - timedelta(days=day)):
        for case in cases:
            looking.note(authority=SALFORD, case_ref=case.pk, actor_ref=f"person:{person(name).pk}", page="case")


def test_the_report_finds_a_snooper_and_nobody_else(world):
    bridge = Team.objects.get(authority_id=SALFORD)
    cases = [received(family_name=f"Family{n}", email=f"{n}@families.example").case for n in range(20)]
    for number in range(4):
        colleague = Person.objects.create_user(f"c{number}@people.example", f"Colleague Number{number}")
        Membership.objects.create(
            authority_id=SALFORD, person=colleague, role="bridge_worker", team=bridge, since=SINCE
        )
        for day in range(1, 6):
            look_at(f"c{number}", cases[: 2 + (number + day) % 3], day)
    for day in range(2, 6):
        look_at("ben", cases[:4], day)
    assert report(who("petra")).much == []
    look_at("ben", cases, 1)
    look_at("ben", cases, 1)  # the same cases again are not more cases
    found = report(who("petra")).much
    assert [(one.name, one.opened) for one in found] == [("Ben", 20)]
    assert found[0].on == NOW.date() - timedelta(days=1)


def test_the_report_finds_who_opened_a_child_of_their_own_name_and_home(world):
    ben = person("ben")
    Person.objects.filter(pk=ben.pk).update(name="Ben Ridley")
    stranger = received(family_name="Ridley", home_postcode="M7 1AA", email="x@families.example").case
    received(family_name="Ridley", home_postcode="M5 4WT", email="ben@people.example")  # Ben's own daughter
    cousin = received(family_name="Ridley", home_postcode="M5 4WT", email="y@families.example").case
    other = received().case
    look_at("ben", [stranger, cousin, other], 1)
    found = report(who("hal")).alike
    assert [(one.reference, one.same_home) for one in found] == [(cousin.reference, True), (stranger.reference, False)]


def test_a_list_of_names_is_not_an_opened_case(world):
    Person.objects.filter(pk=person("ben").pk).update(name="Ben Chowdhury")
    case = received().case
    looking.note_all(authority=SALFORD, case_refs=[case.pk], actor_ref=who("ben").ref, page="search")
    assert report(who("petra")).alike == []


@pytest.mark.parametrize("name", ["ben", "carys", "dev"])
def test_the_report_is_for_reviewers(world, name):
    with pytest.raises(NotAllowed):
        report(who(name))
