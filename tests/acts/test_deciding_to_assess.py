"""The decision whether to assess is made by two people, and what follows from it follows by itself."""

from datetime import date, time, timedelta
from decimal import Decimal

import pytest

from cases.actions.tasks import finish
from cases.models import Case, CaseResult, Deadline, Task
from cases.task_kinds import TaskState
from core.events import Event
from core.refusals import Invalid, NotAllowed, Refused
from ehcp.actions.contacts import Contacts, keep_contacts
from ehcp.actions.decide import make, propose, send_back, write
from ehcp.actions.prepare import Shown, keep_evidence, note_told, take_out
from ehcp.actions.request_assessment import request_assessment
from ehcp.models import AssessmentDecision, AssessmentRequest, Evidence, NoticeContacts, Telling
from ehcp.words import Found, Limb, Whom, Why
from ledger.models import Entry
from meetings.actions.call import Guest, Wanted, call
from meetings.actions.close import Ending, note_came
from meetings.models import Meeting
from meetings.words import Came, MeetingKind, Outcome
from meetings.words import Why as MeetingWhy
from notices.models import Dispatch
from pathway.actions.close_meeting import close_meeting
from pathway.actions.decide_assessment import decide_assessment
from people.words import Mode
from statute.contents import NOTICES
from support.actions.begin import Aim, PlannedHelp, add_help, add_outcome, begin, write_known
from support.actions.go_on import agree
from support.rules import Known
from tests.acts.together import at_once, everything, queueing_before
from tests.factories.ehcp import AUTHOR, CONTACTS, DECIDER, asked_for, carried, no, person, prepared, put_forward, yes
from tests.personas import who

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)


def events(request) -> list[str]:
    return list(Entry.objects.filter(case_ref=request.case_id).order_by("pk").values_list("event", flat=True))


def owed(request) -> dict[str, str]:
    return {row.duty: row.ended_as for row in Deadline.objects.filter(about=request.pk)}


def test_a_refusal_is_made_by_a_second_person_and_is_whole(world):
    request = put_forward()
    decision = decide_assessment(request.pk, by=who(DECIDER))
    request = AssessmentRequest.objects.get(pk=request.pk)
    assert (request.state, decision.state, decision.made_on) == ("refused", "made", TODAY)
    assert owed(request) == {"EHCNA-DECIDE": "met", "NOPLAN": "withdrawn", "PLAN-FINAL": "withdrawn"}
    keys = [item["key"] for item in decision.notice["items"]]
    assert keys == [
        "decision", "reasons", "instead", "appeal", "time_limits", "mediation", "disagreement", "advice",
    ]  # fmt: skip
    said = "\n".join(line for item in decision.notice["items"] for line in item["lines"])
    for words in (
        "The school provides all of it already.", "Six hours of help a week go on.", "2 December 2026",
        "18 January 2027", CONTACTS.mediation_reach, CONTACTS.advice_reach, CONTACTS.council_reach,
        CONTACTS.disagreement_service,
    ):  # fmt: skip
        assert words in said
    assert len(decision.digest) == 64


def test_every_item_the_rule_book_wants_is_in_the_notice(world):
    """NC-1, item by item; the Tribunal's recommendations are no part of a refusal to assess."""
    holds = {
        "the reasons": "reasons",
        "the right to appeal": "appeal",
        "the time limits": "time_limits",
        "the regulation 32 information on mediation": "mediation",
        "that disagreement resolution is available": "disagreement",
        "where to find information and advice": "advice",
    }
    request = put_forward()
    notice = decide_assessment(request.pk, by=who(DECIDER)).notice
    wanted = [item for item in NOTICES["NC-1"].items if "not where it refuses to assess" not in item]
    assert set(wanted) == set(holds)
    assert set(holds.values()) <= {item["key"] for item in notice["items"] if item["lines"]}


