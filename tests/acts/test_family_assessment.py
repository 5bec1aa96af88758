"""A Family Assessment: begun with what is known, each service writes its part, sent, taken, and answered."""

from datetime import date, timedelta

import pytest

from accounts.models import Membership, Team
from assessments import family, rules
from assessments.actions.send import Wanted, answer
from assessments.actions.write import write
from assessments.models import AssessmentAnswer, AssessmentPart, FamilyAssessment
from assessments.selectors import assessments_of, readers_on
from assessments.words import AGENCIES, AssessmentState, Chapter, Why
from cases.models import Case, Task
from cases.task_kinds import TaskState
from core.refusals import NotAllowed, Refused
from door.guarded import opened
from ledger.models import Entry
from notices.models import Dispatch
from pathway.actions.close_meeting import close_meeting
from pathway.actions.family_assessment import (
    ask_for_part,
    begin_assessment,
    finish_part,
    send_assessment,
    stop_assessment,
    take_assessment,
)  # fmt: skip
from pathway.actions.go_to_social_care import go_to_social_care
from pathway.known import known_about
from people.models import Address, Around, Carer
from tests.acts.test_in_touch import led
from tests.acts.test_meetings import LEAD, TODAY, _bar, _barred, called, carer_of, ending, in_notes, written
from tests.personas import person, who

pytestmark = pytest.mark.django_db
SOON = TODAY + timedelta(days=10)


@pytest.fixture
def caf(world):
    """The CAF team, with its worker."""
    team = Team.objects.create(
        authority_id=who(LEAD).authority_id, name="CAF", kind=Team.Kind.CAF, mailbox="caf@s.example"
    )
    Membership.objects.filter(person=person("caf_worker"), role="caf_worker").update(team=team)
    return team


def begun(**more) -> FamilyAssessment:
    return begin_assessment(led(**more).case_id, by=who(LEAD))


def put(found, chapter, by=LEAD, version=0, **said):
    return write(found.pk, chapter, said, by=who(by), version=version)


def whole(found) -> None:
    """Everything an assessment needs to be sent."""
    for chapter, said in (
        (Chapter.VIEWS, {"words": "I like the quiet room."}),
        (Chapter.FAMILY, {"worries": "He does not sleep."}),
        (Chapter.HEALTH, {"needs": "Sleep"}),
        (Chapter.TOGETHER, {"means": "Sleep comes first.", "plan": "The health visitor comes on Monday."}),
    ):
        row = AssessmentPart.objects.filter(assessment=found, chapter=chapter).first()
        put(found, chapter, version=row.version if row else 0, **said)


def test_it_begins_with_what_the_request_and_the_last_meeting_said_and_says_where_from(world):
    meeting = called(on=TODAY, words="He hardly sleeps.", wanted="Somebody who listens.")
    in_notes(meeting, "working", words="The lunch club.")
    written(meeting)
    close_meeting(meeting.pk, ending(), by=who(LEAD))
    found = begin_assessment(meeting.case_id, by=who(LEAD))
    parts = {row.chapter: row for row in found.parts.all()}
    assert parts["views"].said["words"] == "I like the quiet room."
    assert parts["views"].comes_from == "the meeting of Wednesday 18 November 2026"
    assert parts["family"].said == {"well": "", "worries": "He hardly sleeps.", "hopes": "Somebody who listens."}
    assert parts["family"].comes_from == f"the request of {carer_of(meeting.case_id).name}"
    assert "He follows an instruction by himself" in parts["together"].said["plan"]
    assert Task.objects.get(case=meeting.case_id, kind="family_assessment").state == TaskState.OPEN
    with pytest.raises(Refused) as refused:
        begin_assessment(meeting.case_id, by=who(LEAD))
    assert refused.value.reasons == (Why.BEGUN_ALREADY,)


def test_what_a_young_person_asked_is_their_own_and_not_the_familys(world):
    found = begun(
        relationship="self", says_responsible="", born_on=date(2009, 3, 9), words="I cannot sleep.", wanted="Quiet."
    )
    parts = {row.chapter: row.said for row in found.parts.all()}
    assert parts == {"views": {"words": "I cannot sleep.\n\nQuiet."}}


