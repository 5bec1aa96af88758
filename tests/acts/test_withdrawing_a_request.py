"""A family wants an assessment no longer: nothing is owed, nobody is waited for, and they may ask again."""

from datetime import date

import pytest

from cases.models import Deadline, Task
from core.refusals import NotAllowed, Refused
from ehcp.actions.decide import make
from ehcp.actions.request_assessment import request_assessment
from ehcp.models import Advice, AssessmentRequest
from ehcp.words import Found, Why
from ledger.models import Entry
from notices.models import Dispatch
from pathway.actions.advice import withdraw_assessment
from pathway.actions.decide_assessment import decide_assessment
from tests.factories.ehcp import AUTHOR, DECIDER, agreed, asked_for, put_forward, sought
from tests.personas import who

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)


def test_nothing_is_owed_and_the_family_is_told(world):
    request = asked_for()
    withdraw_assessment(request.pk, "Mum rang: he moves to Leeds.", by=who(AUTHOR))
    assert {row.ended_as for row in Deadline.objects.filter(about=request.pk)} == {"withdrawn"}
    letter = Dispatch.objects.get(template="assessment_withdrawn")
    assert "You can ask for an assessment again at any time" in letter.body and "Leeds" not in letter.body
    assert AssessmentRequest.objects.get(pk=request.pk).state == "withdrawn"


def test_whoever_was_asked_for_advice_has_nothing_to_do_any_more(world):
    request = agreed()
    advice = sought(request)
    withdraw_assessment(request.pk, "Mum wrote.", by=who(AUTHOR))
    assert Advice.objects.get(pk=advice.pk).state == "stopped"
    assert Task.objects.get(pk=advice.task).state == "dropped"
    assert not Deadline.objects.filter(about__in=[request.pk, advice.pk], ended_on=None).exists()


def test_they_may_ask_again_and_it_counts_anew(world):
    request = asked_for()
    withdraw_assessment(request.pk, "Mum rang.", by=who(AUTHOR))
    entry = Entry.objects.filter(case_ref=request.case_id, actor_ref=who(AUTHOR).ref).order_by("pk").last()
    again = request_assessment(
        request.asked_by_id, received_on=TODAY, found=Found.IN_TERMS, by=who(AUTHOR), because=entry
    )
    assert again.state == "received" and Deadline.objects.filter(about=again.pk, ended_on=None).count() == 3


def test_what_waits_for_a_manager_is_decided_no_more(world):
    request = put_forward()
    withdraw_assessment(request.pk, "Mum rang.", by=who(AUTHOR))
    with pytest.raises(Refused):
        make(request.pk, by=who(DECIDER))


def test_a_reason_is_wanted_and_only_what_is_open_is_withdrawn(world):
    request = put_forward()
    with pytest.raises(Refused) as refusal:
        withdraw_assessment(request.pk, " ", by=who(AUTHOR))
    assert refusal.value.reasons == (Why.NO_WISH,)
    decide_assessment(request.pk, by=who(DECIDER))
    with pytest.raises(Refused) as refusal:
        withdraw_assessment(request.pk, "Mum rang.", by=who(AUTHOR))
    assert refusal.value.reasons == (Why.NOT_OPEN,)
    with pytest.raises(NotAllowed):
        withdraw_assessment(asked_for().pk, "Mum rang.", by=who("locality_manager"))
    assert AssessmentRequest.objects.get(pk=request.pk).state == "refused"
