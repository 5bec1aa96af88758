"""Why a date could not be kept: put by one officer, answered by another, and the date stays where it was."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from cases.actions import excuse
from cases.actions.excuse import Invalid
from cases.excusing import REFUSED
from cases.ladder import Rung
from cases.models import Case, Deadline, Excuse
from cases.words import ExcuseState, Part
from core import clock
from core.events import Event
from core.past import hold
from core.refusals import NotAllowed, Refused
from ledger.family_words import SAY_TO_FAMILY
from ledger.models import Entry
from ledger.selectors import history
from pathway.actions.settle_request import settle_request
from referrals.models import Referral
from referrals.words import AsksFor
from sendpath.patrols import findings
from statute.exceptions import Ground
from tests.acts.test_the_guard import door_of
from tests.conftest import NOW
from tests.factories.excuses import somebody_ill
from tests.factories.requests import received

pytestmark = pytest.mark.django_db
DATES = ("counted_from", "plan_for", "due_strict", "due_ordinary")


@pytest.fixture
def owed(world) -> Deadline:
    """To decide within six weeks whether to assess Ayaan."""
    return Deadline.objects.get(case=received(AsksFor.ASSESSMENT).case, duty="EHCNA-DECIDE")


def now(deadline: Deadline) -> Deadline:
    return Deadline.objects.get(pk=deadline.pk)


def dates(deadline: Deadline) -> tuple:
    return tuple(getattr(now(deadline), name) for name in DATES)


def test_a_reason_that_waits_excuses_nothing(owed, world):
    before = dates(owed)
    put = excuse.propose(owed.pk, somebody_ill(), by=world.who("ben"))
    assert put.state == ExcuseState.PROPOSED
    assert (now(owed).excused_on, now(owed).recover_by) == (None, None)
    assert dates(owed) == before
    assert list(findings()) == []


def test_a_manager_agrees_and_the_date_does_not_move(owed, world):
    before = dates(owed)
    put = excuse.propose(owed.pk, somebody_ill(), by=world.who("ben"))
    excuse.answer(put.pk, True, "The letter is clear.", by=world.who("carys"))
    after = now(owed)
    assert dates(owed) == before
    assert after.excused_on == clock.today()
    assert after.recover_by == somebody_ill().recover_by
    assert after.chase_on <= after.recover_by, "what is chased is our own day"
    kept = Excuse.objects.get()
    assert kept.ground == Ground.EXCEPTIONAL
    assert [entry.facts.get("ground") for entry in Entry.objects.filter(part=Part.CORE, about=kept.pk)] == [None], (
        "those who read the case and not its excuses read that it is excused, and never why"
    )
    assert (kept.state, kept.answer, kept.answered_by) == (
        ExcuseState.APPROVED,
        "The letter is clear.",
        world.who("carys").ref,
    )
    assert list(findings()) == []


def test_a_head_of_service_may_answer_too(owed, world):
    put = excuse.propose(owed.pk, somebody_ill(), by=world.who("ben"))
    assert excuse.answer(put.pk, True, "", by=world.who("hal")).state == ExcuseState.APPROVED


@pytest.mark.parametrize("agreed", [True, False])
def test_nobody_answers_their_own(owed, world, agreed):
    put = excuse.propose(owed.pk, somebody_ill(), by=world.who("carys"))
    with pytest.raises(Refused) as refusal:
        excuse.answer(put.pk, agreed, "I say so.", by=world.who("carys"))
    assert refusal.value.reasons == (excuse.Why.YOUR_OWN,)
    assert now(owed).excused_on is None


def test_nor_does_the_database_take_it(owed, world):
    put = excuse.propose(owed.pk, somebody_ill(), by=world.who("ben"))
    asked = Referral.objects.get(case=owed.case_id)
    with pytest.raises(IntegrityError, match="author_and_approver_differ"), transaction.atomic(), door_of(asked) as act:
        put.approve(world.who("ben").ref, clock.now(), "")
        put.save()
        act.abandon()


@pytest.mark.parametrize("name", ["ben", "stella", "dev", "amina", "irene"])
def test_only_a_manager_of_this_council_answers(owed, world, name):
    put = excuse.propose(owed.pk, somebody_ill(), by=world.who("ben"))
    with pytest.raises(NotAllowed):
        excuse.answer(put.pk, True, "", by=world.who(name))


@pytest.mark.parametrize("name", ["hal", "stella", "dev", "amina", "tom"])
def test_only_the_bridge_puts_a_reason(owed, world, name):
    with pytest.raises((NotAllowed, Deadline.DoesNotExist)):
        excuse.propose(owed.pk, somebody_ill(), by=world.who(name))
    assert not Excuse.objects.exists()


def test_not_agreeing_needs_words_and_leaves_everything_as_it_was(owed, world):
    put = excuse.propose(owed.pk, somebody_ill(), by=world.who("ben"))
    with pytest.raises(Refused) as refusal:
        excuse.answer(put.pk, False, "  ", by=world.who("carys"))
    assert refusal.value.reasons == (excuse.Why.SAY_WHY,)
    excuse.answer(put.pk, False, "The letter is about another week.", by=world.who("carys"))
    assert Excuse.objects.get().state == ExcuseState.TURNED_DOWN
    assert now(owed).excused_on is None
    assert excuse.propose(owed.pk, somebody_ill(), by=world.who("ben")), "a better one may follow"


def test_an_answer_is_given_once(owed, world):
    put = excuse.propose(owed.pk, somebody_ill(), by=world.who("ben"))
    excuse.answer(put.pk, True, "", by=world.who("carys"))
    with pytest.raises(Refused, match="already been done"):
        excuse.answer(put.pk, False, "On second thoughts.", by=world.who("hal"))


def test_one_reason_stands_at_a_time(owed, world):
    put = excuse.propose(owed.pk, somebody_ill(), by=world.who("ben"))
    for _ in range(2):
        with pytest.raises(Refused) as refusal:
            excuse.propose(owed.pk, somebody_ill(), by=world.who("carys"))
        assert refusal.value.reasons == (excuse.Why.ONE_STANDS,)
        if Excuse.objects.get().state == ExcuseState.PROPOSED:
            excuse.answer(put.pk, True, "", by=world.who("carys"))


@pytest.mark.parametrize("offered", REFUSED)
def test_what_is_no_excuse_is_refused_and_leaves_no_trace(owed, world, offered):
    before = Entry.objects.count()
    with pytest.raises(Invalid) as refusal:
        excuse.propose(owed.pk, somebody_ill(ground=offered), by=world.who("ben"))
    assert refusal.value.fields == {"ground": f"That does not excuse it. {REFUSED[offered].because}"}
    assert (Excuse.objects.count(), Entry.objects.count()) == (0, before)


def test_nothing_is_excused_without_evidence(owed, world):
    with pytest.raises(Invalid) as refusal:
        excuse.propose(owed.pk, somebody_ill(evidence=" "), by=world.who("ben"))
    assert set(refusal.value.fields) == {"evidence"}


def test_our_own_targets_have_no_excuse_in_law(world):
    target = Deadline.objects.get(case=received(AsksFor.HELP).case, duty="TRIAGE-LOCAL")
    with pytest.raises(Invalid) as refusal:
        excuse.propose(target.pk, somebody_ill(), by=world.who("ben"))
    assert set(refusal.value.fields) == {"ground"}


def test_the_author_takes_back_what_waits_and_nobody_else(owed, world):
    put = excuse.propose(owed.pk, somebody_ill(), by=world.who("ben"))
    with pytest.raises(Refused) as refusal:
        excuse.withdraw(put.pk, "Not needed.", by=world.who("carys"))
    assert refusal.value.reasons == (excuse.Why.NOT_YOURS,)
    with pytest.raises(Refused) as refusal:
        excuse.withdraw(put.pk, " ", by=world.who("ben"))
    assert refusal.value.reasons == (excuse.Why.WHY_BACK,)
    excuse.withdraw(put.pk, "The letter was about her sister.", by=world.who("ben"))
    assert Excuse.objects.get().state == ExcuseState.WITHDRAWN
    with pytest.raises(Refused, match="already been done"):
        excuse.answer(put.pk, True, "", by=world.who("carys"))


def test_a_manager_ends_what_was_agreed_and_its_author_cannot(owed, world):
    before = dates(owed)
    put = excuse.propose(owed.pk, somebody_ill(), by=world.who("ben"))
    excuse.answer(put.pk, True, "", by=world.who("carys"))
    with pytest.raises(Refused) as refusal:
        excuse.withdraw(put.pk, "Mine to end.", by=world.who("ben"))
    assert refusal.value.reasons == (excuse.Why.A_MANAGERS,)
    excuse.withdraw(put.pk, "She came home on Monday.", by=world.who("hal"))
    after = now(owed)
    assert (after.excused_on, after.excused_by, after.recover_by) == (None, None, None)
    assert dates(owed) == before
    assert after.chase_on <= after.plan_for, "chased on the law's own date again"
    assert list(findings()) == []


def test_what_was_turned_down_cannot_be_taken_back(owed, world):
    put = excuse.propose(owed.pk, somebody_ill(), by=world.who("ben"))
    excuse.answer(put.pk, False, "No.", by=world.who("carys"))
    with pytest.raises(Refused):
        excuse.withdraw(put.pk, "Then I take it back.", by=world.who("ben"))


def test_a_date_that_is_no_longer_owed_needs_no_excuse(world):
    asked = received(AsksFor.UNSURE)
    target = Deadline.objects.get(case=asked.case, duty="SETTLE-LOCAL")
    settle_request(asked.pk, AsksFor.HELP, "Help it is.", by=world.who("ben"))
    with pytest.raises(Refused) as refusal:
        excuse.propose(target.pk, somebody_ill(), by=world.who("ben"))
    assert refusal.value.reasons == (excuse.Why.NOT_OWED,)


def test_a_late_date_that_is_excused_is_chased_by_our_own_day_and_still_the_same_day_in_law(owed, world):
    before = dates(owed)
    with hold(NOW + timedelta(weeks=7)):
        put = excuse.propose(owed.pk, somebody_ill(from_on=owed.due_strict), by=world.who("ben"))
        excuse.answer(put.pk, True, "", by=world.who("carys"))
        after = now(owed)
        assert after.rung < Rung.MISSED
        assert after.chase_on > clock.today()
    assert dates(owed) == before


def test_the_address_of_another_case_is_refused(owed, world):
    other = received(AsksFor.HELP).case
    with pytest.raises(NotAllowed):
        excuse.propose(owed.pk, somebody_ill(), by=world.who("ben"), named=other.pk)
    put = excuse.propose(owed.pk, somebody_ill(), by=world.who("ben"), named=owed.case_id)
    for change in (
        lambda: excuse.answer(put.pk, True, "", by=world.who("carys"), named=other.pk),
        lambda: excuse.withdraw(put.pk, "Why.", by=world.who("ben"), named=other.pk),
    ):
        with pytest.raises(NotAllowed):
            change()


def test_history_says_that_and_only_those_who_may_know_read_that_it_was_put(owed, world):
    put = excuse.propose(owed.pk, somebody_ill(), by=world.who("ben"))
    excuse.answer(put.pk, True, "", by=world.who("carys"))
    told = {row.event: row for row in Entry.objects.filter(event__startswith="excuse.")}
    assert told[Event.EXCUSE_PROPOSED].part == Part.EXCUSES
    assert told[Event.EXCUSE_APPROVED].part == Part.CORE
    assert "hospital" not in str([row.facts for row in told.values()])
    core = [row.sentence for row in history([owed.case_id], [Part.CORE])]
    assert any("A manager agreed" in sentence for sentence in core)
    assert not any("put to a manager" in sentence for sentence in core)
    family = [row.sentence for row in history([owed.case_id], [Part.CORE], table=SAY_TO_FAMILY)]
    assert "We recorded why we could not keep to a date. The date itself has not moved" in family


def test_the_worklist_goes_by_our_own_day_once_it_is_excused(owed, world):
    case = Case.objects.get(pk=owed.case_id)
    soon = clock.today() + timedelta(days=3)
    put = excuse.propose(owed.pk, replace(somebody_ill(), recover_by=soon), by=world.who("ben"))
    excuse.answer(put.pk, True, "", by=world.who("carys"))
    assert {row.next_on for row in case.caseload.all()} == {soon}