def test_where_two_must_not_read_each_others_words_no_meeting_is_copied_from(world):
    meeting = called(on=TODAY)
    written(meeting)
    close_meeting(meeting.pk, ending(), by=who(LEAD))
    _barred(meeting.case_id)
    found = begin_assessment(meeting.case_id, by=who(LEAD))
    assert set(found.parts.values_list("chapter", flat=True)) == {"family"}
    said = [one.title for one in known_about(who(LEAD), Case.objects.get(pk=meeting.case_id))]
    assert "What should be different" not in said


def test_a_parent_nobody_said_may_be_told_is_no_reader(caf):
    found = begun()
    whole(found)
    first = carer_of(found.case_id)
    with opened(found.case_id):
        father = Carer(
            authority_id=first.authority_id, case_ref=first.case_ref, child=first.child, name="Karim Chowdhury",
            relationship="father", says_responsible="yes", asked=False, email="karim@families.example",
        )  # fmt: skip
        father.save()
    assert [key for key, _name in readers_on(Case.objects.get(pk=found.case_id))] == [str(first.pk)]
    with pytest.raises(Refused) as refused:
        send_assessment(found.pk, Wanted(readers=(father.pk,)), by=who(LEAD))
    assert refused.value.reasons == (Why.NO_READER,)


def test_an_address_somebody_may_not_be_told_goes_into_nobodys_hands(caf):
    found = begun()
    whole(found)
    mother = carer_of(found.case_id)
    with opened(found.case_id):
        Address(
            authority_id=mother.authority_id, case_ref=mother.case_ref, child=mother.child, lines="9 Hidden Way",
            postcode="M6 5ZZ", kind="home", secret=True, entered_by="system:test", entered_at=found.begun_at,
        ).save()  # fmt: skip
    part = found.parts.get(chapter="together")
    put(found, Chapter.TOGETHER, version=part.version, plan="We visit at 9 Hidden Way, M6 5ZZ.")
    with pytest.raises(Refused) as refused:
        send_assessment(found.pk, Wanted(readers=(mother.pk,)), by=who(LEAD))
    assert Why.HIDDEN in refused.value.reasons


def test_two_without_an_email_are_not_one_person(caf):
    found = begun()
    mother = carer_of(found.case_id)
    with opened(found.case_id):
        mother.email = ""
        mother.save()
        father = Around(
            authority_id=mother.authority_id, case_ref=mother.case_ref, child=mother.child, tie="father",
            name="Karim Chowdhury", email="", entered_by="system:test", entered_at=found.begun_at,
        )  # fmt: skip
        father.save()
    _bar(father)
    assert [key for key, _name in readers_on(Case.objects.get(pk=found.case_id))] == [str(mother.pk)]


@pytest.mark.parametrize("ends", ["sent", "stopped"])
def test_when_it_is_sent_or_stopped_nobody_has_a_part_to_write_any_more(caf, ends):
    found = begun()
    whole(found)
    task = ask_for_part(found.pk, Chapter.CARE, person("adviser").pk, SOON, by=who(LEAD)).task
    if ends == "sent":
        wanted = Wanted(no_reader_because="They asked for none.", missing_because="School is closed.")
        send_assessment(found.pk, wanted, by=who(LEAD))
    else:
        stop_assessment(found.pk, "The family has moved.", by=who(LEAD))
    assert Task.objects.get(pk=task).state == TaskState.DROPPED


def test_one_begun_while_social_care_looked_into_it_can_still_be_taken_when_it_is_sent(caf):
    referral = led()
    go_to_social_care(referral.case_id, "A bruise.", by=who(LEAD))
    found = begin_assessment(referral.case_id, by=who(LEAD))
    whole(found)
    send_assessment(found.pk, Wanted(no_reader_because="They asked for none."), by=who(LEAD))
    take_assessment(found.pk, by=who("caf_worker"))
    assert FamilyAssessment.objects.get(pk=found.pk).state == AssessmentState.TAKEN