def test_a_refusal_is_written_to_the_family_with_its_rights_and_without_the_child(world):
    request = put_forward()
    decide_assessment(request.pk, by=who(DECIDER))
    letter = Dispatch.objects.get(template="assessment_refused")
    assert letter.to_ref == f"carer:{request.asked_by_id}"
    for words in ("18 January 2027", CONTACTS.mediation_adviser, CONTACTS.advice_service, "/decision/"):
        assert words in letter.body
    assert "The school provides all of it already." not in letter.body
    assert request.case.child.given_name not in letter.body


def test_a_refusal_leaves_somebody_with_a_way_forward_and_somebody_to_tell_the_others(world):
    request = put_forward()
    decide_assessment(request.pk, by=who(DECIDER))
    tasks = {task.title: task for task in Task.objects.filter(case=request.case_id, kind="action")}
    way = next(task for title, task in tasks.items() if title.startswith("Hold a way-forward meeting"))
    assert (way.person, way.due_on) == (person(AUTHOR), date(2026, 12, 2))
    assert any(title.startswith("Tell the health board") for title in tasks)
    assert any(title.startswith("Post the notice") for title in tasks), "a visitor has no page of their own"


def test_a_yes_is_counted_and_advice_is_asked_for(world):
    request = put_forward(yes())
    decision = decide_assessment(request.pk, by=who(DECIDER))
    request = AssessmentRequest.objects.get(pk=request.pk)
    assert (request.state, decision.notice) == ("agreed", {})
    assert owed(request) == {"EHCNA-DECIDE": "met", "NOPLAN": "", "PLAN-FINAL": ""}
    assert CaseResult.objects.get(case=request.case_id).came_on == TODAY
    titles = Task.objects.filter(case=request.case_id, state=TaskState.OPEN).values_list("title", flat=True)
    assert any(title.startswith("Ask for advice") for title in titles)
    assert Dispatch.objects.filter(template="assessment_agreed").count() == 1
    assert not any(title.startswith("Hold a way-forward") for title in titles)


def test_nobody_decides_what_they_wrote(world):
    keep_contacts(CONTACTS, by=who(DECIDER))
    request = prepared()
    carried(request.case, DECIDER)
    write(request.pk, no(), by=who(DECIDER))
    propose(request.pk, by=who(DECIDER), before=1)
    before = everything()
    with pytest.raises(NotAllowed):
        make(request.pk, by=who(DECIDER))
    assert everything() == before
    assert make(request.pk, by=who("hal"))[0].state == "made"


@pytest.mark.parametrize("name", ["ben", "carys", AUTHOR, "engagement_lead", "locality_manager"])
def test_others_decide_nothing(world, name):
    request = put_forward()
    with pytest.raises(NotAllowed):
        make(request.pk, by=who(name))
    assert AssessmentRequest.objects.get(pk=request.pk).state == "received"


@pytest.mark.django_db(transaction=True)
def test_two_managers_at_once_decide_once(world):
    request = put_forward()
    with queueing_before(request.case, 2):
        given = at_once(
            lambda: decide_assessment(request.pk, by=who(DECIDER)), lambda: decide_assessment(request.pk, by=who("hal"))
        )
    assert sorted(type(one).__name__ for one in given) == ["AssessmentDecision", "Refused"]
    assert Dispatch.objects.filter(template="assessment_refused").count() == 1


def test_what_is_wanting_is_all_said_and_nothing_goes_on(world):
    request = asked_for()
    write(request.pk, no(), by=who(AUTHOR))
    with pytest.raises(Refused) as refusal:
        propose(request.pk, by=who(AUTHOR), before=1)
    said = " ".join(str(one) for one in refusal.value.reasons)
    assert "The health board was told" in said and "No evidence is entered" in said
    assert str(Why.NO_CONTACTS) in said
    assert AssessmentDecision.objects.get().state == "writing"


