"""An officer reads a request and says what it is. The answer counts from the day of receipt."""

from datetime import date, timedelta

import pytest

from accounts.who import visitor
from cases.models import Case, Deadline
from core.clock import now
from core.events import Event
from core.past import hold
from core.refusals import NotAllowed, Refused
from ehcp.models import AssessmentRequest
from ledger.models import Entry
from notices.models import Dispatch
from pathway.actions.settle_request import settle_request
from referrals.actions.confirm_sender import confirm_sender
from referrals.models import Referral
from referrals.words import AsksFor, State, Why
from tests.acts.together import at_once, everything, queueing_before
from tests.factories.requests import received
from tests.personas import SALFORD, person, who

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
HELP, ASSESSMENT, UNSURE = AsksFor.HELP, AsksFor.ASSESSMENT, AsksFor.UNSURE


def settle(referral, answer=ASSESSMENT, reason="The words ask for it.", *, by="ben", **more):
    return settle_request(referral.pk, answer, reason, by=who(by) if isinstance(by, str) else by, **more)


def open_duties(referral) -> dict[str, date]:
    return {row.duty: row.counted_from for row in Deadline.objects.filter(case=referral.case_id, ended_on=None)}


@pytest.mark.parametrize("by", ["ben", "carys"])
def test_unsure_becomes_help_and_its_target_counts_from_receipt(world, by):
    referral = received(UNSURE)
    with hold(now() + timedelta(days=5)):
        settle(referral, HELP, by=by)
    referral = Referral.objects.get()
    assert (referral.settled_as, referral.state, referral.settled_by) == (HELP, State.WAITING, who(by).ref)
    assert open_duties(referral) == {"TRIAGE-LOCAL": TODAY}
    assert Deadline.objects.get(duty="SETTLE-LOCAL").ended_on == TODAY + timedelta(days=5)


def test_unsure_becomes_an_assessment_and_the_law_counts_from_receipt_however_late(world):
    referral = received(UNSURE)
    with hold(now() + timedelta(weeks=7)):
        settle(referral, ASSESSMENT)
    assert open_duties(referral) == dict.fromkeys(("EHCNA-DECIDE", "NOPLAN", "PLAN-FINAL"), TODAY)
    assert AssessmentRequest.objects.get().received_on == TODAY
    assert Entry.objects.get(event=Event.ASSESSMENT_REQUESTED).effective_on == TODAY


def test_help_is_found_to_be_an_assessment_weeks_later(world):
    referral = received(HELP)
    with hold(now() + timedelta(weeks=3)):
        settle(referral, ASSESSMENT)
    assert "PLAN-FINAL" in open_duties(referral)
    assert Referral.objects.get().asks_for == HELP, "what was asked is never rewritten"


def test_the_sender_is_told_and_reads_why_only_at_a_confirmed_address(world):
    first, second = received(UNSURE), received(UNSURE)
    confirm_sender(second.sender_id)
    for referral in (first, second):
        settle(referral, HELP, "It asks for somebody to talk to.")
    letters = {row.case_ref: row.body for row in Dispatch.objects.filter(template="settled_help")}
    assert "It asks for somebody to talk to." not in letters[first.case_id]
    assert "It asks for somebody to talk to." in letters[second.case_id]


def test_the_reason_is_kept_with_the_request_and_never_in_history(world):
    referral = received(UNSURE)
    settle(referral, ASSESSMENT, "  The letter from school says so.  ")
    assert Referral.objects.get().settled_because == "The letter from school says so."
    assert "letter from school" not in str(list(Entry.objects.values()))


