"""A safeguarding concern goes straight to social care, from any state; few may read why; and there is a way back."""

from datetime import date

import pytest

from cases import sight
from cases.actions.lead import Why as LeadWhy
from cases.actions.lead import name_lead
from cases.actions.tasks import agree_action, take_on
from cases.candidates import candidates
from cases.concerns import concerns_seen
from cases.leading import lead_of
from cases.models import Case, Concern, Deadline, Task
from cases.task_kinds import Outcome, TaskKind, TaskState, Why
from cases.tasks_seen import tasks_for, tasks_of
from cases.words import Part
from core import clock
from core.refusals import NotAllowed, Refused
from ledger.family_words import SAY_TO_FAMILY
from ledger.models import Entry
from ledger.selectors import history
from notices.models import Dispatch
from pathway.actions.answer_request import answer_request
from pathway.actions.go_to_social_care import finish_task, go_to_social_care
from pathway.actions.settle_request import settle_request
from referrals.actions.answering import Answer
from referrals.words import AsksFor, Said
from referrals.words import Why as ReferralWhy
from tests.acts.test_the_bridge_answers import ANSWERS, BECAUSE
from tests.acts.together import at_once, queueing_before
from tests.factories.requests import received
from tests.factories.teams import team
from tests.pages.reading import text_of
from tests.personas import person, who

pytestmark = pytest.mark.django_db
WORRY = "She came to school with a bruise on her arm and said that she may not say how."


@pytest.fixture
def teams(world):
    return {
        "caf": team("caf", "CAF team", "caf_worker"),
        "care": team("care", "Social care", "social_worker", "social_care_officer"),
    }


def accept(referral):
    return answer_request(referral.pk, Said.ACCEPT, ANSWERS[Said.ACCEPT], by=who("ben"))


def open_kinds() -> set[str]:
    return set(Task.objects.filter(state=TaskState.OPEN).values_list("kind", flat=True))


def cafa() -> Task:
    return Task.objects.filter(kind=TaskKind.CAFA).latest("set_at")


def test_before_triage_it_goes_to_social_care_and_accepting_asks_for_no_family_assessment(teams):
    referral = received()
    go_to_social_care(referral.case_id, WORRY, by=who("ben"))
    assert open_kinds() == {"cafa"}
    assert cafa().team == teams["care"]
    assert cafa().due_on == date(2026, 11, 19), "the next working day"
    accept(referral)
    assert open_kinds() == {"cafa", "crm_record", "ems_record"}


def test_after_triage_it_drops_the_family_assessment_that_was_asked_and_tells_that_team(teams):
    referral = received()
    accept(referral)
    go_to_social_care(referral.case_id, WORRY, by=who("ben"))
    assert open_kinds() == {"cafa", "crm_record", "ems_record"}
    dropped = Dispatch.objects.get(template="task_dropped")
    assert dropped.address == teams["caf"].mailbox
    assert "social care" not in dropped.body.lower(), "the CAF team is not told why"


def test_a_family_assessment_that_was_done_is_kept(teams):
    referral = received()
    accept(referral)
    finish_task(Task.objects.get(kind="family_assessment").pk, by=who("caf_worker"), note="With both parents.")
    go_to_social_care(referral.case_id, WORRY, by=who("ben"))
    kept = Task.objects.get(kind="family_assessment")
    assert (kept.state, kept.note) == (TaskState.DONE, "With both parents.")


def test_where_somebody_else_leads_the_manager_is_asked_to_look_again(teams):
    referral = received()
    accept(referral)
    name_lead(referral.case_id, person("caf_worker").pk, "She knows them.", by=who("carys"))
    go_to_social_care(referral.case_id, WORRY, by=who("caf_worker"))
    assert TaskKind.LOOK_AT_LEAD in open_kinds()
    name_lead(referral.case_id, person("social_worker").pk, "There is a concern.", by=who("carys"))
    assert TaskKind.LOOK_AT_LEAD not in open_kinds()
    assert lead_of(Case.objects.get(pk=referral.case_id)) == person("social_worker")


