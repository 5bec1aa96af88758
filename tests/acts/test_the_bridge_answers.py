"""The Bridge says what happens with a request for help: yes, not yet, elsewhere, no, and that it was wrong."""

from datetime import date, timedelta

import pytest

from accounts.rules import Away
from accounts.who import visitor
from cases.action import ALREADY_DONE
from cases.actions.lead import Why as LeadWhy
from cases.actions.lead import name_lead
from cases.actions.name_owner import name_owner
from cases.actions.staff.absence import enter
from cases.leading import lead_of
from cases.models import Case, Deadline, Involvement
from cases.standing_by import named_owner
from cases.words import Capacity, Stage
from core import clock
from core.events import Event
from core.past import hold
from core.refusals import NotAllowed, Refused
from ledger.models import Entry
from notices.models import Dispatch
from pathway.actions.answer_request import answer_request, take_back, withdraw_request
from pathway.actions.settle_request import settle_request
from referrals.actions.answering import Answer
from referrals.actions.confirm_sender import confirm_sender
from referrals.actions.reply import reply
from referrals.models import Referral, TriageAnswer
from referrals.selectors import queue
from referrals.words import AsksFor, Said, State, Why
from tests.acts.together import at_once, everything, queueing_before
from tests.factories.requests import received
from tests.personas import SALFORD, person, who

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
BECAUSE = "Three services are involved, and two plans at school have not been enough."
ANSWERS = {
    Said.ACCEPT: Answer(BECAUSE),
    Said.ASK: Answer("Which services have you seen this year?"),
    Said.SEND_ON: Answer(BECAUSE, sent_to="Speech and language, 0161 496 0110", instead="They ring within two weeks."),
    Said.DECLINE: Answer(BECAUSE, instead="The school starts a plan in December, and we look again in March."),
}
TO_DO = {"CRM-LOCAL", "EMS-LOCAL", "FAMILY-ASSESSMENT-LOCAL"}
"""What accepting gives to others."""
STANDS = {
    Said.ACCEPT: (State.ACCEPTED, Stage.ALLOCATION, {"LEAD-LOCAL", *TO_DO}),
    Said.ASK: (State.ASKED, Stage.INTAKE, {"CHASE-LOCAL"}),
    Said.SEND_ON: (State.SENT_ON, Stage.CLOSED, set()),
    Said.DECLINE: (State.DECLINED, Stage.CLOSED, set()),
}


def say(referral, said=Said.ACCEPT, answer=None, *, by="ben", **more):
    return answer_request(referral.pk, said, answer or ANSWERS[said], by=who(by), **more)


def owed(referral) -> set[str]:
    return set(Deadline.objects.filter(case=referral.case_id, ended_on=None).values_list("duty", flat=True))


def waiting() -> list[str]:
    return [row.reference for row in queue(who("ben")).rows]


@pytest.mark.parametrize("said", ANSWERS)
@pytest.mark.parametrize("by", ["ben", "carys"])
def test_each_answer_moves_the_request_its_case_and_its_clocks(world, said, by):
    referral = received()
    say(referral, said, by=by)
    state, stage, duties = STANDS[said]
    assert Referral.objects.get().state == state
    assert Case.objects.get().stage == stage
    assert owed(referral) == duties
    kept = TriageAnswer.objects.get()
    assert (kept.said, kept.because, kept.said_by) == (said, ANSWERS[said].because, who(by).ref)
    assert waiting() == ([referral.case.reference] if said == Said.ASK else [])


@pytest.mark.parametrize("said", ANSWERS)
def test_the_sender_is_told_and_reads_the_words_only_at_a_confirmed_address(world, said):
    first, second = received(), received()
    confirm_sender(second.sender_id)
    for referral in (first, second):
        say(referral, said)
    told = Dispatch.objects.filter(to_ref__startswith="carer:").exclude(template="help_received")
    sent = {row.case_ref: row for row in told}
    answer = ANSWERS[said]
    for words in filter(None, (answer.because, answer.sent_to, answer.instead)):
        assert words not in sent[first.case_id].body
        assert (words in sent[second.case_id].body) == (said != Said.ASK), "a question is read on its own page"


@pytest.mark.parametrize("said", ANSWERS)
def test_history_holds_what_happened_and_not_a_word_of_why(world, said):
    say(received(), said)
    assert BECAUSE not in str(list(Entry.objects.values()))


