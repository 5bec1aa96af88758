"""The allocation meeting: what waits stands on its agenda, and what it decides is carried out at once."""

from datetime import UTC, date, datetime, timedelta

import pytest

from accounts.rules import Away
from cases.action import ALREADY_DONE
from cases.actions.lead import Why as LeadWhy
from cases.actions.lead import name_lead
from cases.actions.staff.absence import enter
from cases.actions.staff.leave_for_good import leave_for_good
from cases.actions.tasks import agree_action
from cases.leading import lead_of
from cases.models import Case, Deadline, Task
from cases.sight import may_see
from cases.words import Stage
from core.past import hold
from core.refusals import NotAllowed, Refused
from ledger.models import Entry
from notices.models import Dispatch
from panels.actions.items import put_off
from panels.actions.sittings import Wanted, cancel, note_who_came, plan
from panels.models import AgendaItem, Attendance, Decision, Sitting
from panels.selectors import sitting_page, waiting
from panels.words import Came, ItemState, SittingState, Why
from pathway.actions.answer_request import answer_request, take_back
from pathway.actions.hold_allocation import add_newcomers, begin, end, name_lead_at
from referrals.words import FamilyKnows, Said
from tests.acts.test_the_bridge_answers import ANSWERS, BECAUSE
from tests.acts.together import at_once, everything, queueing_before
from tests.factories.requests import at_work, received, referred
from tests.factories.teams import team
from tests.personas import person, who

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
NOON = datetime(2026, 11, 18, 12, tzinfo=UTC)


def accepted(**changes):
    referral = received(**changes)
    answer_request(referral.pk, Said.ACCEPT, ANSWERS[Said.ACCEPT], by=who("ben"))
    return referral


def a_sitting(day: date = TODAY) -> Sitting:
    return plan(Wanted(day, place="Room 2"), by=who("carys"))


def begun(*referrals):
    sitting = a_sitting()
    begin(sitting.pk, by=who("carys"))
    return [AgendaItem.objects.get(case=referral.case_id) for referral in referrals]


def test_every_case_that_waits_stands_on_the_agenda_the_longest_waiting_first(world):
    declined = received()
    answer_request(declined.pk, Said.DECLINE, ANSWERS[Said.DECLINE], by=who("ben"))
    with hold(NOON - timedelta(days=3)):
        second = accepted(given_name="Bea")
    first = accepted(given_name="Ada")
    received(given_name="Cal")
    assert [one.child.split()[0] for one in waiting(who("carys"))] == ["Bea", "Ada"]
    sitting = a_sitting()
    assert begin(sitting.pk, by=who("carys")) == 2
    page = sitting_page(who("carys"), sitting.pk)
    assert [one.reference for one in page.items] == [second.case.reference, first.case.reference]
    assert [(one.name, one.came) for one in page.came] == [("Carys", Came.HERE)]


def test_what_it_decides_is_carried_out_and_everybody_is_told_the_same_day(world):
    caf = team("caf", "CAF team", "caf_worker")
    referral = accepted()
    (item,) = begun(referral)
    Dispatch.objects.all().delete()
    name_lead_at(item.pk, person("engagement_lead").pk, BECAUSE, by=who("carys"), named=referral.case_id)
    case = Case.objects.get(pk=referral.case_id)
    assert (lead_of(case), case.stage) == (person("engagement_lead"), Stage.SUPPORT)
    assert AgendaItem.objects.get().state == ItemState.DECIDED
    kept = Decision.objects.get()
    assert (kept.lead, kept.because, kept.decided_by) == (person("engagement_lead"), BECAUSE, who("carys").ref)
    assert not Deadline.objects.filter(duty="LEAD-LOCAL", ended_on=None)
    told = {row.template: row.address for row in Dispatch.objects.all()}
    assert told == {
        "lead_named": "nasreen@families.example",
        "you_lead": "engagement_lead@people.example",
        "lead_named_services": caf.mailbox,
    }
    assert Entry.objects.filter(event="lead.named").get().because == Entry.objects.get(event="item.decided").pk


