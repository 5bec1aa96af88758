"""A request for an EHC needs assessment begins to count."""

from datetime import date, timedelta

import pytest

from cases.models import Deadline
from core.events import Event
from core.refusals import NotAllowed, Refused
from ehcp.actions.request_assessment import request_assessment
from ehcp.models import AssessmentRequest
from ehcp.words import Found, Source, Why
from ledger.models import Entry
from notices.models import Dispatch
from people.rules import over_compulsory_school_age
from people.words import Relationship, Responsible
from referrals.words import AsksFor
from tests.acts.together import at_once, everything, queueing_before
from tests.factories.requests import received
from tests.personas import who

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)


def ask(referral, *, by="ben", received_on=TODAY, because=None):
    return request_assessment(
        referral.sender_id,
        received_on=received_on,
        found=Found.ON_READING,
        by=who(by) if isinstance(by, str) else by,
        because=because or Entry.objects.filter(case_ref=referral.case_id).order_by("pk").first(),
        reason="It says so.",
    )


def test_three_clocks_count_from_the_day_of_receipt(world):
    referral = received()
    ask(referral, received_on=TODAY - timedelta(days=20))
    clocks = Deadline.objects.exclude(duty="TRIAGE-LOCAL")
    assert {(row.duty, row.counted_from) for row in clocks} == {
        (duty, date(2026, 10, 29)) for duty in ("EHCNA-DECIDE", "NOPLAN", "PLAN-FINAL")
    }
    assert Dispatch.objects.filter(template="settled_assessment").count() == 1


@pytest.mark.parametrize(
    ("born_on", "relationship", "responsible", "cares_for", "source"),
    [
        (date(2018, 6, 14), Relationship.MOTHER, Responsible.YES, None, Source.PARENT),
        (date(2018, 6, 14), Relationship.RELATIVE, Responsible.NO, True, Source.PARENT),
        (date(2018, 6, 14), Relationship.RELATIVE, Responsible.NO, False, Source.OTHER),
        (date(2018, 6, 14), Relationship.SELF, Responsible.NOT_ASKED, None, Source.CHILD),
        (date(2003, 6, 14), Relationship.SELF, Responsible.NOT_ASKED, None, Source.YOUNG_PERSON),
        (date(2003, 6, 14), Relationship.MOTHER, Responsible.YES, True, Source.PARENT_OF_YOUNG_PERSON),
    ],
)
def test_who_asked_is_read_from_what_they_said_and_the_clocks_run_whoever_it_was(
    world, born_on, relationship, responsible, cares_for, source
):
    received(
        AsksFor.ASSESSMENT,
        born_on=born_on,
        relationship=relationship,
        says_responsible=responsible,
        cares_for=cares_for,
    )
    assert AssessmentRequest.objects.get().source == source
    assert Deadline.objects.filter(duty="PLAN-FINAL").count() == 1


def test_a_young_person_begins_after_the_last_friday_in_june():
    born_on = date(2010, 9, 1)
    last_day = date(2027, 6, 25)
    assert not over_compulsory_school_age(born_on, last_day)
    assert over_compulsory_school_age(born_on, date(2027, 6, 26))
    assert not over_compulsory_school_age(date(2010, 8, 31), date(2026, 6, 26))
    assert over_compulsory_school_age(date(2010, 8, 31), date(2026, 6, 27))


def test_a_second_one_is_refused_while_the_first_is_open(world):
    referral = received(AsksFor.ASSESSMENT)
    before = everything()
    with pytest.raises(Refused) as refusal:
        ask(referral)
    assert refusal.value.reasons == (Why.ALREADY_OPEN,)
    assert everything() == before


@pytest.mark.parametrize(("name", "seen"), [("dev", False), ("tom", False), ("irene", False), ("priya", False)])
def test_nobody_from_outside_the_case_may(world, name, seen):
    """Priya is a parent, and a parent may ask for an assessment: but not on another family's case."""
    referral = received(by=who("amina"))
    before = everything()
    with pytest.raises(NotAllowed) as refusal:
        ask(referral, by=name)
    assert refusal.value.seen is seen
    assert everything() == before


def test_the_parent_on_the_case_may(world):
    ask(received(by=who("amina")), by="amina")
    assert AssessmentRequest.objects.count() == 1


def test_an_entry_of_another_case_or_of_somebody_else_gives_no_right(world):
    """What follows from one's own act is allowed; what somebody else did, or did elsewhere, opens nothing."""
    own, strange = received(by=who("amina")), received(by=who("priya"))
    for because in Entry.objects.filter(case_ref__in=[own.case_id, strange.case_id]):
        if because.actor_ref == who("priya").ref:
            continue
        with pytest.raises(NotAllowed):
            ask(strange, by="amina", because=because)


@pytest.mark.parametrize("step", ["ledger.pen.write", "cases.deadlines.apply", "notices.post_office.post"])
def test_when_a_later_step_fails_no_clock_starts(world, monkeypatch, step):
    def falls(*args, **kwargs):
        raise RuntimeError("the roof fell in")

    referral = received()
    before = everything()
    monkeypatch.setattr(step, falls)
    with pytest.raises(RuntimeError):
        ask(referral)
    assert everything() == before


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_exactly_one_counts(world):
    referral = received()
    ben, carys = who("ben"), who("carys")
    with queueing_before(referral.case, waiters=2):
        given = at_once(lambda: ask(referral, by=ben), lambda: ask(referral, by=carys))
    assert sorted(type(one).__name__ for one in given) == ["AssessmentRequest", "Refused"], given
    assert AssessmentRequest.objects.count() == 1
    assert Entry.objects.filter(event=Event.ASSESSMENT_REQUESTED).count() == 1
    assert Deadline.objects.filter(duty="PLAN-FINAL").count() == 1
