"""Accepting a request gives work to teams; it is taken on, done, ticked off by mistake, or no longer needed."""

from datetime import date, timedelta

import pytest

from cases.actions.staff.leave_for_good import leave_for_good
from cases.actions.tasks import agree_action, open_again, take_on
from cases.models import Deadline, Involvement, Task
from cases.sight import may_see
from cases.task_kinds import TaskKind, TaskState, Why
from cases.tasks_seen import tasks_for, tasks_of
from cases.words import Capacity, Part
from core.refusals import NotAllowed, Refused
from notices.models import Dispatch
from pathway.actions.answer_request import answer_request, take_back
from pathway.actions.go_to_social_care import finish_task
from referrals.words import Said
from tests.acts.test_the_bridge_answers import ANSWERS, BECAUSE
from tests.factories.requests import received
from tests.factories.teams import team
from tests.personas import person, who

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)


@pytest.fixture
def teams(world):
    return {
        "caf": team("caf", "CAF team", "caf_worker"),
        "locality": team("locality", "South team", "locality_manager"),
    }


def accepted():
    referral = received()
    answer_request(referral.pk, Said.ACCEPT, ANSWERS[Said.ACCEPT], by=who("ben"))
    return referral


def task(kind: TaskKind) -> Task:
    return Task.objects.get(kind=kind)


def test_accepting_asks_the_bridge_the_locality_and_the_caf_team_each_for_theirs(teams):
    referral = accepted()
    assert {row.kind: row.team.name for row in Task.objects.all()} == {
        "crm_record": "The Bridge",
        "ems_record": "South team",
        "family_assessment": "CAF team",
    }
    due = {row.duty: row.plan_for for row in Deadline.objects.filter(ended_on=None)}
    assert due["CRM-LOCAL"] == date(2026, 11, 19)
    assert due["EMS-LOCAL"] == date(2026, 11, 24)
    assert due["FAMILY-ASSESSMENT-LOCAL"] == date(2026, 12, 15)
    told = Dispatch.objects.filter(template="task_set").values_list("address", flat=True)
    assert set(told) == {"bridge@salford.example", "south.team@salford.example", "caf.team@salford.example"}
    assert all("Ayaan" not in row.body + row.subject for row in Dispatch.objects.filter(template="task_set"))
    assert may_see(who("caf_worker"), referral.case)
    assert [one.what for one in tasks_for(who("caf_worker"))] == ["Complete a Family Assessment with the family"]


def test_where_a_council_has_no_such_team_the_bridge_has_it(world):
    accepted()
    assert {row.team.name for row in Task.objects.all()} == {"The Bridge"}


def test_a_team_of_the_childs_locality_comes_before_others(teams):
    from accounts.models import Locality, Team

    near = Locality.objects.create(authority_id="355", name="South", since=TODAY, districts=["M5"])
    Team.objects.create(authority_id="355", kind="caf", name="Z CAF South", mailbox="z@salford.example", locality=near)
    accepted()
    assert task(TaskKind.FAMILY_ASSESSMENT).team.name == "Z CAF South"


def test_the_record_needs_the_other_systems_reference_and_cannot_be_made_twice(teams):
    accepted()
    key = task(TaskKind.EMS_RECORD).pk
    with pytest.raises(Refused) as refused:
        finish_task(key, by=who("locality_manager"), reference="  ")
    assert refused.value.reasons == (Why.NO_REFERENCE,)
    finish_task(key, by=who("locality_manager"), reference="EMS-20417")
    assert task(TaskKind.EMS_RECORD).reference == "EMS-20417"
    assert not Deadline.objects.filter(duty="EMS-LOCAL", ended_on=None).exists()
    with pytest.raises(Refused):
        finish_task(key, by=who("locality_manager"), reference="EMS-99999")
    assert task(TaskKind.EMS_RECORD).reference == "EMS-20417"


def test_a_mistaken_tick_is_taken_back_and_its_day_counts_anew(teams):
    accepted()
    key = task(TaskKind.CRM_RECORD).pk
    finish_task(key, by=who("ben"), reference="CRM-1")
    open_again(key, by=who("ben"))
    again = task(TaskKind.CRM_RECORD)
    assert (again.state, again.reference, again.done_at) == (TaskState.OPEN, "CRM-1", None)
    assert Deadline.objects.filter(duty="CRM-LOCAL", ended_on=None).count() == 1


def test_somebody_says_once_that_they_have_it(teams):
    accepted()
    key = task(TaskKind.FAMILY_ASSESSMENT).pk
    take_on(key, by=who("caf_worker"))
    with pytest.raises(Refused) as refused:
        take_on(key, by=who("caf_worker"))
    assert refused.value.reasons == (Why.TAKEN_ON,)


def test_it_is_for_those_whose_it_is_and_those_who_manage(teams):
    referral = accepted()
    key = task(TaskKind.FAMILY_ASSESSMENT).pk
    with pytest.raises(NotAllowed) as refused:
        finish_task(key, by=who("locality_manager"))
    assert refused.value.seen, "it stands on their page, so they are told why"
    with pytest.raises(NotAllowed) as unseen:
        finish_task(key, by=who("social_worker"))
    assert not unseen.value.seen
    assert [one.may_change for one in tasks_of(who("carys"), [referral.case_id], frozenset(Part))] == [True] * 3


def test_taking_the_acceptance_back_drops_what_was_asked_and_those_who_had_not_begun_see_the_case_no_longer(teams):
    referral = accepted()
    take_on(task(TaskKind.EMS_RECORD).pk, by=who("locality_manager"))
    take_back(referral.pk, BECAUSE, by=who("ben"))
    assert set(Task.objects.values_list("state", flat=True)) == {TaskState.DROPPED}
    assert not may_see(who("caf_worker"), referral.case)
    assert may_see(who("locality_manager"), referral.case)
    assert not Deadline.objects.filter(duty__in=["CRM-LOCAL", "EMS-LOCAL", "FAMILY-ASSESSMENT-LOCAL"], ended_on=None)
    assert Dispatch.objects.filter(template="task_dropped").count() == 1
    answer_request(referral.pk, Said.ACCEPT, ANSWERS[Said.ACCEPT], by=who("ben"))
    assert Task.objects.filter(state=TaskState.OPEN).count() == 3


def test_something_agreed_falls_to_one_person_who_then_sees_the_case(world):
    referral = accepted()
    due = TODAY + timedelta(days=9)
    for title, day, whom, why in (
        ("", due, "social_worker", Why.NO_TITLE),
        ("Ring school", TODAY - timedelta(days=1), "social_worker", Why.NO_DAY),
        ("Ring school", due, "amina", Why.NOT_HERE),
    ):
        with pytest.raises(Refused) as refused:
            agree_action(referral.case_id, title, person(whom).pk, day, by=who("ben"))
        assert refused.value.reasons == (why,)
    assert not may_see(who("social_worker"), referral.case)
    agree_action(referral.case_id, "Ring school", person("social_worker").pk, due, by=who("ben"))
    assert [(one.what, one.due_on) for one in tasks_for(who("social_worker"))] == [("Ring school", due)]
    assert Dispatch.objects.get(address="social_worker@people.example").subject.startswith("Something to do")


def test_what_a_leaver_had_to_do_passes_on_with_the_case(world):
    referral = accepted()
    agree_action(referral.case_id, "Ring school", person("social_worker").pk, TODAY, by=who("ben"))
    leave_for_good(person("social_worker").pk, person("ben").pk, by=who("dev"))
    assert task(TaskKind.ACTION).person == person("ben")
    assert Involvement.objects.filter(person=person("ben"), capacity=Capacity.TASKED, until=None).exists()