def test_taking_the_first_leaves_the_task_of_a_review_that_is_being_written(caf):
    found = begun()
    whole(found)
    send_assessment(found.pk, Wanted(no_reader_because="They asked for none."), by=who(LEAD))
    begin_assessment(found.case_id, by=who(LEAD))
    take_assessment(found.pk, by=who("caf_worker"))
    assert Task.objects.get(case=found.case_id, kind="family_assessment").state == TaskState.OPEN


def test_while_social_care_looks_into_it_the_caf_team_is_not_asked(world):
    referral = led()
    go_to_social_care(referral.case_id, "A bruise.", by=who(LEAD))
    begin_assessment(referral.case_id, by=who(LEAD))
    assert not Task.objects.filter(case=referral.case_id, kind="family_assessment", state=TaskState.OPEN).exists()


def test_a_service_writes_its_own_part_in_the_same_record_and_no_other(world):
    found = begun()
    part = ask_for_part(found.pk, Chapter.HEALTH, person("health_adviser").pk, SOON, by=who(LEAD))
    task = Task.objects.get(pk=part.task)
    assert (task.title, task.due_on) == ("Write the health part of the Family Assessment", SOON)
    assert put(found, Chapter.HEALTH, by="health_adviser", version=part.version, needs="Sleep").row.version == 1
    with pytest.raises(NotAllowed):
        put(found, Chapter.CARE, by="health_adviser", needs="No")
    with pytest.raises(NotAllowed):
        put(found, Chapter.HEALTH, by="social_worker", version=1, needs="No")
    finish_part(found.pk, Chapter.HEALTH, by=who("health_adviser"))
    assert Task.objects.get(pk=task.pk).state == TaskState.DONE
    with pytest.raises(Refused) as refused:
        put(found, Chapter.HEALTH, version=1, needs="Other")
    assert refused.value.reasons == (Why.DONE,)
    finish_part(found.pk, Chapter.HEALTH, by=who(LEAD), again=True)
    assert not put(found, Chapter.HEALTH, version=1, needs="Sleep, first of all").clash
    assert put(found, Chapter.HEALTH, by="health_adviser", version=1, needs="Mine").clash


def test_a_part_that_is_opened_again_is_theirs_to_do_once_more(world):
    found = begun()
    part = ask_for_part(found.pk, Chapter.HEALTH, person("health_adviser").pk, SOON, by=who(LEAD))
    put(found, Chapter.HEALTH, by="health_adviser", version=part.version, needs="Sleep")
    finish_part(found.pk, Chapter.HEALTH, by=who("health_adviser"))
    again = finish_part(found.pk, Chapter.HEALTH, by=who(LEAD), again=True)
    task = Task.objects.get(pk=again.task)
    assert (task.state, task.person_id, task.due_on) == (TaskState.OPEN, person("health_adviser").pk, SOON)
    finish_part(found.pk, Chapter.HEALTH, by=who("health_adviser"))
    assert not Task.objects.filter(case=found.case, kind="action", state=TaskState.OPEN).exists()
    finish_part(found.pk, Chapter.HEALTH, by=who("health_adviser"), again=True)
    assert Task.objects.filter(case=found.case, kind="action", state=TaskState.OPEN).count() == 1


def test_a_part_is_given_to_somebody_else_with_what_is_written(world):
    found = begun()
    first = ask_for_part(found.pk, Chapter.HEALTH, person("health_adviser").pk, SOON, by=who(LEAD))
    put(found, Chapter.HEALTH, by="health_adviser", version=first.version, needs="Sleep")
    later = SOON + timedelta(days=7)
    part = ask_for_part(found.pk, Chapter.HEALTH, person("adviser").pk, later, by=who(LEAD))
    assert Task.objects.get(pk=first.task).state == TaskState.DROPPED
    assert Dispatch.objects.get(template="task_dropped").address == person("health_adviser").email
    task = Task.objects.get(pk=part.task)
    assert (task.person_id, task.due_on, part.said["needs"]) == (person("adviser").pk, later, "Sleep")
    with pytest.raises(NotAllowed):
        put(found, Chapter.HEALTH, by="health_adviser", version=1, needs="More")
    assert put(found, Chapter.HEALTH, by="adviser", version=1, needs="Sleep, and food").row.version == 2
    again = ask_for_part(found.pk, Chapter.HEALTH, person("adviser").pk, SOON, by=who(LEAD))
    assert Task.objects.get(pk=again.task).due_on == SOON, "another day for the same colleague"


