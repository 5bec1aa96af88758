"""What somebody agreed to do and did not is asked for again, by itself, in working hours."""

from datetime import UTC, date, datetime, timedelta

import pytest

from cases.actions.tasks import agree_action, ask_after, finish
from cases.chasing import chase_late
from cases.models import Task
from core.past import hold
from core.refusals import NotAllowed, Refused
from ledger.models import Entry
from notices.models import Dispatch
from pathway.actions.go_to_social_care import go_to_social_care
from tests.acts.test_in_touch import led
from tests.factories.teams import team
from tests.personas import person, who

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
FRIDAY = date(2026, 11, 20)
LEAD = "engagement_lead"


def at(day: date, hour: int = 10):
    return hold(datetime(day.year, day.month, day.day, hour, tzinfo=UTC))


def agreed(name: str = "caf_worker") -> Task:
    return agree_action(led().case_id, "Ring the school", person(name).pk, FRIDAY, by=who(LEAD))


def letters(template: str) -> list[str]:
    return list(Dispatch.objects.filter(template=template).values_list("to_ref", flat=True))


def test_on_its_day_nobody_is_reminded_and_on_the_next_working_day_both_are(world):
    task = agreed()
    with at(FRIDAY):
        assert chase_late() == 0
    with at(FRIDAY + timedelta(days=1)):  # Saturday
        assert chase_late() == 0
    with at(FRIDAY + timedelta(days=3), hour=6):
        assert chase_late() == 0
    with at(FRIDAY + timedelta(days=3)):
        assert chase_late() == 1 and chase_late() == 0
    assert letters("task_late") == [f"person:{person('caf_worker').pk}"]
    assert letters("task_late_lead") == [f"person:{person(LEAD).pk}"]
    entry = Entry.objects.get(event="task.chased")
    assert entry.about == task.pk and entry.facts == {"kind": "action", "lead": "told"}
    for letter in Dispatch.objects.filter(template__startswith="task_late"):
        assert "Ring the school" not in letter.subject + letter.body


def test_it_is_asked_for_again_after_five_working_days_until_it_is_done(world):
    task = agreed()
    monday = FRIDAY + timedelta(days=3)
    for day, chased in ((monday, 1), (monday + timedelta(days=4), 0), (monday + timedelta(days=7), 1)):
        with at(day):
            assert chase_late() == chased
    with at(monday + timedelta(days=8)):
        finish(task.pk, by=who("caf_worker"))
    with at(monday + timedelta(days=21)):
        assert chase_late() == 0


def test_a_lead_who_is_late_gets_one_letter(world):
    agreed(LEAD)
    with at(FRIDAY + timedelta(days=3)):
        assert chase_late() == 1
    assert letters("task_late") == [f"person:{person(LEAD).pk}"] and letters("task_late_lead") == []


def test_what_would_tell_of_a_concern_is_asked_of_those_who_have_it_and_of_nobody_else(world):
    social = team("safeguarding", "Social care")
    go_to_social_care(led().case_id, "A bruise.", by=who(LEAD))
    with at(FRIDAY + timedelta(days=3)):
        assert chase_late() == 2  # social care's own, and looking at who leads
    assert letters("task_late_lead") == []
    assert f"team:{social.pk}" in letters("task_late")
    assert set(Entry.objects.filter(event="task.chased").values_list("part", flat=True)) == {"safeguarding"}


def test_one_that_cannot_be_chased_holds_up_no_other(world, monkeypatch, caplog):
    from cases import chasing

    first, second = agreed(), agree_action(led().case_id, "Ring", person("caf_worker").pk, FRIDAY, by=who(LEAD))
    chase = chasing.chase

    def breaks(key, authority):
        if key == first.pk:
            raise ValueError
        return chase(key, authority)

    monkeypatch.setattr(chasing, "chase", breaks)
    with at(FRIDAY + timedelta(days=3)):
        assert chase_late() == 1
    assert Task.objects.get(pk=second.pk).chased_on == FRIDAY + timedelta(days=3)
    assert f"task {first.pk}" in caplog.text and "Ring" not in caplog.text


def test_a_colleague_asks_how_it_goes_once_a_day(world):
    task = agreed()
    ask_after(task.pk, by=who(LEAD))
    [letter] = Dispatch.objects.filter(template="task_asked_after")
    assert letter.to_ref == f"person:{person('caf_worker').pk}"
    assert person(LEAD).name in letter.body and "Ring the school" not in letter.subject + letter.body
    with pytest.raises(Refused, match="today already"):
        ask_after(task.pk, by=who("carys"))
    with at(TODAY + timedelta(days=1)):
        ask_after(task.pk, by=who("carys"))
    assert Dispatch.objects.filter(template="task_asked_after").count() == 2


def test_nobody_asks_themselves_and_nobody_asks_who_neither_leads_nor_gave_it_nor_manages(world):
    task = agreed()
    for name in ("caf_worker", "ehc_coordinator", "locality_manager"):
        with pytest.raises(NotAllowed):
            ask_after(task.pk, by=who(name))
    finish(task.pk, by=who("caf_worker"))
    with pytest.raises(Refused, match="not to be done any more"):
        ask_after(task.pk, by=who(LEAD))
    assert not Dispatch.objects.filter(template="task_asked_after").exists()


def test_who_leads_does_not_ask_after_what_would_tell_of_a_concern(world):
    team("safeguarding", "Social care")
    case = led().case
    go_to_social_care(case.pk, "A bruise.", by=who(LEAD))
    task = Task.objects.get(kind="cafa")
    with pytest.raises(NotAllowed):
        ask_after(task.pk, by=who("caf_worker"))
    ask_after(task.pk, by=who("carys"))
    assert Entry.objects.get(event="task.asked_after").part == "safeguarding"


def test_a_reminder_before_its_day_does_not_put_off_the_one_for_being_late(world):
    task = agreed()
    with at(FRIDAY):
        ask_after(task.pk, by=who(LEAD))
    with at(FRIDAY + timedelta(days=3)):
        assert chase_late() == 1