@pytest.mark.parametrize(
    ("said", "answer", "why"),
    [
        (Said.ACCEPT, Answer("  "), Why.NO_REASON),
        (Said.ACCEPT, Answer("Ayaan needs it."), Why.NAMES_THE_CHILD),
        (Said.SEND_ON, Answer(BECAUSE), Why.NO_SERVICE),
        (Said.SEND_ON, Answer(BECAUSE, sent_to="Mrs Chowdhury’s clinic"), Why.NAMES_THE_CHILD),
        (Said.DECLINE, Answer(BECAUSE), Why.NO_INSTEAD),
        (Said.DECLINE, Answer(BECAUSE, instead="Ayaan goes to the club."), Why.NAMES_THE_CHILD),
    ],
)
def test_half_an_answer_is_refused_with_what_is_missing(world, said, answer, why):
    referral = received()
    with pytest.raises(Refused) as refusal:
        say(referral, said, answer)
    assert refusal.value.reasons == (why,)
    assert Referral.objects.get().state == State.WAITING
    assert not TriageAnswer.objects.exists()


@pytest.mark.parametrize("said", ANSWERS)
def test_a_request_for_an_assessment_is_no_bridges_to_answer(world, said):
    with pytest.raises(Refused) as refusal:
        say(received(AsksFor.ASSESSMENT), said)
    assert refusal.value.reasons == (Why.NOT_FOR_TRIAGE,)


def test_what_nobody_has_read_yet_is_read_first(world):
    with pytest.raises(Refused) as refusal:
        say(received(AsksFor.UNSURE))
    assert refusal.value.reasons == (Why.READ_FIRST,)


@pytest.mark.parametrize(("said", "stands"), [(Said.ACCEPT, False), (Said.SEND_ON, False), (Said.DECLINE, True)])
def test_without_agreement_to_sharing_nobody_else_is_brought_in(world, said, stands):
    referral = received(AsksFor.UNSURE, consent=False)
    settle_request(referral.pk, AsksFor.HELP, "They ask for somebody to talk to.", by=who("ben"))
    if stands:
        say(referral, said)
    else:
        with pytest.raises(Refused) as refusal:
            say(referral, said)
        assert refusal.value.reasons == (Why.NO_CONSENT,)


@pytest.mark.parametrize("stranger", ["tom", "senco", "dev"])
def test_nobody_else_answers(world, stranger):
    referral = received()
    with pytest.raises(NotAllowed):
        say(referral, by=stranger)


def test_an_answer_brings_the_request_back_with_its_target_anew(world):
    referral = received()
    say(referral, Said.ASK)
    question = TriageAnswer.objects.get()
    with hold(clock.now() + timedelta(days=6)):
        reply(question.pk, " The speech therapist and the health visitor. ", by=visitor(SALFORD))
        assert waiting() == [referral.case.reference]
    question.refresh_from_db()
    assert question.reply == "The speech therapist and the health visitor."
    assert owed(referral) == {"TRIAGE-LOCAL"}
    newest = Deadline.objects.get(case=referral.case_id, ended_on=None)
    assert newest.counted_from == TODAY + timedelta(days=6)
    assert Dispatch.objects.filter(template="new_reply").exists(), "the Bridge hears of it"


def test_a_second_answer_is_added_to_the_first(world):
    referral = received()
    say(referral, Said.ASK)
    question = TriageAnswer.objects.get()
    for words in ("The health visitor.", "And the clinic."):
        reply(question.pk, words, by=visitor(SALFORD))
    question.refresh_from_db()
    assert question.reply == "The health visitor.\n\nAnd the clinic."


@pytest.mark.parametrize(
    ("meanwhile", "stands", "stage", "duties"),
    [
        (Said.DECLINE, State.WAITING, Stage.INTAKE, {"TRIAGE-LOCAL"}),
        (Said.SEND_ON, State.WAITING, Stage.INTAKE, {"TRIAGE-LOCAL"}),
        (Said.ACCEPT, State.ACCEPTED, Stage.ALLOCATION, {"LEAD-LOCAL", *TO_DO}),
    ],
)
def test_an_answer_after_the_request_was_closed_is_read_and_one_after_yes_changes_nothing(
    world, meanwhile, stands, stage, duties
):
    referral = received()
    say(referral, Said.ASK)
    question = TriageAnswer.objects.get(said=Said.ASK)
    say(referral, meanwhile)
    reply(question.pk, "We were away.", by=visitor(SALFORD))
    question.refresh_from_db()
    assert question.reply == "We were away."
    assert (Referral.objects.get().state, Case.objects.get().stage) == (stands, stage)
    assert owed(referral) == duties
    to_bridge = Dispatch.objects.get(template="new_reply")
    to_sender = Dispatch.objects.get(template="reply_received").body
    if meanwhile == Said.ACCEPT:
        assert to_bridge.body.strip().endswith(f"/requests/{referral.case.reference}/"), "it stands in no queue"
        assert "said already what happens" in to_sender
    else:
        assert to_bridge.body.strip().endswith("/requests/")
        assert "We tell you what happens next by" in to_sender