def test_asking_says_all_that_is_wrong(world):
    found = begun()
    ask_for_part(found.pk, Chapter.CARE, person("adviser").pk, SOON, by=who(LEAD))
    with pytest.raises(Refused) as refused:
        ask_for_part(found.pk, Chapter.CARE, person("eve").pk, TODAY - timedelta(days=1), by=who(LEAD))
    assert refused.value.reasons == (Why.NO_DAY, Why.NOT_HERE)
    with pytest.raises(Refused) as twice:
        ask_for_part(found.pk, Chapter.CARE, person("adviser").pk, SOON, by=who(LEAD))
    assert twice.value.reasons == (Why.ASKED_ALREADY,)
    with pytest.raises(Refused) as empty:
        finish_part(found.pk, Chapter.CARE, by=who("adviser"))
    assert empty.value.reasons == (Why.EMPTY,)


def test_it_is_not_sent_until_it_is_whole_and_then_nobody_changes_it(caf):
    found = begun()
    with pytest.raises(Refused) as refused:
        send_assessment(found.pk, Wanted(), by=who(LEAD))
    name = Case.objects.get(pk=found.case_id).child.called
    wants = (Why.NO_VIEWS.format(child=name), Why.NO_SERVICE, Why.NOTHING_TOGETHER, Why.NO_READER)
    assert set(wants) <= set(refused.value.reasons)
    whole(found)
    ask_for_part(found.pk, Chapter.LEARNING, person("adviser").pk, SOON, by=who(LEAD))
    mother = carer_of(found.case_id)
    with pytest.raises(Refused) as waits:
        send_assessment(found.pk, Wanted(readers=(mother.pk,)), by=who(LEAD))
    assert waits.value.reasons == (Why.STILL_WAITING,)
    send_assessment(
        found.pk, Wanted(readers=(mother.pk,), missing_because="School is closed until January."), by=who(LEAD)
    )
    found = FamilyAssessment.objects.get(pk=found.pk)
    assert found.state == AssessmentState.SENT and len(found.digest) == 64
    assert Entry.objects.get(event="family_assessment.sent").facts["digest"] == found.digest
    letters = {row.template: row for row in Dispatch.objects.filter(template__startswith="assessment_")}
    assert letters["assessment_for_caf"].address == "caf@s.example"
    assert letters["assessment_shared"].to_ref == f"carer:{mother.pk}" and "/mine/" in letters["assessment_shared"].body
    for letter in letters.values():
        assert name not in letter.subject + letter.body and "sleep" not in letter.body
    for refusing in (
        lambda: put(found, Chapter.HEALTH, version=1, needs="Other"),
        lambda: send_assessment(found.pk, Wanted(readers=(mother.pk,)), by=who(LEAD)),
        lambda: stop_assessment(found.pk, "No", by=who(LEAD)),
    ):
        with pytest.raises(Refused) as over:
            refusing()
        assert over.value.reasons == (Why.NOT_WRITING,)


def test_the_caf_team_says_that_it_has_it_and_its_task_is_done(caf):
    found = begun()
    whole(found)
    send_assessment(found.pk, Wanted(no_reader_because="They asked for none."), by=who(LEAD))
    with pytest.raises(NotAllowed):
        take_assessment(found.pk, by=who(LEAD))
    take_assessment(found.pk, by=who("caf_worker"))
    assert FamilyAssessment.objects.get(pk=found.pk).taken_by == who("caf_worker").ref
    assert Task.objects.get(case=found.case_id, kind="family_assessment").state == TaskState.DONE
    assert Dispatch.objects.get(template="assessment_taken").to_ref == f"person:{person(LEAD).pk}"
    with pytest.raises(Refused) as refused:
        take_assessment(found.pk, by=who("caf_worker"))
    assert refused.value.reasons == (Why.NOT_SENT,)