def test_nobody_writes_over_what_they_have_not_read(world):
    request = prepared()
    write(request.pk, no(), by=who(AUTHOR))
    with pytest.raises(Refused) as refusal:
        write(request.pk, no(instead="Nothing."), by=who(AUTHOR))
    assert refusal.value.reasons == (Why.CHANGED,)
    assert AssessmentDecision.objects.get().instead == "Six hours of help a week go on."


def test_while_a_manager_reads_nothing_changes(world):
    request = put_forward()
    for act in (
        lambda: write(request.pk, no(1), by=who(AUTHOR)),
        lambda: note_told(request.pk, Whom.HEALTH, TODAY, "Again", "", by=who(AUTHOR)),
        lambda: keep_evidence(request.pk, Limb.NEEDS, Shown("More", "Mum"), by=who(AUTHOR)),
    ):
        with pytest.raises(Refused) as refusal:
            act()
        assert refusal.value.reasons == (Why.WAITS,)


def test_a_manager_sends_it_back_with_what_should_change(world):
    request = put_forward()
    with pytest.raises(Refused) as refusal:
        send_back(request.pk, " ", by=who(DECIDER))
    assert refusal.value.reasons == (Why.NO_WHY_BACK,)
    row = send_back(request.pk, "Say which report.", by=who(DECIDER))
    assert (row.state, row.sent_back_because) == ("writing", "Say which report.")
    write(request.pk, no(1, needs_because="The SENCO’s report of May."), by=who(AUTHOR))
    propose(request.pk, by=who(AUTHOR), before=2)
    assert AssessmentDecision.objects.get().sent_back_because == ""


def test_its_author_takes_it_back_without_a_reason(world):
    request = put_forward()
    assert send_back(request.pk, "", by=who(AUTHOR)).state == "writing"
    assert events(request)[-1] == Event.DECISION_SENT_BACK


def test_after_the_decision_nothing_changes(world):
    request = put_forward()
    decide_assessment(request.pk, by=who(DECIDER))
    for act in (
        lambda: write(request.pk, no(1), by=who(AUTHOR)),
        lambda: make(request.pk, by=who("hal")),
        lambda: send_back(request.pk, "Oh.", by=who("hal")),
    ):
        with pytest.raises(Refused):
            act()


def test_evidence_taken_out_stays_in_history(world):
    request = prepared()
    row = Evidence.objects.filter(request=request, limb=Limb.NEEDS).get()
    take_out(request.pk, row.pk, by=who(AUTHOR))
    take_out(request.pk, row.pk, by=who(AUTHOR))
    row.refresh_from_db()
    assert row.gone_at is not None
    assert [event for event in events(request) if event == Event.EVIDENCE_KEPT] == [Event.EVIDENCE_KEPT] * 3


@pytest.mark.parametrize(
    ("shown", "field"),
    [
        (Shown(" ", "The SENCO"), "shows"),
        (Shown("Reads little.", " "), "source"),
        (Shown("Reads little.", "The SENCO", TODAY + timedelta(days=1)), "dated_on"),
    ],
)
def test_evidence_says_what_and_where_from(world, shown, field):
    request = asked_for()
    with pytest.raises(Invalid) as wrong:
        keep_evidence(request.pk, Limb.NEEDS, shown, by=who(AUTHOR))
    assert set(wrong.value.fields) == {field}
    assert not Evidence.objects.exists()


def test_what_was_noted_of_somebody_told_can_be_put_right(world):
    request = asked_for()
    note_told(request.pk, Whom.SETTING, None, "", "Goes nowhere to learn", by=who(AUTHOR))
    note_told(request.pk, Whom.SETTING, TODAY, "The head teacher, by telephone", "", by=who(AUTHOR))
    row = Telling.objects.get()
    assert (row.told_on, row.nobody_because) == (TODAY, "")