def test_nobody_is_told_that_the_family_knows_where_it_does_not(world, desk):
    team("caf", "CAF team", "caf_worker")
    referral = referred(work=at_work(family_knows=FamilyKnows.DOES_NOT_KNOW, concern="Bruises."))
    answer_request(referral.pk, Said.ACCEPT, ANSWERS[Said.ACCEPT], by=who("ben"))
    (item,) = begun(referral)
    lead = str(person("social_worker").pk)
    carys, form = desk.as_("carys"), {"person": lead, "because": BECAUSE}
    said = carys.post(f"/allocation/{item.sitting_id}/items/{item.pk}/", form, follow=True).content.decode()
    assert "The family is not: nobody has said yet that it may know" in said
    letters = Dispatch.objects.filter(template__in=["you_lead", "lead_named_services"])
    assert {row.template for row in letters} >= {"you_lead"}
    assert not any("has been told so" in row.body for row in letters)
    assert all("the Bridge" in row.body for row in letters)
    assert not Dispatch.objects.filter(address="nasreen@families.example").exists()
    page = desk.as_("social_worker").get(f"/cases/{referral.case.reference}/in-touch/").content.decode()
    assert "The family has not been told of this request." in page


@pytest.mark.parametrize("by", ["ben", "hal", "sena", "locality_manager"])
def test_only_the_operational_manager_decides(world, by):
    (item,) = begun(accepted())
    with pytest.raises(NotAllowed):
        name_lead_at(item.pk, person("engagement_lead").pk, BECAUSE, by=who(by))
    assert not Decision.objects.exists()


def test_somebody_on_leave_or_gone_is_refused_and_nothing_is_decided(world):
    (item,) = begun(accepted())
    lead = person("engagement_lead").pk
    enter(Away(lead, TODAY, TODAY + timedelta(days=5), None), by=who("carys"))
    before = everything()
    with pytest.raises(Refused) as refused:
        name_lead_at(item.pk, lead, BECAUSE, by=who("carys"))
    assert refused.value.reasons == (LeadWhy.AWAY,)
    assert everything() == before
    leave_for_good(person("social_worker").pk, None, by=who("dev"))
    with pytest.raises(Refused) as refused:
        name_lead_at(item.pk, person("social_worker").pk, BECAUSE, by=who("carys"))
    assert refused.value.reasons == (LeadWhy.NOT_HERE,)


def test_a_decision_has_a_reason_and_people_who_made_it(world):
    (item,) = begun(accepted())
    lead = person("engagement_lead").pk
    with pytest.raises(Refused) as refused:
        name_lead_at(item.pk, lead, "  ", by=who("carys"))
    assert refused.value.reasons == (Why.NO_REASON,)
    note_who_came(item.sitting_id, person("carys").pk, None, by=who("carys"))
    with pytest.raises(Refused) as refused:
        name_lead_at(item.pk, lead, BECAUSE, by=who("carys"))
    assert refused.value.reasons == (Why.NOBODY_HERE,)


def test_what_is_put_off_or_not_reached_comes_back_at_the_next_sitting_with_its_own_date(world):
    put, unreached = accepted(given_name="Ada"), accepted(given_name="Bea")
    first, second = begun(put, unreached)
    owed = Deadline.objects.get(case=put.case_id, duty="LEAD-LOCAL").plan_for
    put_off(first.pk, "The social worker is heard first.", by=who("carys"))
    end(first.sitting_id, "Room was cold.", by=who("carys"))
    assert AgendaItem.objects.get(pk=second.pk).state == ItemState.NOT_REACHED
    assert Deadline.objects.get(case=put.case_id, duty="LEAD-LOCAL", ended_on=None).plan_for == owed
    again = a_sitting()
    assert begin(again.pk, by=who("carys")) == 2
    past = sitting_page(who("carys"), first.sitting_id)
    assert {(one.state, one.because) for one in past.items} == {
        (ItemState.DEFERRED, "The social worker is heard first."),
        (ItemState.NOT_REACHED, ""),
    }
    assert past.minutes == "Room was cold."


def test_what_is_accepted_while_it_goes_on_can_be_added(world):
    (item,) = begun(accepted())
    late = accepted(given_name="Bea")
    assert sitting_page(who("carys"), item.sitting_id).newcomers == 1
    assert add_newcomers(item.sitting, by=who("carys")) == 1
    assert AgendaItem.objects.get(case=late.case_id).position == 2
    assert add_newcomers(item.sitting, by=who("carys")) == 0


def test_a_lead_named_outside_or_a_request_taken_back_is_no_longer_the_meetings_to_decide(world):
    named, taken = accepted(given_name="Ada"), accepted(given_name="Bea")
    first, second = begun(named, taken)
    name_lead(named.case_id, person("caf_worker").pk, BECAUSE, by=who("carys"))
    take_back(taken.pk, BECAUSE, by=who("ben"))
    for item in (first, second):
        with pytest.raises(Refused) as refused:
            name_lead_at(item.pk, person("engagement_lead").pk, BECAUSE, by=who("carys"))
        assert refused.value.reasons == (Why.NOT_WAITING,)
    assert lead_of(named.case) == person("caf_worker")


