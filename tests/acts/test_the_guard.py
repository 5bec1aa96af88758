"""Rows of a case change only while the doorway holds that case open."""

import contextlib

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.who import visitor
from assessments.models import AssessmentAnswer, AssessmentReader, FamilyAssessment
from cases.action import action
from cases.actions import excuse
from cases.actions.factors import Evidence, note_factor
from cases.actions.join import join
from cases.actions.keep_apart import keep_apart
from cases.actions.lead import seek_lead
from cases.actions.markers import mark
from cases.actions.needs import name_needs
from cases.actions.results import note_result
from cases.factor_words import Factor, Whence
from cases.marker_words import Marker
from cases.models import (
    Case,
    CaseFactor,
    Caseload,
    CaseMarker,
    CaseNeed,
    CaseResult,
    Concern,
    Deadline,
    Excuse,
    Involvement,
    Task,
)
from cases.models.joining import Joining
from cases.models.kept_apart import KeptApart
from cases.need_words import Needs, PathwayNeed
from cases.result_words import Result
from core import clock
from core.events import Event
from core.refusals import NotAllowed, OutsideAnAction
from documents.actions.add import add
from documents.models import Document
from door.guarded import Guarded
from door.privacy import our_models
from ehcp.models import Advice, AssessmentDecision, AssessmentRequest, Telling
from ehcp.models import Evidence as EvidenceKept
from feedback.actions.give import Given, give
from feedback.models import Answer as Answered
from feedback.models import Ask
from meetings.actions.call import Guest, call
from meetings.actions.call import Wanted as WantedMeeting
from meetings.actions.close import Ending, note_came
from meetings.actions.jot import jot
from meetings.actions.reply import answer_notes
from meetings.models import Aim, FamilyAnswer, Invitee, Meeting
from meetings.words import Came, Gathered, MeetingKind, Outcome, Section
from notices.models import Dispatch
from panels.actions.items import put_off
from panels.actions.sittings import Wanted, plan
from panels.models import AgendaItem, Decision
from pathway.actions.answer_request import answer_request
from pathway.actions.close_meeting import close_meeting
from pathway.actions.family_assessment import begin_assessment
from pathway.actions.go_to_social_care import go_to_social_care
from pathway.actions.hold_allocation import begin, end
from pathway.actions.settle_request import settle_request
from people.models import Address, Around, Bar, Carer, Child, Earlier, Learning, NameKey
from profiles.models import Profile, ProfileLink, ProfileOpening, ProfileRead, ProfileWords
from provision.actions.answer import Written, say_of_request
from provision.actions.ask import ask_service
from provision.actions.end_work import NO_NEED, CameOfIt, end_work
from provision.actions.end_work import Ending as EndOfWork
from provision.actions.wish import Wish
from provision.models import Service, ServiceAnswer, ServiceOutcome, ServiceRequest, ServiceWish
from provision.words import Came as CameAbout
from provision.words import ServiceSaid, WhyEnds
from referrals.actions.answering import Answer
from referrals.actions.receive import receive
from referrals.models import NamedService, Referral, TriageAnswer
from referrals.words import AsksFor, Said
from support.models import (
    SupportAnswer,
    SupportContribution,
    SupportCycle,
    SupportLine,
    SupportNote,
    SupportOutcome,
)
from talking.models import Said as TalkSaid
from talking.models import Talk
from tests.acts.test_receive import a_file
from tests.acts.together import everything
from tests.factories.children import two_homes
from tests.factories.excuses import somebody_ill
from tests.factories.requests import at_work, received, request
from tests.factories.services import a_service
from tests.personas import SALFORD, person, who

pytestmark = pytest.mark.django_db
GUARDED = [
    Case, Child, Carer, Referral, NamedService, TriageAnswer, AssessmentRequest, Document, Deadline, Involvement,
    Caseload, Excuse, Address, Learning, Around, Bar, Earlier, NameKey, KeptApart, Joining, CaseNeed, Task, Concern,
    CaseResult, CaseMarker, CaseFactor, ServiceRequest, ServiceAnswer, ServiceWish, ServiceOutcome,
    AgendaItem, Decision, Meeting, Invitee, Aim, FamilyAnswer, Ask, Answered,
    FamilyAssessment, AssessmentReader, AssessmentAnswer, Talk, TalkSaid,
    Profile, ProfileWords, ProfileRead, ProfileLink, ProfileOpening,
    SupportCycle, SupportOutcome, SupportLine, SupportNote, SupportContribution, SupportAnswer,
    Telling, EvidenceKept, AssessmentDecision, Advice,
]  # fmt: skip


