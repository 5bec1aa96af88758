"""A help request nobody answers: reminded, late, noted, and told up the ladder until somebody acts."""

import threading
from contextlib import contextmanager
from datetime import date, datetime, timedelta

import pytest
from django.db import connection, transaction

from accounts.models import Absence, Preference
from cases.actions.name_owner import name_owner
from cases.actions.take_up import take_up
from cases.models import Deadline, Reminder, ReminderPlan
from cases.patrol import deadlines_that_disagree
from cases.sweep import raise_reminders
from cases.tasks import watch
from cases.telling import tell_everybody
from core.clock import LONDON
from core.events import Event
from core.past import hold
from ledger.models import Entry
from notices.models import Dispatch
from tests.acts.together import at_once, wait_until_somebody_waits
from tests.factories.requests import received
from tests.personas import SALFORD, SINCE, person, who

pytestmark = pytest.mark.django_db
MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25)
"""A help request of Wednesday 18 November: told of on the Monday, due on the Tuesday, late on the Wednesday."""
THURSDAY, NEXT_MONDAY = date(2026, 11, 26), date(2026, 11, 30)
BRIDGE = "bridge@salford.example"


@contextmanager
def at(day: date, hour: int = 9):
    with hold(datetime(day.year, day.month, day.day, hour, 5, tzinfo=LONDON)):
        yield


def watch_on(*days: date) -> None:
    for day in days:
        with at(day):
            watch()


def written() -> list[tuple[str, str]]:
    """Who was written to, in order."""
    letters = Dispatch.objects.filter(template__in=["morning", "urgent", "urgent_text"])
    return list(letters.order_by("written_at", "pk").values_list("template", "address"))


def test_nothing_is_said_before_its_day(world):
    received()
    watch_on(date(2026, 11, 19), date(2026, 11, 20))
    assert written() == []


def test_it_climbs_to_the_head_of_service(world):
    received()
    watch_on(MONDAY, TUESDAY, WEDNESDAY, THURSDAY, date(2026, 11, 27), NEXT_MONDAY, date(2026, 12, 7))
    assert written() == [
        ("morning", BRIDGE),
        ("morning", BRIDGE),
        ("urgent", BRIDGE),
        ("urgent", "carys@people.example"),
        ("urgent", "hal@people.example"),
        ("urgent", "hal@people.example"),
    ]


def test_every_hour_of_every_day_gives_the_same_letters(world):
    received()
    day = MONDAY
    while day <= THURSDAY:
        for hour in range(24):
            with at(day, hour):
                watch()
        day += timedelta(days=1)
    assert written() == [
        ("morning", BRIDGE), ("morning", BRIDGE), ("urgent", BRIDGE), ("urgent", "carys@people.example"),
    ]  # fmt: skip


def test_nobody_is_written_to_at_night_or_on_a_sunday(world):
    received()
    with at(MONDAY, 3):
        assert watch()["raised"] == 1
    assert written() == []
    with at(MONDAY, 8):
        watch()
    assert written() == [("morning", BRIDGE)]


def test_the_letter_of_a_morning_names_no_child_and_says_where_to_go(world):
    referral = received()
    watch_on(MONDAY)
    letter = Dispatch.objects.get(template="morning")
    assert letter.subject == "1 deadline to look at this morning"
    assert referral.case.reference in letter.body
    assert "Ayaan" not in letter.subject + letter.body
    assert f"/cases/{referral.case.reference}/" in letter.body


def test_twelve_deadlines_are_one_letter(world):
    for _ in range(12):
        received()
    watch_on(MONDAY)
    letter = Dispatch.objects.get(template="morning")
    assert letter.subject == "12 deadlines to look at this morning"


def test_a_letter_of_very_many_names_the_first_forty(world):
    for _ in range(42):
        received()
    watch_on(MONDAY)
    letter = Dispatch.objects.get(template="morning")
    assert letter.subject == "42 deadlines to look at this morning"
    assert letter.body.count("/cases/") == 40
    assert "And 2 more: they are all on your page." in letter.body


def test_the_owner_hears_in_place_of_the_team_and_the_cover_in_place_of_the_owner(world):
    referral = received()
    name_owner(referral.case_id, person("ben").pk, by=who("carys"))
    Absence.objects.create(
        authority_id=SALFORD, person=person("ben"), cover=person("carys"), since=TUESDAY, until=TUESDAY, entered_by="x"
    )
    watch_on(MONDAY, TUESDAY)
    assert written() == [("morning", "ben@people.example"), ("morning", "carys@people.example")]
    assert "You cover for Ben." in Dispatch.objects.get(address="carys@people.example").body


def test_an_owner_away_with_nobody_covering_leaves_it_to_the_team(world):
    referral = received()
    name_owner(referral.case_id, person("ben").pk, by=who("carys"))
    Absence.objects.create(authority_id=SALFORD, person=person("ben"), since=SINCE, entered_by="x")
    watch_on(MONDAY)
    assert written() == [("morning", BRIDGE)]