def test_the_social_worker_is_first_and_choosing_another_needs_a_written_reason(teams):
    referral = received()
    accept(referral)
    go_to_social_care(referral.case_id, WORRY, by=who("ben"))
    case = Case.objects.get(pk=referral.case_id)
    ranked = candidates(case, clock.today(), concern=True)
    assert ranked[0].key == person("social_worker").pk
    assert "safeguarding concern" in ranked[0].why
    other = person("engagement_lead").pk
    with pytest.raises(Refused) as refused:
        name_lead(case.pk, other, BECAUSE, by=who("carys"))
    assert refused.value.reasons == (LeadWhy.NOT_SOCIAL_WORKER,)
    name_lead(case.pk, other, BECAUSE, by=who("carys"), instead="The family trusts her, and social care agreed.")
    assert Concern.objects.get().other_lead_because == "The family trusts her, and social care agreed."
    assert "trusts her" not in "".join(Dispatch.objects.values_list("body", flat=True))


READS = {"ben": True, "carys": True, "social_worker": True, "caf_worker": False, "ehc_coordinator": False}


def test_few_may_read_why_or_that_there_is_a_concern_at_all(teams):
    referral = received()
    accept(referral)
    agree_action(referral.case_id, "Send the plan", person("ehc_coordinator").pk, clock.today(), by=who("ben"))
    take_on(Task.objects.get(kind="family_assessment").pk, by=who("caf_worker"))
    go_to_social_care(referral.case_id, WORRY, by=who("ben"))
    case = Case.objects.get(pk=referral.case_id)
    for name, reads in READS.items():
        assert sight.may_see(who(name), case), name
        told = " ".join(one.sentence for one in history([case.pk], sight.parts_open_to(who(name), case))).lower()
        kinds = {one.kind for one in tasks_of(who(name), [case.pk], sight.parts_open_to(who(name), case))}
        assert bool(concerns_seen([case.pk], sight.parts_open_to(who(name), case))) is reads, name
        assert (TaskKind.CAFA in kinds) is reads, name
        assert ("safeguarding" in told or "cafa" in told) is reads, name
    assert not Deadline.objects.filter(duty__icontains="cafa").exists(), "every list of dates would tell of it"


def test_the_family_is_told_nothing_by_it(teams):
    referral = received(by=who("amina"))
    before = Dispatch.objects.filter(to_ref__startswith="carer:").count()
    go_to_social_care(referral.case_id, WORRY, by=who("ben"))
    assert Dispatch.objects.filter(to_ref__startswith="carer:").count() == before
    for row in Entry.objects.filter(part=Part.SAFEGUARDING):
        assert SAY_TO_FAMILY[row.event] is None
    assert WORRY not in "".join(Dispatch.objects.values_list("body", flat=True))
    assert not any(WORRY in str(row.facts) for row in Entry.objects.all())


def test_a_colleague_on_the_case_raises_it_and_reads_no_more_than_before(teams):
    referral = received()
    accept(referral)
    take_on(Task.objects.get(kind="family_assessment").pk, by=who("caf_worker"))
    go_to_social_care(referral.case_id, WORRY, by=who("caf_worker"))
    assert Part.SAFEGUARDING not in sight.parts_open_to(who("caf_worker"), referral.case)


def test_it_needs_words_a_colleague_on_the_case_and_is_raised_once(teams):
    referral = received()
    for by, words, wrong in (("ben", "  ", Refused), ("caf_worker", WORRY, NotAllowed), ("amina", WORRY, NotAllowed)):
        with pytest.raises(wrong):
            go_to_social_care(referral.case_id, words, by=who(by))
    assert not Task.objects.exists()
    go_to_social_care(referral.case_id, WORRY, by=who("ben"))
    with pytest.raises(Refused) as refused:
        go_to_social_care(referral.case_id, WORRY, by=who("carys"))
    assert refused.value.reasons == (Why.RAISED_ALREADY,)
    assert Concern.objects.count() == 1


