"""A request is passed to a service of the directory: the service owes an answer, and nobody is left with nothing."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from accounts.models import Membership
from accounts.who import Who
from cases.models import Case, Deadline, Involvement
from cases.sight import may_see, parts_open_to
from cases.tasks import watch
from cases.words import Capacity, Part, Stage
from core import clock
from core.clock import LONDON
from core.events import Event
from core.past import hold
from core.refusals import NotAllowed, Refused
from ledger.models import Entry
from notices.models import Dispatch
from pathway.actions.answer_for_service import answer_for_service
from pathway.actions.answer_request import OurService, answer_request, take_back
from provision.actions.answer import Written
from provision.actions.ask import ask_again, ask_service
from provision.actions.keep_service import as_wanted, keep_service
from provision.actions.keep_threshold import keep_threshold
from provision.asked import checked_of, request_called, requests_of
from provision.models import ServiceRequest
from provision.words import DAYS, OPEN, Asked, Outcome, Said, ServiceSaid, WhyNot
from referrals.actions.answering import Answer
from referrals.models import TriageAnswer
from referrals.words import Said as Bridge
from referrals.words import State, Why
from statute.timetable.services import PROMISES
from tests.factories.requests import received
from tests.factories.services import LINES, a_service, a_team
from tests.personas import SALFORD, person, who

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
YES = {1: Said.YES, 2: Said.YES, 3: Said.NO}


@pytest.fixture
def service(world):
    """A service whose team has one psychologist, who is on no case."""
    team = a_team()
    Membership.objects.filter(person=person("educational_psychologist")).update(team=team)
    return a_service(team=team.pk)


def elin() -> Who:
    return who("educational_psychologist")


def passed(service, answers=YES, **of_child) -> ServiceRequest:
    referral = received(**of_child)
    to = OurService(service.pk, answers)
    answer_request(referral.pk, Bridge.SEND_ON, Answer("They know this best."), by=who("ben"), service=to)
    return ServiceRequest.objects.get(case=referral.case_id)


def owed(row: ServiceRequest) -> set[str]:
    return set(Deadline.objects.filter(case=row.case_id, ended_on=None).values_list("duty", flat=True))


def templates(row: ServiceRequest) -> list[str]:
    return list(Dispatch.objects.filter(case_ref=row.case_id).order_by("pk").values_list("template", flat=True))


def afresh(row):
    return type(row).objects.get(pk=row.pk)


def test_what_is_promised_and_what_the_rule_book_counts_are_the_same_days():
    assert DAYS == PROMISES


def test_it_is_passed_on_and_the_service_owes_an_answer(service):
    row = passed(service)
    case = row.case
    assert (row.state, row.threshold, row.outcome) == (Asked.WAITING, 1, Outcome.MET)
    assert case.stage == Stage.SERVICE
    assert owed(row) == {"SERVICE-10-LOCAL"}
    deadline = Deadline.objects.get(case=case, ended_on=None)
    assert (deadline.about, deadline.due_ordinary) == (row.pk, date(2026, 12, 1))
    said = TriageAnswer.objects.get(case=case)
    assert said.sent_to == "Educational Psychology Service, 0161 496 0110"
    entry = Entry.objects.get(case_ref=case.pk, event=Event.SERVICE_ASKED)
    assert entry.facts == {
        "service": str(service.pk), "team": str(service.team_id), "within": "10", "threshold": "1", "again": "no",
    }  # fmt: skip
    assert Dispatch.objects.get(template="service_asked").address == service.team.mailbox


def test_its_team_sees_the_case_through_the_act_alone(service):
    before = received(given_name="Before").case
    assert not may_see(elin(), before)
    row = passed(service)
    involved = Involvement.objects.get(case=row.case, team=service.team)
    assert (involved.capacity, involved.until) == (Capacity.SERVICE, None)
    assert may_see(elin(), row.case)
    assert parts_open_to(elin(), row.case) == {
        Part.CORE, Part.CONTACT, Part.FILES, Part.PEOPLE, Part.CIRCUMSTANCES, Part.TOGETHER, Part.SUPPORT,
    }  # fmt: skip
    assert not may_see(elin(), before)
    assert [one.key for one in requests_of(elin(), service, OPEN)] == [row.pk]
    assert requests_of(who("adviser"), service, OPEN) == []


def test_the_version_that_was_used_is_kept_whatever_is_changed_later(service):
    row = passed(service, {1: Said.NO})
    keep_threshold(service.pk, LINES[1:], "Less is asked", by=who("dev"))
    keep_service(service.pk, replace(as_wanted(service), within=20), by=who("dev"))
    row = afresh(row)
    checked = checked_of(row.pk)
    assert (checked.version, checked.outcome, row.outcome) == (1, Outcome.NOT_MET, Outcome.NOT_MET)
    assert [one.line for one in checked.lines] == list(LINES)
    assert owed(row) == {"SERVICE-10-LOCAL"}, "what was promised when it was asked stays promised"


def test_a_service_takes_a_child_on(service):
    row = passed(service)
    answer_for_service(row.pk, ServiceSaid.TAKEN, Written("We visit next week."), by=elin())
    row = afresh(row)
    assert (row.state, row.began_on, row.over_on) == (Asked.TAKEN, TODAY, None)
    assert owed(row) == set()
    assert Deadline.objects.get(case=row.case, duty="SERVICE-10-LOCAL").ended_as == "met"
    assert "service_takes" in templates(row)
    assert may_see(elin(), row.case)


def test_it_needs_more_and_its_promise_runs_anew_when_that_comes(service):
    row = passed(service)
    answer_for_service(row.pk, ServiceSaid.MORE, Written("The last review, please."), by=elin())
    assert owed(row) == set()
    assert "service_wants_more" in templates(row)
    with hold(clock.now() + timedelta(days=7)):
        ask_again(row.pk, "The review is among the files.", by=who("ben"))
        assert Deadline.objects.get(case=row.case, ended_on=None).due_ordinary == date(2026, 12, 8)
        answer_for_service(row.pk, ServiceSaid.TAKEN, Written("We visit."), by=elin())
    row = afresh(row)
    assert row.state == Asked.TAKEN
    assert templates(row).count("service_asked") == 2


def test_not_for_us_goes_back_to_the_bridge_with_what_instead_and_the_team_sees_it_no_longer(service):
    row = passed(service)
    referral = row.case.referrals.get()
    for written, why in ((Written("Not ours."), WhyNot.NO_INSTEAD), (Written("", "x"), WhyNot.NO_REASON)):
        with pytest.raises(Refused) as refusal:
            answer_for_service(row.pk, ServiceSaid.NOT_US, written, by=elin())
        assert refusal.value.reasons == (why,)
    answer_for_service(
        row.pk, ServiceSaid.NOT_US, Written("It is about speech.", "Speech therapy can help."), by=elin()
    )
    row = afresh(row)
    referral = afresh(referral)
    case = Case.objects.get(pk=row.case_id)
    assert (row.state, row.over_on, referral.state, case.stage) == (Asked.NOT_US, TODAY, State.WAITING, Stage.INTAKE)
    assert owed(row) == {"TRIAGE-LOCAL"}
    assert not may_see(elin(), case)
    assert {"service_does_not", "came_back"} <= set(templates(row))
    seen = request_called(who("ben"), service, row.pk)
    assert [(one.said, one.instead) for one in seen.said] == [(ServiceSaid.NOT_US, "Speech therapy can help.")]
    passed_again = OurService(service.pk, {})
    answer_request(referral.pk, Bridge.SEND_ON, Answer("Please look again."), by=who("ben"), service=passed_again)
    assert ServiceRequest.objects.filter(case=case).count() == 2


def test_whatever_goes_to_the_family_names_no_child(service):
    row = passed(service, given_name="Xanthippe")
    with pytest.raises(Refused) as refusal:
        answer_for_service(row.pk, ServiceSaid.TAKEN, Written("We visit Xanthippe."), by=elin())
    assert refusal.value.reasons == (Why.NAMES_THE_CHILD,)


def test_only_the_services_own_team_answers_and_others_do_not_know(service):
    row = passed(service)
    for name, seen in (("ben", True), ("carys", True), ("adviser", False)):
        with pytest.raises(NotAllowed) as refusal:
            answer_for_service(row.pk, ServiceSaid.TAKEN, Written("Yes."), by=who(name))
        assert refusal.value.seen is seen
    row = afresh(row)
    assert row.state == Asked.WAITING
    with pytest.raises(NotAllowed):
        ask_service(row.case_id, service.pk, {}, referral=row.referral_ref, by=elin())


def test_the_bridge_takes_it_back_until_the_service_has_begun(service):
    row = passed(service)
    take_back(row.referral_ref, "We read it again.", by=who("ben"))
    row = afresh(row)
    assert row.state == Asked.DROPPED
    assert owed(row) == {"TRIAGE-LOCAL"}
    assert Deadline.objects.get(case=row.case, duty="SERVICE-10-LOCAL").ended_as == "withdrawn"
    assert not may_see(elin(), row.case)
    other = passed(service, given_name="Noor")
    answer_for_service(other.pk, ServiceSaid.TAKEN, Written("Yes."), by=elin())
    with pytest.raises(Refused) as refusal:
        take_back(other.referral_ref, "We read it again.", by=who("ben"))
    assert refusal.value.reasons == (WhyNot.HAS_TAKEN,)
    assert other.case.referrals.get().state == State.SENT_ON


def test_it_is_answered_once(service):
    row = passed(service)
    answer_for_service(row.pk, ServiceSaid.TAKEN, Written("Yes."), by=elin())
    with pytest.raises(Refused):
        answer_for_service(row.pk, ServiceSaid.NOT_US, Written("No.", "Others."), by=elin())
    with pytest.raises(Refused):
        ask_again(row.pk, "More.", by=who("ben"))


def test_a_service_is_asked_once_at_a_time_and_one_that_ended_is_not_asked(service):
    row = passed(service)
    with pytest.raises(Refused) as twice:
        ask_service(row.case_id, service.pk, {}, referral=row.referral_ref, by=who("ben"))
    assert twice.value.reasons == (WhyNot.HAS_IT,)
    keep_service(service.pk, replace(as_wanted(service), ended=True), by=who("dev"))
    other = received()
    with pytest.raises(Refused) as ended:
        answer_request(other.pk, Bridge.SEND_ON, Answer("Theirs."), by=who("ben"), service=OurService(service.pk, {}))
    assert ended.value.reasons == (WhyNot.ENDED,)
    other = afresh(other)
    assert other.state == State.WAITING, "nothing is half done"


def test_another_councils_bridge_cannot_ask(service):
    case = received().case
    with pytest.raises(Exception, match="matching query|another authority"):
        ask_service(case.pk, service.pk, {}, referral=case.pk, by=who("tom"))
    assert not ServiceRequest.objects.filter(authority_id=SALFORD).exists()


def test_the_services_own_team_is_reminded_and_the_manager_after_it(service):
    row = passed(service)
    last = Deadline.objects.get(case=row.case_id, ended_on=None).due_ordinary
    for days in range(-3, 5):
        with hold(datetime.combine(last + timedelta(days=days), time(9, 5), tzinfo=LONDON)):
            watch()
    told = Dispatch.objects.filter(template__in=["morning", "urgent"]).order_by("written_at", "pk")
    addresses = list(dict.fromkeys(told.values_list("address", flat=True)))
    assert addresses[:2] == ["psychology@salford.example", "carys@people.example"]
    assert "bridge@salford.example" not in addresses
    late = told.filter(template="urgent").first()
    assert late.address == "psychology@salford.example"
    assert "Ayaan" not in late.body and row.case.reference in late.body