def test_an_answer_after_yes_reaches_whoever_leads_and_the_yes_said_by_when_one_is_named(world):
    referral = received()
    say(referral, Said.ASK)
    question = TriageAnswer.objects.get(said=Said.ASK)
    say(referral)
    assert "By Tuesday 1 December 2026 we choose one person" in Dispatch.objects.get(template="help_accepted").body
    name_lead(referral.case_id, person("engagement_lead").pk, BECAUSE, by=who("carys"))
    reply(question.pk, "We were away.", by=visitor(SALFORD))
    lead = f"person:{person('engagement_lead').pk}"
    assert Dispatch.objects.get(template="late_reply").to_ref == lead


def test_an_answer_to_what_became_a_request_for_an_assessment_starts_no_target_of_ours(world):
    referral = received()
    say(referral, Said.ASK)
    settle_request(referral.pk, AsksFor.ASSESSMENT, "The words ask for it.", by=who("ben"))
    reply(TriageAnswer.objects.get().pk, "The clinic.", by=visitor(SALFORD))
    assert TriageAnswer.objects.get().reply == "The clinic."
    assert owed(referral) == {"EHCNA-DECIDE", "NOPLAN", "PLAN-FINAL"}


def test_nothing_that_was_not_asked_is_answered_and_an_empty_answer_is_none(world):
    referral = received()
    say(referral, Said.ASK)
    question = TriageAnswer.objects.get()
    with pytest.raises(Refused) as refusal:
        reply(question.pk, "  ", by=visitor(SALFORD))
    assert refusal.value.reasons == (Why.NO_ANSWER,)
    say(referral, Said.ACCEPT)
    with pytest.raises(Refused) as refusal:
        reply(TriageAnswer.objects.get(said=Said.ACCEPT).pk, "Thank you.", by=visitor(SALFORD))
    assert refusal.value.reasons == (Why.NOT_ASKED,)


@pytest.mark.parametrize("said", ANSWERS)
def test_what_was_said_can_be_taken_back_and_the_target_counts_from_then(world, said):
    referral = received()
    say(referral, said)
    with hold(clock.now() + timedelta(days=1)):
        take_back(referral.pk, "We had read another letter.", by=who("ben"))
    assert (Referral.objects.get().state, Case.objects.get().stage) == (State.WAITING, Stage.INTAKE)
    assert owed(referral) == {"TRIAGE-LOCAL"}
    assert [row.said for row in TriageAnswer.objects.order_by("said_at")] == [said, Said.REOPEN], "both stand"
    assert Dispatch.objects.filter(template="help_reopened").exists()


def test_what_was_never_said_cannot_be_taken_back(world):
    with pytest.raises(Refused) as refusal:
        take_back(received().pk, "A mistake.", by=who("ben"))
    assert refusal.value.reasons == (Why.NOT_ANSWERED,)


@pytest.mark.parametrize("before", [None, Said.ASK, Said.ACCEPT])
def test_a_family_that_wants_it_no_longer_ends_every_clock_of_it(world, before):
    referral = received()
    if before:
        say(referral, before)
    withdraw_request(referral.pk, "They rang and said so.", by=who("ben"))
    assert (Referral.objects.get().state, Case.objects.get().stage) == (State.WITHDRAWN, Stage.CLOSED)
    assert owed(referral) == set()
    assert waiting() == []


def test_words_that_ask_for_an_assessment_are_found_even_after_an_answer(world):
    referral = received()
    say(referral, Said.DECLINE)
    settle_request(referral.pk, AsksFor.ASSESSMENT, "The words ask for it.", by=who("ben"))
    assert {"EHCNA-DECIDE", "NOPLAN", "PLAN-FINAL"} <= owed(referral)
    assert Referral.objects.get().state == State.DECLINED, "help was declined; the law’s request goes on"


@pytest.mark.parametrize("by", ["ben", "hal", "sena", "engagement_lead", "dev"])
def test_only_the_operational_manager_names_the_lead(world, by):
    referral = received()
    say(referral)
    with pytest.raises(NotAllowed):
        name_lead(referral.case_id, person("engagement_lead").pk, BECAUSE, by=who(by))


