"""A request comes in. Nothing outside can stop it, and it comes in whole or not at all."""

import re
from datetime import date
from uuid import uuid4

import pytest

from accounts.who import Who, visitor
from cases.models import Case, Caseload, Deadline, Involvement
from cases.words import Capacity, Stage
from core.events import Event
from core.refusals import NotAllowed, Refused
from documents.actions.add import File
from ledger.models import Entry
from notices.models import Dispatch
from pathway.actions.receive_request import receive_request
from people.models import Carer, Child
from referrals.models import Referral
from referrals.words import AsksFor, Why
from tests.acts.together import at_once, everything
from tests.factories.requests import received, request
from tests.personas import SALFORD, THURROCK, who

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
LATER_STEPS = (
    "referrals.actions.receive._involve",
    "ledger.pen.write",
    "cases.deadlines.apply",
    "cases.caseload.keep",
    "cases.audience.letters_for",
    "notices.post_office.post",
    "documents.actions.add.Document",
    "pathway.actions.receive_request.request_assessment",
)


def a_file(**changes) -> File:
    """A file that lies in the store already."""
    facts = {
        "name": "letter.pdf",
        "media_type": "application/pdf",
        "size": 9,
        "sha256": "ab" * 32,
        "stored_as": "0" * 32,
    }
    return File(**{**facts, **changes})


@pytest.mark.parametrize(
    ("asks_for", "duties", "letter"),
    [
        (AsksFor.HELP, {"TRIAGE-LOCAL"}, "help_received"),
        (AsksFor.UNSURE, {"SETTLE-LOCAL"}, "unsure_received"),
        (AsksFor.ASSESSMENT, {"EHCNA-DECIDE", "NOPLAN", "PLAN-FINAL"}, "assessment_received"),
    ],
)
def test_it_opens_a_provisional_case_whose_clocks_run_at_once(world, asks_for, duties, letter):
    referral = received(asks_for)

    case = Case.objects.get()
    assert (case.stage, case.received_on, case.merged_into_id) == (Stage.INTAKE, TODAY, None)
    assert referral.case_id == case.pk
    assert {(row.duty, row.counted_from, row.ended_on) for row in Deadline.objects.all()} == {
        (duty, TODAY, None) for duty in duties
    }
    assert {row.template for row in Dispatch.objects.all()} == {letter, "new_request"}
    assert Caseload.objects.get().next_on == min(row.plan_for for row in Deadline.objects.all())
    assert Involvement.objects.get().capacity == Capacity.TRIAGE


def test_what_was_written_is_kept_as_it_was_written(world):
    received(words="He said: “no”.\n\n<b>Twice</b>.", given_name="Ayaan", phone="07700 900 982")
    referral = Referral.objects.get()
    assert referral.words == "He said: “no”.\n\n<b>Twice</b>."
    assert (Child.objects.get().given_name, Carer.objects.get().phone) == ("Ayaan", "07700 900 982")
    assert Carer.objects.get().email_confirmed_at is None


def test_history_begins_with_it_and_says_what_led_to_what(world):
    received(AsksFor.ASSESSMENT)
    first, second = Entry.objects.order_by("pk")
    assert (first.event, first.facts) == (Event.REFERRAL_RECEIVED, {"asks_for": "assessment", "channel": "online"})
    assert (second.event, second.because) == (Event.ASSESSMENT_REQUESTED, first.pk)
    assert {first.actor_ref, second.actor_ref} == {"visitor"}


def test_a_parent_who_is_signed_in_may_follow_it(world):
    received(by=who("amina"))
    assert Involvement.objects.get(capacity=Capacity.FAMILY).person_id == who("amina").person_id


def test_help_without_agreement_to_share_is_refused_with_the_reason(world):
    before = everything()
    with pytest.raises(Refused) as refusal:
        received(AsksFor.HELP, consent=False)
    assert refusal.value.reasons == (Why.NO_CONSENT,)
    assert everything() == before


@pytest.mark.parametrize("asks_for", [AsksFor.ASSESSMENT, AsksFor.UNSURE])
def test_an_assessment_and_an_unsure_request_need_no_agreement(world, asks_for):
    assert received(asks_for, consent=False).pk


@pytest.mark.parametrize("name", ["ben", "carys", "dev", "tom", "irene", "somebody without a role"])
def test_nobody_but_the_public_and_parents_may_ask(world, name):
    before = everything()
    nobody = Who(ref="person:nobody", authority_id=SALFORD, roles=frozenset())
    by = nobody if name == "somebody without a role" else who(name)
    with pytest.raises(NotAllowed) as refusal:
        received(by=by)
    assert not refusal.value.seen
    assert everything() == before


def test_two_councils_keep_what_was_sent_to_them_apart(world):
    received(by=visitor(SALFORD))
    received(by=visitor(THURROCK))
    salford, thurrock = Case.objects.order_by("authority_id")
    assert (salford.reference[:3], thurrock.reference[:3]) == ("SAL", "THU")
    assert {row.address for row in Dispatch.objects.filter(template="new_request", authority_id=THURROCK)} == {
        "bridge@thurrock.example"
    }


def test_a_child_we_know_already_gets_a_provisional_case_of_its_own(world):
    first, second = received(), received()
    assert first.case_id != second.case_id
    assert Child.objects.filter(given_name="Ayaan", born_on=date(2018, 6, 14)).count() == 2
    assert told_to_the_sender_of(first) == told_to_the_sender_of(second)


def told_to_the_sender_of(referral: Referral) -> str:
    """The acknowledgement, without what is every sender's own: the reference and the link."""
    body = Dispatch.objects.get(case_ref=referral.case_id, template="help_received").body
    return re.sub(r"http\S+", "", body.replace(referral.case.reference, ""))


def test_the_same_draft_sent_again_gives_the_first_answer_and_writes_nothing(world):
    once = uuid4()
    first = received(sent_once=once)
    before = everything()
    assert received(sent_once=once).case.reference == first.case.reference
    assert everything() == before


@pytest.mark.parametrize("step", LATER_STEPS)
def test_when_a_later_step_fails_nothing_at_all_is_kept(world, monkeypatch, step):
    def falls(*args, **kwargs):
        raise RuntimeError("the roof fell in")

    before = everything()
    monkeypatch.setattr(step, falls)
    with pytest.raises(RuntimeError):
        receive_request(request(AsksFor.ASSESSMENT), [a_file()], by=visitor(SALFORD))
    assert everything() == before


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("asks_for", [AsksFor.HELP, AsksFor.ASSESSMENT])
def test_pressed_many_times_at_once_it_is_one_case_with_one_reference(world, asks_for):
    asked = request(asks_for)
    given = at_once(*[lambda: receive_request(asked, [a_file()], by=visitor(SALFORD)).case.reference] * 6)
    assert len(set(given)) == 1, given
    assert given[0] == Case.objects.get().reference
    assert Referral.objects.count() == Child.objects.count() == Carer.objects.count() == 1
    assert Entry.objects.filter(event=Event.REFERRAL_RECEIVED).count() == 1
    assert Entry.objects.filter(event=Event.DOCUMENT_ADDED).count() == 1
    assert Dispatch.objects.count() == 2