def test_social_care_takes_it_on_with_a_day_and_says_how_it_ended(teams):
    referral = received()
    accept(referral)
    go_to_social_care(referral.case_id, WORRY, by=who("ben"))
    assert [one.kind for one in tasks_for(who("social_worker"))] == ["cafa"]
    with pytest.raises(Refused):
        take_on(cafa().pk, by=who("social_worker"))
    take_on(cafa().pk, by=who("social_worker"), until=date(2027, 1, 22))
    assert cafa().due_on == date(2027, 1, 22)
    with pytest.raises(Refused) as refused:
        finish_task(cafa().pk, by=who("social_worker"), note="Seen twice.")
    assert refused.value.reasons == (Why.NO_OUTCOME,)
    finish_task(cafa().pk, by=who("social_worker"), outcome=Outcome.NOTHING_FURTHER, note="An accident; both agree.")
    ended = Concern.objects.get()
    assert (ended.ended_as, ended.ended_because) == (Outcome.NOTHING_FURTHER, "An accident; both agree.")
    assert TaskKind.FAMILY_ASSESSMENT in open_kinds(), "the road goes on where it had forked"


def test_where_social_care_goes_on_no_family_assessment_is_asked_and_the_social_worker_still_leads_by_default(teams):
    referral = received()
    go_to_social_care(referral.case_id, WORRY, by=who("ben"))
    finish_task(cafa().pk, by=who("social_worker"), outcome=Outcome.CARRIES_ON, note="A plan is made.")
    accept(referral)
    assert TaskKind.FAMILY_ASSESSMENT not in open_kinds()
    with pytest.raises(Refused):
        name_lead(referral.case_id, person("engagement_lead").pk, BECAUSE, by=who("carys"))


def test_a_worry_waits_for_nobodys_agreement_to_sharing(teams):
    referral = received(AsksFor.UNSURE, consent=False)
    settle_request(referral.pk, AsksFor.HELP, "They ask for help.", by=who("ben"))
    with pytest.raises(Refused) as refused:
        accept(referral)
    assert refused.value.reasons == (ReferralWhy.NO_CONSENT,)
    go_to_social_care(referral.case_id, WORRY, by=who("ben"))
    with pytest.raises(Refused) as refused:
        accept(referral)
    assert refused.value.reasons == (ReferralWhy.SAY_WITHOUT_AGREEMENT,), "whoever accepts says that they mean it"
    answer_request(referral.pk, Said.ACCEPT, Answer(BECAUSE, unagreed=True), by=who("ben"))
    assert open_kinds() == {"cafa", "crm_record", "ems_record"}
    assert Entry.objects.get(event="referral.accepted").facts["agreed"] == "no"


def test_the_bridge_cannot_answer_for_social_care(teams):
    referral = received()
    go_to_social_care(referral.case_id, WORRY, by=who("ben"))
    with pytest.raises(NotAllowed):
        finish_task(cafa().pk, by=who("ben"), outcome=Outcome.NOTHING_FURTHER, note="Rang them.")


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
def test_two_people_raise_it_at_once_and_social_care_is_asked_once(world):
    referral = received()
    with queueing_before(referral.case, waiters=2):
        done = at_once(
            lambda: go_to_social_care(referral.case_id, WORRY, by=who("ben")),
            lambda: go_to_social_care(referral.case_id, WORRY, by=who("carys")),
        )
    assert Concern.objects.count() == 1
    assert Task.objects.filter(kind=TaskKind.CAFA).count() == 1
    assert sum(isinstance(one, Refused) for one in done) == 1


def test_nothing_that_follows_from_a_concern_tells_who_may_not_know_of_it(teams, desk):
    referral = received()
    accept(referral)
    name_lead(referral.case_id, person("engagement_lead").pk, "She knows them.", by=who("carys"))
    take_on(Task.objects.get(kind="family_assessment").pk, by=who("caf_worker"))
    go_to_social_care(referral.case_id, WORRY, by=who("engagement_lead"))
    page = f"/cases/{referral.case.reference}/"
    joan = desk.as_("social_worker")
    assert joan.get(page).status_code == 200
    reads = {name: type(desk)("desk").as_(name) for name in ("caf_worker", "carys")}
    said = {name: text_of(door.get(page)).split("What happened")[1] for name, door in reads.items()}
    line = "The Family Assessment is not asked for any more"
    after = {name: words.split(line)[1][:40] for name, words in said.items()}
    assert "SENDPath" in after["caf_worker"] and "Engagement lead" not in after["caf_worker"]
    assert "Engagement lead" in after["carys"]
    looked = {name: text_of(door.get(f"{page}looked/")) for name, door in reads.items()}
    assert "Social worker" in looked["carys"] and "Social worker" not in looked["caf_worker"]
    assert "Caf worker" in looked["caf_worker"]