def test_a_lead_is_named_told_and_answers_for_the_deadlines(world):
    referral = received()
    say(referral)
    lead = person("engagement_lead")
    name_lead(referral.case_id, lead.pk, BECAUSE, by=who("carys"))
    case = Case.objects.get()
    assert (lead_of(case), case.stage) == (lead, Stage.SUPPORT)
    assert named_owner(SALFORD, case.pk) == lead.pk
    assert owed(referral) == {*TO_DO, "FIRST-CONTACT-LOCAL", "MAM-LOCAL"}
    letters = {row.template: row for row in Dispatch.objects.filter(template__in=["lead_named", "you_lead"])}
    assert lead.name in letters["lead_named"].body
    assert letters["you_lead"].address == lead.email
    assert BECAUSE in letters["you_lead"].body
    assert Involvement.objects.get(capacity=Capacity.LEAD).because == BECAUSE


def test_another_lead_takes_over_and_the_first_ends(world):
    referral = received()
    say(referral)
    first, second = person("engagement_lead"), person("social_worker")
    name_lead(referral.case_id, first.pk, BECAUSE, by=who("carys"))
    with hold(clock.now() + timedelta(days=30)):
        name_lead(referral.case_id, second.pk, "She knows the family.", by=who("carys"))
    case = Case.objects.get()
    assert lead_of(case) == second
    assert named_owner(SALFORD, case.pk) == second.pk
    over = Involvement.objects.get(capacity=Capacity.LEAD, person=first)
    assert over.until == TODAY + timedelta(days=29)
    assert Entry.objects.filter(event=Event.LEAD_NAMED, facts__again="yes").count() == 1


def test_who_answered_for_the_deadlines_by_name_goes_on_doing_so(world):
    referral = received()
    say(referral)
    name_owner(referral.case_id, person("ehc_coordinator").pk, by=who("carys"))
    name_lead(referral.case_id, person("engagement_lead").pk, BECAUSE, by=who("carys"))
    assert named_owner(SALFORD, referral.case_id) == person("ehc_coordinator").pk


@pytest.mark.parametrize(
    ("name", "because", "why"),
    [
        ("engagement_lead", " ", LeadWhy.NO_REASON),
        ("tom", BECAUSE, LeadWhy.NOT_HERE),
        ("amina", BECAUSE, LeadWhy.NOT_HERE),
        ("dev", BECAUSE, LeadWhy.NOT_HERE),
    ],
)
def test_somebody_who_is_not_here_cannot_lead_and_a_reason_is_asked(world, name, because, why):
    referral = received()
    say(referral)
    with pytest.raises(Refused) as refusal:
        name_lead(referral.case_id, person(name).pk, because, by=who("carys"))
    assert refusal.value.reasons == (why,)


def test_somebody_away_today_cannot_lead(world):
    referral = received()
    say(referral)
    lead = person("engagement_lead")
    enter(Away(lead.pk, clock.today(), None), by=who("carys"))
    with pytest.raises(Refused) as refusal:
        name_lead(referral.case_id, lead.pk, BECAUSE, by=who("carys"))
    assert refusal.value.reasons == (LeadWhy.AWAY,)


def test_no_lead_before_the_request_is_accepted_and_none_taken_back_after(world):
    referral = received()
    with pytest.raises(Refused) as refusal:
        name_lead(referral.case_id, person("engagement_lead").pk, BECAUSE, by=who("carys"))
    assert refusal.value.reasons == (LeadWhy.NOT_SOUGHT,)
    say(referral)
    name_lead(referral.case_id, person("engagement_lead").pk, BECAUSE, by=who("carys"))
    with pytest.raises(Refused) as refusal:
        take_back(referral.pk, "A mistake.", by=who("ben"))
    assert refusal.value.reasons == (Why.HAS_A_LEAD,)


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
def test_of_two_who_answer_at_once_one_is_told_that_it_was_done(world):
    referral = received()
    with queueing_before(referral.case, waiters=2):
        given = at_once(lambda: say(referral, Said.ACCEPT, by="ben"), lambda: say(referral, Said.DECLINE, by="carys"))
    refused = [one for one in given if isinstance(one, Refused)]
    assert [one.reasons for one in refused] == [(ALREADY_DONE,)]
    assert TriageAnswer.objects.count() == 1


def test_what_is_refused_leaves_nothing_behind(world):
    referral = received()
    say(referral, Said.DECLINE)
    before = everything()
    with pytest.raises(Refused) as refusal:
        say(referral, Said.ACCEPT)
    assert refusal.value.reasons == (ALREADY_DONE,)
    assert everything() == before
