"""An authority chooses how early it is reminded, within limits: history says so, open dates follow, no date moves."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from accounts.who import visitor
from cases.actions.set_reminders import Invalid, Why, reminded_of, set_reminders
from cases.ladder import LIMITS, Lead, Rung
from cases.models import Deadline, ReminderPlan
from cases.reminder_plans import plans_of
from cases.sweep import raise_reminders
from core import clock
from core.events import Event
from core.past import hold
from core.refusals import NotAllowed, Refused
from ledger.models import Entry
from referrals.words import AsksFor
from sendpath.patrols import findings
from tests.conftest import NOW
from tests.factories.requests import received
from tests.pages.reading import assert_an_error_by_the_book, text_of
from tests.personas import SALFORD, THURROCK

pytestmark = pytest.mark.django_db
EARLIER = Lead(first=25, nearing=12, manager=2, head=4, again=3)


def owed(case, code="EHCNA-DECIDE") -> Deadline:
    return Deadline.objects.get(case=case, duty=code)


def chosen(code: str, at: str = SALFORD) -> Lead | None:
    return next(plan.own for plan in plans_of(at, clock.today()) if plan.code == code)


def test_a_choice_holds_here_and_nowhere_else(world):
    set_reminders("EHCNA-DECIDE", EARLIER, by=world.who("carys"))
    assert chosen("EHCNA-DECIDE") == EARLIER
    assert chosen("NOPLAN") is None
    assert chosen("EHCNA-DECIDE", THURROCK) is None
    set_reminders("EHCNA-DECIDE", replace(EARLIER, first=30), by=world.who("hal"))
    assert ReminderPlan.objects.count() == 1
    facts = [row.facts for row in Entry.objects.filter(event=Event.REMINDERS_SET)]
    assert facts == [{"duty": "EHCNA-DECIDE", "done": "chosen"}] * 2


def test_open_dates_follow_at_the_next_look_and_the_dates_themselves_stay(world):
    case = received(AsksFor.ASSESSMENT).case
    before = owed(case)
    assert before.chase_on == date(2026, 12, 11), "ten working days before 29 December"
    set_reminders("EHCNA-DECIDE", EARLIER, by=world.who("carys"))
    assert owed(case).chase_on == clock.today()
    assert owed(case, "NOPLAN").chase_on > clock.today(), "another duty is left alone"
    assert raise_reminders() == 0
    after = owed(case)
    assert (after.rung, after.chase_on) == (Rung.FIRST, date(2026, 11, 20)), "25 working days before"
    assert (after.plan_for, after.due_strict, after.due_ordinary) == (
        before.plan_for,
        before.due_strict,
        before.due_ordinary,
    )
    assert list(findings()) == []


def test_another_councils_dates_are_left_alone(world):
    theirs = received(AsksFor.ASSESSMENT, by=visitor(THURROCK)).case
    day = owed(theirs).chase_on
    set_reminders("EHCNA-DECIDE", EARLIER, by=world.who("carys"))
    assert owed(theirs).chase_on == day


def test_back_to_the_usual(world):
    set_reminders("EHCNA-DECIDE", None, by=world.who("carys"))
    set_reminders("EHCNA-DECIDE", EARLIER, by=world.who("carys"))
    set_reminders("EHCNA-DECIDE", None, by=world.who("carys"))
    assert not ReminderPlan.objects.exists()
    assert chosen("EHCNA-DECIDE") is None


@pytest.mark.parametrize("name", list(LIMITS))
@pytest.mark.parametrize("end", [0, 1])
def test_outside_the_limits_is_refused_at_its_field(world, name, end):
    beyond = LIMITS[name][end] + (1 if end else -1)
    with pytest.raises(Invalid) as refusal:
        set_reminders("EHCNA-DECIDE", replace(EARLIER, **{name: beyond}), by=world.who("carys"))
    assert list(refusal.value.fields) == [name]
    assert not ReminderPlan.objects.exists()


def test_only_duties_that_start_are_reminded_of(world):
    assert "EHCNA-DECIDE" in reminded_of()
    for code in ("REV-12M", "NOWHERE"):
        with pytest.raises(Refused) as refusal:
            set_reminders(code, EARLIER, by=world.who("carys"))
        assert refusal.value.reasons == (Why.NO_SUCH_DUTY,)


@pytest.mark.parametrize("name", ["ben", "stella", "dev", "amina"])
def test_only_managers_set_them(world, name):
    with pytest.raises(NotAllowed):
        set_reminders("EHCNA-DECIDE", EARLIER, by=world.who(name))


def test_a_late_date_keeps_its_place_on_the_ladder(world):
    case = received(AsksFor.UNSURE).case
    with hold(NOW + timedelta(days=5)):
        raise_reminders()
        place = owed(case, "SETTLE-LOCAL")
        assert place.rung > Rung.TODAY
        set_reminders("SETTLE-LOCAL", Lead(first=0, nearing=1, manager=5, head=15), by=world.who("carys"))
        after = owed(case, "SETTLE-LOCAL")
        assert (after.rung, after.chase_on) == (place.rung, place.chase_on)


def test_the_page_shows_the_usual_and_takes_a_choice(world, desk):
    carys = desk.as_("carys")
    text = text_of(carys.get("/reminders/"))
    assert "Say whether or not it will assess Usual" in text
    where = "/reminders/EHCNA-DECIDE/"
    given = {"first": "25", "nearing": "12", "manager": "2", "head": "4", "again": "3"}
    assert_an_error_by_the_book(
        carys.post(where, given | {"manager": "9", "head": "x"}),
        "Choose between 1 and 5 working days.",
        "Choose between 2 and 15 working days.",
        kept=("9", "x", "25"),
    )
    assert_an_error_by_the_book(
        carys.post(where, given | {"first": "12"}), "The first notice must come before the nearing one."
    )
    done = text_of(carys.post(where, given, follow=True))
    assert "Say whether or not it will assess Our own choice 25 usual 10" in done
    assert "Usual" in text_of(carys.post(where, {"usual": "1"}, follow=True))
    assert not ReminderPlan.objects.exists()
    assert carys.get("/reminders/REV-12M/").status_code == 404
