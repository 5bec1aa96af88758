"""Somebody has a late duty in hand until a day: the ladder waits for it, and no date in law moves."""

from datetime import date, timedelta

import pytest

from cases.actions.take_up import AT_MOST, Why, against_taking_up, take_up
from cases.ladder import Rung
from cases.models import Deadline
from cases.sweep import raise_reminders
from core import clock
from core.events import Event
from core.past import hold
from core.refusals import NotAllowed, Refused
from ledger.models import Entry
from pathway.actions.settle_request import settle_request
from referrals.words import AsksFor
from sendpath.patrols import findings
from statute.calendar import add_working_days
from tests.conftest import NOW
from tests.factories.requests import received

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(world):
    return received(AsksFor.UNSURE)


@pytest.fixture
def owed(asked) -> Deadline:
    """To read it and say what it is, within two working days: by Thursday 19 November."""
    return Deadline.objects.get(case=asked.case, duty="SETTLE-LOCAL")


def test_it_is_written_down_and_moves_no_date(owed, world):
    until = clock.today() + timedelta(days=5)
    after = take_up(owed.pk, until, by=world.who("ben"))
    assert (after.taken_up_until, after.plan_for, after.due_ordinary) == (until, owed.plan_for, owed.due_ordinary)
    entry = Entry.objects.get(event=Event.DEADLINE_TAKEN_UP)
    assert (entry.facts["until"], entry.actor_ref) == (until.isoformat(), world.who("ben").ref)
    assert list(findings()) == []


def test_the_ladder_of_a_late_one_waits_for_the_day_and_then_goes_on(owed, world):
    with hold(NOW + timedelta(days=5)):  # Monday 23 November
        raise_reminders()
        assert Deadline.objects.get().rung == Rung.MANAGER, "it is late, and the manager is next"
        take_up(owed.pk, date(2026, 11, 27), by=world.who("ben"))
        waiting = Deadline.objects.get()
        assert (waiting.rung, waiting.chase_on) == (Rung.MISSED, date(2026, 11, 28))
        assert raise_reminders() == 0
    with hold(NOW + timedelta(days=9)):  # the promised day itself
        assert raise_reminders() == 0
    with hold(NOW + timedelta(days=10)):
        assert raise_reminders() == 1
        assert Deadline.objects.get().rung == Rung.MANAGER


def test_a_promise_is_at_most_ten_working_days_and_never_past():
    friday = date(2026, 12, 18)
    furthest = add_working_days(friday, AT_MOST)
    assert furthest == date(2027, 1, 6), "Christmas, Boxing Day's Monday and New Year's Day do not count"
    assert against_taking_up(friday, friday) is None
    assert against_taking_up(furthest, friday) is None
    assert "10 working days" in (against_taking_up(furthest + timedelta(1), friday) or "")
    assert against_taking_up(friday - timedelta(1), friday) == Why.PAST


def test_what_is_not_owed_any_more_is_not_taken_up(asked, owed, world):
    settle_request(asked.pk, AsksFor.HELP, "Help it is.", by=world.who("ben"))
    with pytest.raises(Refused) as refusal:
        take_up(owed.pk, clock.today(), by=world.who("ben"))
    assert refusal.value.reasons == (Why.NOT_OWED,)


@pytest.mark.parametrize("name", ["ben", "carys", "hal"])
def test_everybody_who_works_on_cases_may(owed, world, name):
    assert take_up(owed.pk, clock.today(), by=world.who(name)).taken_up_until == clock.today()


@pytest.mark.parametrize("name", ["stella", "dev", "amina", "tom", "irene"])
def test_nobody_else_may(owed, world, name):
    with pytest.raises(NotAllowed):
        take_up(owed.pk, clock.today(), by=world.who(name))


def test_the_address_of_another_case_is_refused(owed, world):
    with pytest.raises(NotAllowed):
        take_up(owed.pk, clock.today(), by=world.who("ben"), named=received(AsksFor.HELP).case_id)
