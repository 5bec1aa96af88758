"""One deadline that cannot be worked out, one that cannot be noted, one person who cannot be written to: each is said
aloud and found by the patrol, and holds up nobody else."""

from datetime import date, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from accounts.models import Person
from cases import heartbeat, sweep
from cases.actions.name_owner import name_owner
from cases.models import Deadline, Reminder
from cases.tasks import watch
from core.clock import LONDON
from core.past import hold
from core.refusals import Refused
from notices.models import Dispatch
from sendpath.patrols import findings
from tests.factories.requests import received
from tests.personas import SALFORD, person, who

pytestmark = pytest.mark.django_db
TUESDAY, WEDNESDAY = date(2026, 11, 24), date(2026, 11, 25)
"""A help request of Wednesday 18 November is due on the Tuesday and late on the Wednesday."""


def watched_on(day: date, hour: int = 9) -> dict[str, int]:
    with hold(datetime(day.year, day.month, day.day, hour, 5, tzinfo=LONDON)):
        return watch()


def patrolled_on(day: date) -> set[tuple[str, str]]:
    with hold(datetime(day.year, day.month, day.day, 20, tzinfo=LONDON)):
        found = {(finding.what, finding.about) for finding in findings()}
    return {each for each in found if each[0].startswith(("a deadline", "a reminder"))}


def spoil(deadline: Deadline, sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE cases_deadline SET {sql} WHERE id = %s", [deadline.pk])


def deadlines() -> list[Deadline]:
    return list(Deadline.objects.order_by("pk"))


def test_a_deadline_that_cannot_be_worked_out_waits_for_tomorrow_and_the_others_go_on(world, caplog):
    received(), received(), received()
    bad, *good = deadlines()
    spoil(bad, "taken_up_until = '9999-12-31', taken_up_by = id, rung = 3, chase_on = '2026-11-20'")
    assert watched_on(TUESDAY)["raised"] == 2
    assert {each.deadline_id for each in Reminder.objects.all()} == {each.pk for each in good}
    bad.refresh_from_db()
    assert (bad.rung, bad.chase_on) == (3, WEDNESDAY)
    assert f"the watch cannot work out deadline {bad.pk}" in caplog.text
    assert ("a deadline whose reminders cannot be worked out", str(bad.pk)) in patrolled_on(TUESDAY)
    assert watched_on(TUESDAY, 10)["raised"] == 0, "not again on the same day"


def test_a_deadline_of_an_unknown_rule_is_told_by_its_code(world):
    received(), received()
    bad, _ = deadlines()
    spoil(bad, "duty = 'NO-SUCH-RULE'")
    assert watched_on(TUESDAY) == {"missed": 0, "raised": 2, "letters": 1, "chased": 0}
    letter = Dispatch.objects.get(template="morning")
    assert f"{bad.case.reference}: NO-SUCH-RULE" in letter.body
    assert patrolled_on(TUESDAY) == {("a deadline of a rule that is not in the rule book", str(bad.pk))}


def test_what_cannot_be_noted_as_missed_holds_up_nobody(world, monkeypatch, caplog):
    received(), received(), received()
    first, second, third = sorted(deadlines(), key=lambda each: each.case_id)
    truly = sweep.note_missed

    def note_missed(key, authority):
        if key in {first.pk, second.pk}:
            raise Refused("it cannot be")
        return truly(key, authority)

    monkeypatch.setattr(sweep, "CASES", 1)
    monkeypatch.setattr(sweep, "note_missed", note_missed)
    assert watched_on(WEDNESDAY) == {"missed": 1, "raised": 3, "letters": 1, "chased": 0}
    assert list(Deadline.objects.exclude(missed_by=None)) == [third]
    assert f"deadline {first.pk} of {SALFORD} cannot be noted as missed: Refused" in caplog.text
    assert patrolled_on(WEDNESDAY) == set(), "the next look may still do it"
    found = "a deadline that passed, and history does not say so"
    assert patrolled_on(WEDNESDAY + timedelta(days=1)) == {(found, str(first.pk)), (found, str(second.pk))}


def test_a_database_that_is_away_stops_the_look(world, monkeypatch):
    received()

    def away(key, authority):
        raise sweep.OperationalError("the server closed the connection")

    monkeypatch.setattr(sweep, "note_missed", away)
    with pytest.raises(sweep.OperationalError):
        watched_on(WEDNESDAY)


def test_one_who_cannot_be_written_to_keeps_nobody_from_hearing(world, caplog):
    bens, teams = received().case, received().case
    name_owner(bens.pk, person("ben").pk, by=who("carys"))
    ben = Person.objects.filter(pk=person("ben").pk)
    ben.update(email="nowhere")
    assert watched_on(TUESDAY)["letters"] == 1
    assert teams.reference in Dispatch.objects.get(template="morning").body
    assert "cannot be told: ValueError" in caplog.text
    untold = Reminder.objects.get(settled_at=None)
    assert untold.deadline.case == bens
    assert patrolled_on(TUESDAY) == set()
    a_week_later = {what for what, about in patrolled_on(TUESDAY + timedelta(weeks=1)) if about == str(untold.pk)}
    assert a_week_later == {"a reminder that nobody could be told of"}

    ben.update(email="ben@people.example")
    assert watched_on(TUESDAY, 11)["letters"] == 1
    assert not Reminder.objects.filter(settled_at=None).exists()


def test_nobodys_word_mends_two_clocks_that_differ(world, monkeypatch):
    monkeypatch.setattr(heartbeat, "database_now", lambda: datetime(2027, 11, 18, tzinfo=LONDON))
    assert watched_on(TUESDAY) == {}
    with pytest.raises(CommandError, match="differ by 36. days"):
        call_command("trust_clock", "--yes")
    assert "differ" in heartbeat.alarm()

    monkeypatch.undo()
    call_command("trust_clock", "--yes")
    assert heartbeat.alarm() == ""