@pytest.mark.parametrize(
    ("asked", "answer", "reason", "why"),
    [
        (UNSURE, HELP, "  ", [Why.NO_REASON]),
        (HELP, HELP, "Because.", [Why.SETTLED_AS_HELP]),
        (ASSESSMENT, ASSESSMENT, "Because.", [Why.ALREADY_ASSESSMENT]),
        (ASSESSMENT, HELP, "Because.", [Why.CANNOT_TAKE_BACK]),
        (ASSESSMENT, HELP, "", [Why.CANNOT_TAKE_BACK, Why.NO_REASON]),
    ],
)
def test_what_cannot_be_is_refused_with_reasons_and_nothing_is_written(world, asked, answer, reason, why):
    referral = received(asked)
    before = everything()
    with pytest.raises(Refused) as refusal:
        settle(referral, answer, reason)
    assert list(refusal.value.reasons) == why
    assert everything() == before


@pytest.mark.parametrize(
    ("name", "seen"),
    [("dev", False), ("tom", False), ("irene", False), ("priya", False), ("amina", True)],
)
def test_nobody_but_the_bridge_of_this_council_may_and_only_who_sees_it_is_told_why(world, name, seen):
    """Amina asked, so she sees the case and may be told that she may not settle it. To the others it is not there."""
    referral = received(UNSURE, by=who("amina"))
    before = everything()
    with pytest.raises(NotAllowed) as refusal:
        settle(referral, by=name)
    assert refusal.value.seen is seen
    assert everything() == before


def test_a_visitor_may_not(world):
    referral = received(UNSURE)
    with pytest.raises(NotAllowed) as refusal:
        settle(referral, by=visitor(SALFORD))
    assert not refusal.value.seen


def test_a_worker_whose_membership_ended_yesterday_may_not(world):
    referral = received(UNSURE)
    person("ben").memberships.update(until=TODAY - timedelta(days=1))
    with pytest.raises(NotAllowed):
        settle(referral)


def test_a_request_of_another_case_slipped_under_this_one_is_refused(world):
    one, other = received(UNSURE), received(UNSURE)
    before = everything()
    with pytest.raises(NotAllowed) as refusal:
        settle(other, named=one.case_id)
    assert not refusal.value.seen
    assert everything() == before


def test_a_request_that_does_not_exist_is_not_there(world):
    with pytest.raises(Referral.DoesNotExist):
        settle_request(received(UNSURE).case_id, HELP, "Because.", by=who("ben"))


@pytest.mark.parametrize(
    "step",
    [
        "ledger.pen.write",
        "cases.deadlines.apply",
        "cases.caseload.keep",
        "notices.post_office.post",
        "pathway.actions.settle_request.request_assessment",
        "ehcp.actions.request_assessment.AssessmentRequest",
    ],
)
def test_when_a_later_step_fails_it_was_never_settled(world, monkeypatch, step):
    def falls(*args, **kwargs):
        raise RuntimeError("the roof fell in")

    referral = received(UNSURE)
    before = everything()
    monkeypatch.setattr(step, falls)
    with pytest.raises(RuntimeError):
        settle(referral)
    assert everything() == before


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("answers", [(ASSESSMENT, ASSESSMENT), (ASSESSMENT, HELP), (HELP, HELP)])
def test_of_two_officers_at_once_exactly_one_settles_it(world, answers):
    """The other is told so, but for one lawful order: help first, and found to be an assessment right after."""
    referral = received(UNSURE)
    ben, carys = who("ben"), who("carys")
    with queueing_before(referral.case, waiters=2):
        given = at_once(
            lambda: settle(referral, answers[0], by=ben),
            lambda: settle(referral, answers[1], by=carys),
        )
    refused = [one for one in given if isinstance(one, Refused)]
    settled = [one for one in given if isinstance(one, Referral)]
    assert len(refused) + len(settled) == 2, given

    entries = Entry.objects.filter(event=Event.REFERRAL_SETTLED).order_by("recorded_at", "pk")
    assert len(settled) == entries.count()
    if len(settled) == 2:
        assert [entry.facts["settled_as"] for entry in entries] == ["help", "assessment"]
    else:
        assert len(refused) == 1
    assert AssessmentRequest.objects.count() == (Referral.objects.get().settled_as == ASSESSMENT)
    assert Case.objects.count() == 1