def test_who_reads_the_page_gets_no_morning_letter_and_is_settled_as_told(world):
    referral = received()
    name_owner(referral.case_id, person("ben").pk, by=who("carys"))
    Preference.objects.create(authority_id=SALFORD, person=person("ben"), morning="screen")
    watch_on(MONDAY)
    assert written() == []
    assert Reminder.objects.get().told


def test_taking_it_up_stops_the_ladder_until_the_day_named(world):
    received()
    watch_on(MONDAY, TUESDAY, WEDNESDAY)
    with at(WEDNESDAY):
        take_up(Deadline.objects.get().pk, date(2026, 12, 1), by=who("ben"))
    before = len(written())
    watch_on(THURSDAY, NEXT_MONDAY, date(2026, 12, 1))
    assert len(written()) == before
    watch_on(date(2026, 12, 2), date(2026, 12, 3))
    assert written()[before:] == [("urgent", BRIDGE), ("urgent", "carys@people.example")]


def test_what_passed_is_written_into_history_once(world):
    received()
    watch_on(TUESDAY)
    assert not Entry.objects.filter(event=Event.DEADLINE_MISSED).exists()
    watch_on(WEDNESDAY, WEDNESDAY, THURSDAY)
    entry = Entry.objects.get(event=Event.DEADLINE_MISSED)
    deadline = Deadline.objects.get()
    assert (entry.actor_ref, entry.effective_on) == ("system:watch", WEDNESDAY)
    assert (deadline.missed_by, deadline.missed_on, deadline.ended_on) == (entry.pk, WEDNESDAY, None)
    assert deadlines_that_disagree() == []


def test_a_reminder_whose_deadline_is_done_before_it_is_told_says_nothing(world):
    referral = received()
    with at(MONDAY, 3):
        watch()
    with connection.cursor() as cursor:  # no act meets a help request's deadline yet
        cursor.execute(
            "UPDATE cases_deadline SET ended_on = %s, ended_as = 'met', ended_by = entry_ref WHERE case_id = %s",
            [MONDAY, referral.case_id],
        )
    watch_on(MONDAY)
    assert written() == []
    assert not Reminder.objects.get().told
    assert Reminder.objects.get().settled_at


def test_due_today_after_the_morning_letter_has_gone_comes_apart(world):
    received()
    watch_on(TUESDAY)
    with at(date(2026, 11, 18)):
        pass
    with hold(datetime(2026, 11, 18, 12, 0, tzinfo=LONDON)):
        received()  # asked the same Wednesday, and only now put in: its first look finds the day already here
    with at(TUESDAY, 14):
        watch()
    assert written() == [("morning", BRIDGE), ("urgent", BRIDGE)]


def test_a_calm_notice_after_the_morning_letter_waits_for_the_next_morning(world):
    received()
    watch_on(MONDAY)
    with hold(datetime(2026, 11, 18, 12, 0, tzinfo=LONDON)):
        received()
    with at(MONDAY, 14):
        assert watch()["raised"] == 1
        watch()
    assert written() == [("morning", BRIDGE)]
    assert Reminder.objects.filter(settled_at=None).count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_morning_letter_waits_for_what_another_watch_has_in_hand(world):
    """Two look at once. The one that has nothing left to raise writes no letter without what the other is raising."""
    requests = [received()]
    with at(MONDAY, 5):
        watch()
    with hold(datetime(2026, 11, 18, 12, 0, tzinfo=LONDON)):
        requests += [received(), received()]
    held = threading.Event()

    def slow() -> int:
        with transaction.atomic():
            raised = raise_reminders()
            held.set()
            wait_until_somebody_waits()
        return raised

    def quick() -> tuple[int, int]:
        assert held.wait(10)
        return raise_reminders(), tell_everybody()

    with at(MONDAY):
        assert at_once(slow, quick) == [2, (0, 1)]
    (letter,) = Dispatch.objects.filter(template="morning")
    assert [one.case.reference in letter.body for one in requests] == [True] * 3
    assert not Reminder.objects.filter(settled_at=None).exists()


def test_an_authoritys_own_choice_is_followed(world):
    ReminderPlan.objects.create(
        authority_id=SALFORD, duty="TRIAGE-LOCAL", first=3, nearing=2, manager=2, head=4, again=5
    )
    received()
    watch_on(date(2026, 11, 19))
    assert written() == [("morning", BRIDGE)]


def test_a_clock_that_is_not_believed_sends_nothing_and_says_so(world, monkeypatch, caplog):
    from cases import heartbeat

    received()
    watch_on(MONDAY)
    with at(TUESDAY):
        real = heartbeat.database_now()
    monkeypatch.setattr(heartbeat, "database_now", lambda: real)
    with at(date(2027, 11, 24)):
        assert watch() == {}
    assert "the clock is not believed" in caplog.text
    assert "differ by 365 days" in heartbeat.alarm()
    assert len(written()) == 1
    with at(TUESDAY):
        watch()
    assert heartbeat.alarm() == ""
    assert len(written()) == 2