def test_a_review_begins_with_what_the_last_one_says(caf):
    found = begun()
    whole(found)
    send_assessment(found.pk, Wanted(no_reader_because="They asked for none."), by=who(LEAD))
    review = begin_assessment(found.case_id, by=who(LEAD))
    assert review.review_of_id == found.pk
    assert review.parts.get(chapter="health").said["needs"] == "Sleep"
    health = review.parts.get(chapter="health")
    assert health.comes_from.startswith("the assessment of ") and health.written_by == who(LEAD).ref


def test_one_that_is_not_carried_on_says_why_and_another_can_be_begun(world):
    found = begun()
    with pytest.raises(Refused):
        stop_assessment(found.pk, " ", by=who(LEAD))
    stop_assessment(found.pk, "The family has moved.", by=who(LEAD))
    assert begin_assessment(found.case_id, by=who(LEAD)).review_of_id is None


def shared() -> tuple[FamilyAssessment, str]:
    """One that was sent to the mother, who signs in as Amina."""
    found = begun(by=who("amina"))
    whole(found)
    mother = carer_of(found.case_id)
    send_assessment(found.pk, Wanted(readers=(mother.pk,)), by=who(LEAD))
    return found, Case.objects.get(pk=found.case_id).reference


def test_those_of_the_family_who_were_chosen_read_it_and_say_what_they_think(caf):
    found, reference = shared()
    assert [key for key, _review, _sent in family.assessments_for(who("amina"), reference)] == [found.pk]
    seen = family.assessment_for(who("amina"), reference, found.pk)
    assert dict(seen.parts)[Chapter.HEALTH] == [("needs", "Sleep")]
    with pytest.raises(Refused):
        family.say_to_assessment(who("amina"), reference, found.pk, False, " ")
    family.say_to_assessment(who("amina"), reference, found.pk, False, "He sleeps from four.")
    assert AssessmentAnswer.objects.get().words == "He sleeps from four."
    assert Dispatch.objects.get(template="assessment_answered").to_ref == f"person:{person(LEAD).pk}"
    with pytest.raises(NotAllowed):
        answer(found.pk, carer_of(found.case_id).pk, True, "", by=who("ben"))


def test_whoever_may_not_be_told_where_the_child_lives_is_never_a_reader(caf):
    found, reference = shared()
    mother = carer_of(found.case_id)
    with opened(found.case_id):
        father = Around(
            authority_id=mother.authority_id, case_ref=mother.case_ref, child=mother.child, tie="mother",
            name=mother.name, carer=mother, email=mother.email, entered_by="system:test", entered_at=found.begun_at,
        )  # fmt: skip
        father.save()
    _bar(father)
    with pytest.raises(NotAllowed):
        family.assessment_for(who("amina"), reference, found.pk)
    assert family.assessments_for(who("amina"), reference) == []
    assert readers_on(Case.objects.get(pk=found.case_id)) == []
    review = begin_assessment(found.case_id, by=who(LEAD))
    with pytest.raises(Refused) as refused:
        send_assessment(review.pk, Wanted(readers=(mother.pk,)), by=who(LEAD))
    assert Why.BARRED in refused.value.reasons


def test_who_does_not_work_with_the_child_reads_none(caf):
    found, _reference = shared()
    case = Case.objects.get(pk=found.case_id)
    assert [one.key for one in assessments_of(who(LEAD), [case])] == [found.pk]
    assert assessments_of(who("social_worker"), [case]) == []


@pytest.mark.parametrize("chapter", AGENCIES)
def test_any_one_service_is_enough(chapter):
    written_ = frozenset({Chapter.VIEWS, Chapter.FAMILY, Chapter.TOGETHER, chapter})
    sending = rules.Sending(written=written_, waited_for=frozenset(), readers=1)
    assert rules.against_sending(sending) == []
    assert rules.against_sending(rules.Sending(written_ - {chapter}, frozenset(), readers=1)) == [Why.NO_SERVICE]