@pytest.fixture
def one(world):
    """A case with a row in every guarded table."""
    return filled()


@pytest.fixture
def other(world):
    """Another such case."""
    return filled()


def filled() -> Referral:
    service = Service.objects.first() or a_service()
    wish = Wish(service.pk, service.threshold, {})
    referral = received(AsksFor.HELP, by=who("amina"), work=at_work(wish=wish))
    answer_request(referral.pk, Said.ASK, Answer("Who helps now?"), by=who("ben"))
    settle_request(referral.pk, AsksFor.ASSESSMENT, "The words ask for it.", by=who("ben"))
    add(referral.case_id, a_file(), by=who("ben"))
    excuse.propose(Deadline.objects.get(case=referral.case, duty="PLAN-FINAL").pk, somebody_ill(), by=who("ben"))
    two_homes(referral.case, bar=True)
    asked = ask_service(referral.case_id, service.pk, {}, referral=referral.pk, by=who("ben"))
    say_of_request(asked.pk, ServiceSaid.MORE, Written("Who has seen them?"), by=who("ben"))
    say_of_request(asked.pk, ServiceSaid.TAKEN, Written("We visit."), by=who("ben"))
    came = [CameOfIt(*NO_NEED, CameAbout.PARTLY, "Reads a little.")]
    end_work(asked.pk, EndOfWork(came, WhyEnds.DONE, "It is done."), by=who("ben"))
    name_needs(referral.case_id, more=Needs(frozenset({PathwayNeed.ADHD})), by=who("ben"))
    mark(referral.case_id, Marker.LOOKED_AFTER, clock.today(), "The social worker", by=who("ben"))
    known = Evidence(Factor.STRENGTH, "Draws trains.", "Mrs Bell", Whence.SEEN, clock.today())
    note_factor(referral.case_id, known, by=who("ben"))
    note_result(referral.case_id, Result.COMPLAINT, clock.today(), "About a letter.", by=who("ben"))
    keep_apart(referral.case_id, received(given_name="Bilal").case_id, by=who("ben"))
    join(referral.case_id, received(given_name="Ayan").case_id, because="One child.", by=who("ben"))
    go_to_social_care(referral.case_id, "A bruise.", by=who("ben"))
    put_off_at_a_sitting(referral.case)
    met_about(referral)
    assessed(referral)
    talked(referral)
    told_once(referral)
    supported(referral)
    decided(referral)
    return referral


def decided(referral: Referral) -> None:
    """Somebody was told, something was shown, and a decision is being written on whatever request there is."""
    whose = {"authority_id": referral.case.authority_id, "case_id": referral.case_id}
    whose |= {"request": AssessmentRequest.objects.get(case=referral.case_id)}
    by, now = who("ben").ref, clock.now()
    with door_of(referral):
        Telling(**whose, whom="health", told_on=clock.today(), how="By email", noted_by=by, noted_at=now).save()
        EvidenceKept(**whose, limb="needs", shows="Reads little.", source="Mum", kept_by=by, kept_at=now).save()
        AssessmentDecision(**whose, written_by=by, written_at=now).save()
        Advice(**whose, adviser="c", named="Dr Shah", why="Why?", asked_by=by, asked_on=clock.today()).save()


def talked(referral: Referral) -> None:
    """Something was said to whoever asked."""
    whose = {"authority_id": referral.case.authority_id, "case_id": referral.case_id}
    with door_of(referral):
        talk = Talk(**whose, carer_id=referral.sender_id)
        talk.save()
        said = {"way": "phone", "words": "Hello.", "by_family": False, "said_on": clock.today()}
        TalkSaid(**whose, talk=talk, **said, kept_by=who("ben").ref, kept_at=clock.now()).save()


def supported(referral: Referral) -> None:
    """A round of support, with a row of every kind."""
    whose = {"authority_id": referral.case.authority_id, "case_id": referral.case_id}
    by, now, today = who("ben").ref, clock.now(), clock.today()
    with door_of(referral):
        cycle = SupportCycle(**whose, kind="early_support", number=1, begun_by=by, begun_at=now)
        cycle.save()
        SupportOutcome(**whose, cycle=cycle, need="Reading", outcome="Reads", added_at=now).save()
        line = SupportLine(**whose, cycle=cycle, what="Help", minutes=30, sessions=2, added_at=now)
        line.save()
        SupportNote(**whose, cycle=cycle, line=line, done_on=today, kept_by=by, kept_at=now).save()
        SupportContribution(**whose, cycle=cycle, agency="health", words="Hears.", kept_by=by, kept_at=now).save()
        SupportAnswer(**whose, cycle=cycle, carer_id=referral.sender_id, words="It helps.", said_at=now).save()