def test_a_sitting_begins_on_its_day_once_and_one_at_a_time(world):
    with pytest.raises(Refused) as refused:
        a_sitting(TODAY - timedelta(days=1))
    assert refused.value.reasons == (Why.IN_THE_PAST,)
    tomorrow, today = a_sitting(TODAY + timedelta(days=1)), a_sitting()
    with pytest.raises(Refused) as refused:
        begin(tomorrow.pk, by=who("carys"))
    assert refused.value.reasons == (Why.NOT_TODAY,)
    begin(today.pk, by=who("carys"))
    with pytest.raises(Refused) as refused:
        begin(today.pk, by=who("carys"))
    assert refused.value.reasons == (ALREADY_DONE,)
    second = a_sitting()
    with pytest.raises(Refused) as refused:
        begin(second.pk, by=who("carys"))
    assert refused.value.reasons == (Why.ALREADY_OPEN,)
    assert Sitting.objects.get(pk=second.pk).state == SittingState.PLANNED
    cancel(second.pk, by=who("carys"))
    with pytest.raises(Refused):
        plan(Wanted(TODAY), by=who("carys"), key=second.pk)


def test_who_came_is_noted_changed_and_taken_out_while_it_lasts(world):
    sitting = a_sitting()
    ben = person("ben").pk
    note_who_came(sitting.pk, ben, Came.APOLOGIES, by=who("ben"))
    note_who_came(sitting.pk, ben, Came.HERE, by=who("ben"))
    assert Attendance.objects.get().came == Came.HERE
    note_who_came(sitting.pk, ben, None, by=who("ben"))
    assert not Attendance.objects.exists()
    with pytest.raises(Refused) as refused:
        note_who_came(sitting.pk, person("amina").pk, Came.HERE, by=who("ben"))
    assert refused.value.reasons == (Why.NOT_HERE,)
    begin(sitting.pk, by=who("carys"))
    end(sitting.pk, "", by=who("carys"))
    with pytest.raises(Refused):
        note_who_came(sitting.pk, ben, Came.HERE, by=who("ben"))


def test_another_councils_sitting_is_not_there(world):
    sitting = a_sitting()
    for act in (lambda: sitting_page(who("irene"), sitting.pk), lambda: sitting_page(who("senco"), sitting.pk)):
        with pytest.raises(NotAllowed):
            act()
    with pytest.raises(Sitting.DoesNotExist):
        begin(sitting.pk, by=who("irene"))


def test_changing_the_lead_hands_over_what_is_open_and_the_former_reads_on_for_four_weeks(world):
    referral = accepted()
    old, new = person("engagement_lead"), person("caf_worker")
    name_lead(referral.case_id, old.pk, BECAUSE, by=who("carys"))
    agree_action(referral.case_id, "Ring the school", old.pk, TODAY + timedelta(days=2), by=who("carys"))
    agree_action(referral.case_id, "Ask the clinic", person("social_worker").pk, TODAY, by=who("carys"))
    Dispatch.objects.all().delete()
    name_lead(referral.case_id, new.pk, "She moved away.", by=who("carys"))
    assert {row.title: row.person for row in Task.objects.filter(kind="action")} == {
        "Ring the school": new,
        "Ask the clinic": person("social_worker"),
    }
    told = set(Dispatch.objects.filter(template="lead_named_services").values_list("address", flat=True))
    assert told == {"engagement_lead@people.example", "social_worker@people.example"}
    case = Case.objects.get(pk=referral.case_id)
    assert may_see(who("engagement_lead"), case)
    with hold(NOON + timedelta(days=29)):
        assert not may_see(who("engagement_lead"), case)


def test_who_led_before_reads_and_changes_nothing(world):
    referral = accepted()
    name_lead(referral.case_id, person("engagement_lead").pk, BECAUSE, by=who("carys"))
    name_lead(referral.case_id, person("caf_worker").pk, BECAUSE, by=who("carys"))
    with pytest.raises(NotAllowed) as refused:
        agree_action(referral.case_id, "Ring", person("ben").pk, TODAY, by=who("engagement_lead"))
    assert refused.value.seen, "it stands on their page, so they are told why"


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
def test_of_two_who_decide_at_once_one_is_told_that_it_was_done(world):
    referral = accepted()
    (item,) = begun(referral)
    leads = [person("engagement_lead").pk, person("caf_worker").pk]
    with queueing_before(referral.case, waiters=2):
        given = at_once(*(lambda one=one: name_lead_at(item.pk, one, BECAUSE, by=who("carys")) for one in leads))
    assert sum(isinstance(one, Refused) for one in given) == 1
    assert Decision.objects.count() == 1
