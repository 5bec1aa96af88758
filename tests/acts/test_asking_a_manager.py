"""A case worries somebody: a manager is asked, answers by a day, or a head of service is asked instead."""

from datetime import date, timedelta

import pytest

from accounts.models import Absence
from cases import sight
from cases.actions.escalate import climb, escalate, managers
from cases.actions.tasks import finish, open_again
from cases.chasing import chase_late
from cases.models import Task
from cases.task_kinds import TaskState, Why
from cases.tasks_seen import task_called, tasks_for
from core.past import hold
from core.refusals import NotAllowed, Refused
from ledger.models import Entry
from notices.models import Dispatch
from tests.acts.test_in_touch import led
from tests.conftest import NOW
from tests.personas import SALFORD, person, who

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
LEAD, MANAGER, HEAD = "engagement_lead", "carys", "hal"
WORRY = "The school says it cannot keep him after Christmas. We asked for outreach twice."


def asked(within: int = 2, by: str = LEAD, whom: str = MANAGER) -> Task:
    return escalate(led().case_id, person(whom).pk, WORRY, within, by=who(by))


def test_the_manager_has_it_to_do_with_its_day_and_is_told_without_a_name(world):
    task = asked()
    assert (task.person, task.due_on) == (person(MANAGER), date(2026, 11, 20))
    assert [one.because for one in tasks_for(who(MANAGER)) if one.key == task.pk] == [WORRY]
    letter = Dispatch.objects.get(template="task_set", to_ref=f"person:{person(MANAGER).pk}")
    assert WORRY not in letter.body and task.case.child.given_name not in letter.subject + letter.body
    assert WORRY not in str(Entry.objects.filter(event="task.set").latest("recorded_at").facts)


def test_the_answer_is_written_and_whoever_asked_is_told(world):
    task = asked()
    with pytest.raises(Refused) as refused:
        finish(task.pk, by=who(MANAGER))
    assert refused.value.reasons == (Why.NO_ANSWER,)
    finish(task.pk, by=who(MANAGER), note="Outreach begins on Monday. I rang the head.")
    letter = Dispatch.objects.get(template="escalation_answered")
    assert letter.to_ref == f"person:{person(LEAD).pk}" and "Outreach" not in letter.body
    assert task_called(who(LEAD), task.case.reference, task.pk)[1].note.startswith("Outreach begins")
    open_again(task.pk, by=who(MANAGER))
    assert Task.objects.get(pk=task.pk).state == TaskState.OPEN


def test_unanswered_it_climbs_to_a_head_of_service_and_whoever_asked_is_told(world):
    task = asked()
    with hold(NOW + timedelta(days=2)):
        assert chase_late() == 0, "its day is not over"
    with hold(NOW + timedelta(days=5)):  # Monday
        assert chase_late() == 1
        assert chase_late() == 0
        task = Task.objects.get(pk=task.pk)
        assert (task.person, task.due_on) == (person(HEAD), date(2026, 11, 25))
        assert Dispatch.objects.get(template="escalation_climbed").to_ref == f"person:{person(LEAD).pk}"
        assert Dispatch.objects.filter(template="task_set", to_ref=f"person:{person(HEAD).pk}").exists()
        assert sight.may_see(who(HEAD), task.case)
    with hold(NOW + timedelta(days=8)):  # nobody stands higher: they are reminded, and the lead is told
        assert chase_late() == 1
        assert Task.objects.get(pk=task.pk).person == person(HEAD)
        assert Dispatch.objects.filter(template="task_late", to_ref=f"person:{person(HEAD).pk}").exists()


def test_it_does_not_climb_once_it_is_answered_and_no_higher_than_the_head(world):
    task = asked(whom=HEAD)
    with hold(NOW + timedelta(days=5)):
        assert not climb(task.pk, SALFORD)
    finish(task.pk, by=who(HEAD), note="I have rung them.")
    with hold(NOW + timedelta(days=6)):
        assert not climb(task.pk, SALFORD)


def test_what_is_wanting_is_said_at_once_and_a_second_is_not_asked_while_one_waits(world):
    referral = led()
    with pytest.raises(Refused) as refused:
        escalate(referral.case_id, person("ben").pk, " ", 3, by=who(LEAD))
    assert refused.value.reasons == (Why.NO_WORRY, Why.NOT_A_MANAGER, Why.NO_DAY)
    escalate(referral.case_id, person(MANAGER).pk, WORRY, 0, by=who(LEAD))
    with pytest.raises(Refused) as refused:
        escalate(referral.case_id, person(HEAD).pk, WORRY, 0, by=who(LEAD))
    assert refused.value.reasons == (Why.WORRIED_ALREADY,)


def test_who_is_away_is_not_asked_nor_whoever_asks(world):
    referral = led()
    assert person(MANAGER) in managers(referral.case)
    assert person(MANAGER) not in managers(referral.case, but=person(MANAGER).pk)
    Absence.objects.create(
        authority_id=SALFORD, person=person(MANAGER), since=TODAY, until=TODAY, entered_by="person:x"
    )  # fmt: skip
    assert person(MANAGER) not in managers(referral.case)
    with pytest.raises(Refused):
        escalate(referral.case_id, person(MANAGER).pk, WORRY, 2, by=who(LEAD))


def test_nobody_asks_about_a_case_they_may_not_see_and_the_bridge_answers_for_no_manager(world):
    referral = led()
    with pytest.raises(NotAllowed):
        escalate(referral.case_id, person(MANAGER).pk, WORRY, 2, by=who("adviser"))
    task = escalate(referral.case_id, person(MANAGER).pk, WORRY, 2, by=who(LEAD))
    with pytest.raises(NotAllowed):
        finish(task.pk, by=who("ben"), note="Done.")