def test_a_stranger_to_the_case_enters_nothing(world):
    request = asked_for()
    with pytest.raises(NotAllowed):
        keep_evidence(request.pk, Limb.NEEDS, Shown("A", "B"), by=who("locality_manager"))
    with pytest.raises(NotAllowed):
        write(request.pk, no(), by=who("locality_manager"))


def test_contacts_are_whole_or_not_kept(world):
    half = Contacts(**{**vars(CONTACTS), "advice_reach": " "})
    with pytest.raises(Invalid) as wrong:
        keep_contacts(half, by=who("dev"))
    assert set(wrong.value.fields) == {"advice_reach"} and not NoticeContacts.objects.exists()
    keep_contacts(CONTACTS, by=who("dev"))
    with pytest.raises(NotAllowed):
        keep_contacts(CONTACTS, by=who("ben"))


def held(request, *outcomes, kind=MeetingKind.WAY_FORWARD, **ending) -> Meeting:
    """A meeting about the child is held today, and closed like that. Raises Refused."""
    wanted = Wanted(kind=kind, held_on=TODAY, begins_at=time(10, 0), lasts=60, mode=Mode.IN_PERSON, place="The school")
    meeting = call(request.case_id, wanted, [Guest(carer=request.asked_by_id)], by=who(AUTHOR))
    note_came(meeting.pk, meeting.invitees.get().pk, Came.HERE, by=who(AUTHOR))
    said = {"because": "Agreed.", "no_views_because": "Too young.", "no_review_because": "Nothing more.", **ending}
    return close_meeting(meeting.pk, Ending(outcomes, **said), by=who(AUTHOR))


def nothing_to_do(request) -> None:
    for task in Task.objects.filter(case=request.case_id, state=TaskState.OPEN):
        finish(task.pk, by=who(DECIDER))


def test_after_a_refusal_a_case_closes_with_a_way_forward_and_not_before(world):
    request = put_forward()
    decide_assessment(request.pk, by=who(DECIDER))
    nothing_to_do(request)
    with pytest.raises(Refused) as refusal:
        held(request, Outcome.CLOSE, kind=MeetingKind.TAF)
    said = {str(one) for one in refusal.value.reasons}
    assert said == {str(Why.NO_WAY_FORWARD), str(Why.NO_SUPPORT_PLAN), str(Why.NO_NAMED_CONTACT)}
    carried(request.case, "engagement_lead", "lead")
    cycle = begin(request.case_id, by=who("engagement_lead"))
    known = Known("Drums.", "Quiet.", "Tired.", child_view="Loud.")
    write_known(cycle.pk, known, 1, by=who("engagement_lead"))
    add_outcome(cycle.pk, Aim("Reading", "Reads a page", "Pages", "None", "One"), by=who("engagement_lead"))
    add_help(cycle.pk, PlannedHelp("Paired reading", "Daily", 10, "A teacher", 60, yearly=Decimal(520)),
             by=who("engagement_lead"))  # fmt: skip
    agree(cycle.pk, 4, by=who("engagement_lead"))
    nothing_to_do(request)
    assert held(request, Outcome.CLOSE).state == "held"
    assert Case.objects.get(pk=request.case_id).stage == "closed"


def test_while_the_council_assesses_nobody_closes_the_case_or_asks_again(world):
    request = put_forward(yes())
    decide_assessment(request.pk, by=who(DECIDER))
    nothing_to_do(request)
    with pytest.raises(Refused) as refusal:
        held(request, Outcome.CLOSE, kind=MeetingKind.TAF)
    assert str(MeetingWhy.UNDER_ASSESSMENT) in {str(one) for one in refusal.value.reasons}
    with pytest.raises(Refused) as refusal:
        request_assessment(
            request.asked_by_id, received_on=TODAY, found=Found.IN_TERMS, by=who(DECIDER),
            because=Entry.objects.filter(case_ref=request.case_id, actor_ref=who(DECIDER).ref).last(),
        )  # fmt: skip
    assert refusal.value.reasons == (Why.ALREADY_OPEN,)