def told_once(referral: Referral) -> None:
    """Whoever asked wrote about the child, somebody read it, and somebody else opened a link."""
    whose = {"authority_id": referral.case.authority_id, "case_id": referral.case_id}
    with door_of(referral):
        profile = Profile(**whose, carer_id=referral.sender_id, version=1, written_at=clock.now())
        profile.save()
        words = {"section": "helps", "words": "Quiet.", "version": 1, "kept_by": who("ben").ref}
        ProfileWords(**whose, profile=profile, **words, kept_at=clock.now()).save()
        ProfileRead(**whose, profile=profile, version=1, person=person("ben"), read_at=clock.now()).save()
        link = ProfileLink(**whose, profile=profile, for_whom="Brownies", made_at=clock.now(), until=clock.today())
        link.save()
        ProfileOpening(**whose, link=link, name="Brown Owl", opened_at=clock.now()).save()


def assessed(referral: Referral) -> None:
    """A Family Assessment was begun; and, as if it had been sent, whoever asked has it and agreed to it."""
    found = begin_assessment(referral.case_id, by=who("ben"))
    whose = {"authority_id": found.authority_id, "case_id": found.case_id, "assessment": found}
    with door_of(referral):
        AssessmentReader(**whose, carer_id=referral.sender_id).save()
        AssessmentAnswer(**whose, carer_id=referral.sender_id, agrees=True, said_at=clock.now()).save()


def met_about(referral: Referral) -> None:
    """A meeting was held, its notes say what should be different, and the family agreed to them."""
    today = clock.today()
    guests = [Guest(carer=referral.sender_id), Guest(name="Wendy Rush", told_otherwise=True)]
    meeting = call(referral.case_id, WantedMeeting(MeetingKind.MAM, today), guests, by=who("ben"))
    jot(meeting.pk, Section.VIEWS, {"words": "I like the quiet room."}, by=who("ben"))
    need = {"need": "N", "outcome": "O", "measure": "M", "baseline": "B", "target": "T"}
    jot(meeting.pk, Section.NEED, need, by=who("ben"))
    note_came(meeting.pk, meeting.invitees.order_by("pk").first().pk, Came.HERE, by=who("ben"))
    ending = Ending((Outcome.SUPPORT,), "Agreed.", Gathered.THERE, no_review_because="It is better.")
    close_meeting(meeting.pk, ending, by=who("ben"))
    answer_notes(meeting.pk, True, "", by=who("ben"), name="Nasreen", taken_down=True)
    give(Ask.objects.get(meeting=meeting).pk, Given({"listened": 4}), by=visitor(SALFORD))


def put_off_at_a_sitting(case: Case) -> None:
    """The case stood on the agenda of a meeting that is over."""
    seek_lead(case.pk, by=who("ben"))
    sitting = plan(Wanted(clock.today()), by=who("carys"))
    begin(sitting.pk, by=who("carys"))
    put_off(AgendaItem.objects.get(case=case).pk, "Not today.", by=who("carys"))
    end(sitting.pk, "", by=who("carys"))


def row_of(model: type[Guarded], referral: Referral) -> Guarded:
    return model.objects.filter(**{model.guarded_by: referral.case_id}).first()


def door_of(referral: Referral, **more):
    """The doorway, held open by an officer for this case."""
    return action(Event.REFERRAL_SETTLED, by=who("ben"), subject=lambda: Referral.objects.get(pk=referral.pk), **more)


def test_these_are_all_the_guarded_tables():
    assert {model for model in our_models() if issubclass(model, Guarded)} == set(GUARDED)


CHANGES = {
    "save": lambda row: row.save(),
    "save of one field": lambda row: row.save(update_fields=["authority"]),
    "delete": lambda row: row.delete(),
    "update": lambda row: type(row).objects.filter(pk=row.pk).update(authority=row.authority_id),
    "delete of a set": lambda row: type(row).objects.filter(pk=row.pk).delete(),
    "bulk update": lambda row: type(row).objects.bulk_update([row], ["authority"]),
    "bulk create": lambda row: type(row).objects.bulk_create([row]),
    "update or create": lambda row: type(row).objects.update_or_create(pk=row.pk, defaults={"authority_id": SALFORD}),
    "update of all": lambda row: type(row).objects.update(authority=row.authority_id),
    "delete of all": lambda row: type(row).objects.all().delete(),
}
"""Every way Django knows of changing a row."""


