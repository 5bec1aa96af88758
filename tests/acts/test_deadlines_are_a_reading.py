"""What becomes of a deadline: begun, replaced, no longer owed. No rule in force restarts or withdraws one yet, so the
law is spoken for here; everything else is real."""

from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from cases import deadlines
from cases.action import action
from cases.models import Caseload, Deadline
from cases.patrol import deadlines_that_disagree
from core import clock
from core.events import Event
from ledger.models import Entry
from referrals.models import Referral
from statute.dates import Dates
from statute.effects import Meet, Start, Withdraw, effects
from tests.factories.requests import received
from tests.personas import who

pytestmark = pytest.mark.django_db
LATER = date(2026, 12, 18)
CODE = "TRIAGE-LOCAL"


def speak_for_the_law(monkeypatch, *what) -> None:
    """Joining a case, of all things, now does this to the clock; every other event keeps its law."""

    def spoken(event, facts, on):
        return list(what) if event == Event.REFERRAL_SETTLED else effects(event, facts, on)

    monkeypatch.setattr(deadlines, "effects", spoken)


def settle_somehow(referral: Referral):
    with action(Event.REFERRAL_SETTLED, by=who("ben"), subject=lambda: Referral.objects.get(pk=referral.pk)) as act:
        act.facts = {"settled_as": "help"}
    return act.entry


def test_the_same_duty_begun_anew_replaces_the_old_date(world, monkeypatch):
    referral = received()
    speak_for_the_law(monkeypatch, Start(CODE, Dates(ordinary=LATER, strict=LATER, plan_for=LATER), "undated"))
    entry = settle_somehow(referral)
    old, new = Deadline.objects.order_by("due_ordinary")
    assert (old.ended_as, old.ended_on, old.ended_by) == ("superseded", clock.today(), entry.pk)
    assert (new.ended_on, new.due_ordinary, new.entry_ref) == (None, LATER, entry.pk)
    assert new.chase_on == LATER - timedelta(days=14), "ten working days before"
    assert Caseload.objects.get().next_on == LATER
    assert deadlines_that_disagree() == []


def test_a_duty_that_falls_away_says_when_and_by_which_event(world, monkeypatch):
    referral = received()
    speak_for_the_law(monkeypatch, Withdraw(CODE))
    entry = settle_somehow(referral)
    row = Deadline.objects.get()
    assert (row.ended_as, row.ended_on, row.ended_by) == ("withdrawn", clock.today(), entry.pk)
    assert Caseload.objects.get().next_duty == ""
    assert deadlines_that_disagree() == []


def test_a_duty_that_is_met_and_begun_by_one_event_is_met_first(world, monkeypatch):
    referral = received()
    speak_for_the_law(
        monkeypatch, Meet(CODE), Start(CODE, Dates(ordinary=LATER, strict=LATER, plan_for=LATER), "undated")
    )
    settle_somehow(referral)
    assert list(Deadline.objects.order_by("due_ordinary").values_list("ended_as", flat=True)) == ["met", ""]
    assert deadlines_that_disagree() == []


def test_the_patrol_sees_a_mark_that_no_entry_made(world):
    received()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE cases_deadline SET missed_on = current_date, missed_by = entry_ref")
    assert [finding.what for finding in deadlines_that_disagree()] == ["deadlines that disagree with the ledger"]


def test_what_a_changed_rule_would_do_is_said_before_it_is_done(world, capsys):
    """A rule whose data was wrong by a day, put right after two requests had come in under it."""
    first, second = received(), received()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE cases_deadline SET due_ordinary = due_ordinary + 1")
        cursor.execute("UPDATE cases_caseload SET last_on = last_on + 1")
    with pytest.raises(CommandError, match="2 cases would come out differently. Nothing was changed."):
        call_command("rebuild_deadlines", check=True)
    said = capsys.readouterr().out
    for referral in (first, second):
        assert f"{referral.case.reference} {CODE}: due_ordinary 2026-11-25 -> 2026-11-24" in said
    assert Deadline.objects.filter(due_ordinary=date(2026, 11, 25)).count() == 2

    call_command("rebuild_deadlines", apply=True)
    assert "2 deadlines were written anew." in capsys.readouterr().out
    assert deadlines_that_disagree() == []
    assert {row.last_on for row in Caseload.objects.all()} == {date(2026, 11, 24)}
    assert Entry.objects.filter(event=Event.DEADLINES_REBUILT).count() == 2
    call_command("rebuild_deadlines", check=True)


def test_a_deadline_that_was_lost_comes_back(world):
    received()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM cases_deadline")
    call_command("rebuild_deadlines", apply=True)
    assert Deadline.objects.get().due_ordinary == date(2026, 11, 24)
    assert deadlines_that_disagree() == []