def test_outside_the_doorway_nothing_changes(one):
    before = everything()
    for model in GUARDED:
        for way, change in CHANGES.items():
            with pytest.raises(OutsideAnAction):
                change(row_of(model, one))
                pytest.fail(f"{way} of {model.__name__} went through")
    assert everything() == before


def test_inside_the_door_of_one_case_a_row_of_another_is_refused(one, other):
    before = everything()
    for model in GUARDED:
        for way, change in CHANGES.items():
            with pytest.raises(OutsideAnAction), door_of(one):
                change(row_of(model, other))
                pytest.fail(f"{way} of {model.__name__} went through")
    assert everything() == before


MOVES = {
    "save": lambda model, key, row, to: row.save(),
    "update": lambda model, key, row, to: model.objects.filter(pk=row.pk).update(**{key: to}),
    "update by name": lambda model, key, row, to: model.objects.filter(pk=row.pk).update(
        **{key.removesuffix("_id"): to}
    ),
    "bulk update": lambda model, key, row, to: model.objects.bulk_update([row], [key.removesuffix("_id")]),
}
"""Every way of giving a row to another case."""


def test_a_row_cannot_be_carried_off_from_one_case_to_another(one, other):
    """Renaming a row's case would take it out of, or slip it under, a case that nobody opened."""
    before = everything()
    for model in GUARDED:
        if model is Case:
            continue
        key = model.guarded_by
        for taken, to, opened in ((one, other, one), (other, one, one)):
            for way, move in MOVES.items():
                row = row_of(model, taken)
                setattr(row, key, to.case_id)
                with pytest.raises(OutsideAnAction), door_of(opened):
                    move(model, key, row, to.case_id)
                    pytest.fail(f"{way} of {model.__name__} went through")
    assert everything() == before


def test_inside_the_door_its_own_rows_change(one):
    with door_of(one) as act:
        row = row_of(Child, one)
        row.learns_at = "Oakfield Primary"
        row.save()
        Deadline.objects.filter(case=one.case_id, duty="NOPLAN").update(rule_version="2014")
        act.abandon()
    assert row_of(Child, one).learns_at == "Oakfield Primary"


def test_when_the_door_has_closed_it_is_shut_again(one):
    with door_of(one) as act:
        act.abandon()
    with pytest.raises(OutsideAnAction):
        row_of(Child, one).save()


def test_when_the_act_fails_it_is_shut_again(one):
    with pytest.raises(RuntimeError), door_of(one):
        raise RuntimeError("the roof fell in")
    with pytest.raises(OutsideAnAction):
        row_of(Child, one).save()


def test_a_subject_of_another_case_slipped_under_this_one_is_refused(one, other):
    before = everything()
    with pytest.raises(NotAllowed) as refusal, door_of(other, named=one.case_id):
        pytest.fail("the door opened")
    assert not refusal.value.seen
    assert everything() == before


def test_a_subject_of_the_named_case_is_let_in(one):
    with door_of(one, named=one.case_id) as act:
        assert act.case == one.case
        act.abandon()


def test_a_stranger_never_reaches_the_lock(one):
    """Who may not see the case is refused before its row is locked: a stranger holds nobody up."""

    def locks_by(name: str) -> int:
        settling = action(Event.REFERRAL_SETTLED, by=who(name), subject=lambda: Referral.objects.get(pk=one.pk))
        with CaptureQueriesContext(connection) as seen, contextlib.suppress(NotAllowed), settling as act:
            act.abandon()
        return sum("FOR NO KEY UPDATE" in query["sql"] for query in seen)

    assert locks_by("ben") == 1
    assert locks_by("tom") == locks_by("dev") == locks_by("priya") == 0


def test_an_abandoned_act_writes_no_history_and_no_letter(one):
    before = everything()
    with door_of(one) as act:
        act.facts["settled_as"] = "help"
        act.abandon()
    assert everything() == before


def test_a_new_case_opens_itself_and_no_other(one):
    before = Dispatch.objects.count()
    with (
        pytest.raises(OutsideAnAction),
        action(
            Event.REFERRAL_RECEIVED, by=visitor(SALFORD), subject=lambda: Case(authority_id=SALFORD, reference="SAL-X")
        ),
    ):
        row_of(Child, one).save()
    assert Dispatch.objects.count() == before
    assert receive(request(), by=visitor(SALFORD))
