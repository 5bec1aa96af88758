"""A meeting about a child: called, answered, written down by two at once, closed, and what it leads to."""

import json
from datetime import date, time, timedelta

import pytest

from cases import sight
from cases.actions.lead import name_lead
from cases.audience import still_may_have
from cases.models import Case, Deadline, Task
from core.past import hold
from core.refusals import NotAllowed, Refused
from door.guarded import opened
from ehcp.models import AssessmentRequest
from ledger.models import Entry
from meetings.actions.call import Guest, Wanted, call, cancel, enter_earlier, invite, move, take_out
from meetings.actions.close import Ending, note_came
from meetings.actions.jot import jot, strike
from meetings.actions.reply import answer_notes, reply
from meetings.family import invitation
from meetings.guests import known_on
from meetings.links import invitation as link_of
from meetings.models import Aim, Invitee, Jotting, Meeting
from meetings.readers import NOT_ASKED_ANY_MORE
from meetings.words import Came, Gathered, MeetingKind, Outcome, Reply, Section, Why
from notices.models import Dispatch
from pathway.actions.answer_request import answer_request
from pathway.actions.close_meeting import close_meeting
from people.models import Around, Bar, Carer
from people.words import Mode
from referrals.words import Said
from tests.acts.test_in_touch import led
from tests.acts.test_the_bridge_answers import ANSWERS
from tests.conftest import NOW
from tests.personas import person, who

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)
THEN = TODAY + timedelta(days=9)
LEAD = "engagement_lead"


def wanted(**more) -> Wanted:
    given = {"kind": MeetingKind.MAM, "held_on": THEN, "begins_at": time(14), "place": "Walkden Gateway, room 2"}
    if more.get("held_on") == TODAY:  # begun an hour ago
        given["begins_at"] = time(10)
    return Wanted(**{**given, **more})


def carer_of(case_key) -> Carer:
    return Carer.objects.get(case_ref=case_key, asked=True)


def called(*, on=THEN, kind=MeetingKind.MAM, **more) -> Meeting:
    referral = led(**more)
    guests = [
        Guest(is_child=True),
        Guest(carer=carer_of(referral.case_id).pk, standing="mother"),
        Guest(person=person(LEAD).pk, standing="Engagement lead"),
        Guest(person=person("caf_worker").pk, standing="CAF worker"),
    ]
    return call(referral.case_id, wanted(held_on=on, kind=kind), guests, by=who(LEAD))


def in_notes(meeting, section, by=LEAD, **said):
    return jot(meeting.pk, section, said, by=who(by)).row


NEED = {
    "need": "He cannot follow what is said to the class", "outcome": "He follows an instruction by himself",
    "measure": "His teacher counts, once a week", "baseline": "One in ten", "target": "Six in ten by Easter",
}  # fmt: skip


def written(meeting):
    """Everything a meeting needs to be closed."""
    lead = Invitee.objects.get(meeting=meeting, person=person(LEAD))
    in_notes(meeting, Section.VIEWS, words="I like the quiet room.")
    in_notes(meeting, Section.NEED, **NEED)
    day = (meeting.held_on + timedelta(days=14)).isoformat()
    in_notes(meeting, Section.ACTION, what="Ask the school for the quiet room", who=str(lead.pk), by_day=day)
    with hold(NOW + max(meeting.held_on - TODAY, timedelta())):
        note_came(meeting.pk, lead.pk, Came.HERE, by=who(LEAD))


def ending(*outcomes, **more) -> Ending:
    given = {"outcomes": outcomes or (Outcome.ACTIONS,), "because": "We try this first.", "gathered": Gathered.THERE}
    return Ending(**{**given, **more})


def test_everybody_asked_gets_a_letter_with_a_link_of_their_own_and_no_childs_name(world):
    meeting = called()
    letters = {row.to_ref: row for row in Dispatch.objects.filter(template="meeting_invited")}
    mother = carer_of(meeting.case_id)
    assert set(letters) == {f"carer:{mother.pk}", f"person:{person('caf_worker').pk}"}  # the lead called it
    links = {row.body.split("/come/")[1].split("/")[0] for row in letters.values()}
    assert len(links) == 2
    for row in letters.values():
        assert "Friday 27 November 2026" in row.body and "2pm" in row.body and "Walkden Gateway" in row.body
        assert meeting.case.child.given_name not in row.subject + row.body


def test_the_target_for_the_first_meeting_begins_with_the_lead_and_is_met_by_holding_it(world):
    meeting = called(on=TODAY)
    owed = Deadline.objects.get(case=meeting.case_id, duty="MAM-LOCAL")
    assert owed.ended_on is None
    written(meeting)
    close_meeting(meeting.pk, ending(), by=who(LEAD))
    owed.refresh_from_db()
    assert (owed.ended_on, owed.ended_as) == (TODAY, "met")


def test_another_lead_does_not_begin_it_anew(world):
    from cases.actions.lead import name_lead

    referral = led()
    name_lead(referral.case_id, person("caf_worker").pk, "She moved away.", by=who("carys"))
    assert Deadline.objects.filter(case=referral.case_id, duty="MAM-LOCAL").count() == 1


@pytest.mark.parametrize(
    ("change", "why"),
    [({"held_on": TODAY - timedelta(days=1)}, Why.PAST)],
)
def test_a_meeting_is_not_called_in_the_past(world, change, why):
    referral = led()
    with pytest.raises(Refused) as refused:
        call(referral.case_id, wanted(**change), [Guest(person=person(LEAD).pk)], by=who(LEAD))
    assert refused.value.reasons == (why,)
    assert not Meeting.objects.exists()


def test_who_cannot_be_written_to_is_told_otherwise_or_not_asked(world):
    referral = led()
    nurse = Guest(name="Wendy Rush", standing="health visitor")
    with pytest.raises(Refused) as refused:
        call(referral.case_id, wanted(), [nurse], by=who(LEAD))
    assert refused.value.reasons == (Why.NO_ADDRESS,)
    told = Guest(name="Wendy Rush", standing="health visitor", told_otherwise=True)
    meeting = call(referral.case_id, wanted(), [told], by=who(LEAD))
    assert not Dispatch.objects.filter(template="meeting_invited").exists()
    with pytest.raises(Refused) as twice:
        again = Guest(name="W. Rush", email="w.rush@trust.example")
        invite(meeting.pk, again, by=who(LEAD))
        invite(meeting.pk, again, by=who(LEAD))
    assert twice.value.reasons == (Why.TWICE,)


def test_somebody_at_another_meeting_then_is_asked_only_knowingly(world):
    called()
    other = led()
    guests = [Guest(person=person("caf_worker").pk)]
    with pytest.raises(Refused) as refused:
        call(other.case_id, wanted(begins_at=time(14, 30)), guests, by=who(LEAD))
    assert refused.value.reasons[0].startswith("Already at another meeting then: Caf worker.")
    call(other.case_id, wanted(begins_at=time(15)), guests, by=who(LEAD))
    call(other.case_id, wanted(begins_at=time(14, 30)), guests, by=who(LEAD), anyway=True)


def test_two_who_must_not_meet_are_not_asked_to_one_meeting(world):
    referral = led()
    father = _barred(referral.case_id)
    mother = Guest(carer=carer_of(referral.case_id).pk)
    with pytest.raises(Refused) as refused:
        call(referral.case_id, wanted(), [mother, Guest(around=father.pk)], by=who(LEAD))
    assert refused.value.reasons == (Why.APART,)
    meeting = call(referral.case_id, wanted(), [mother], by=who(LEAD))
    with pytest.raises(Refused):
        invite(meeting.pk, Guest(around=father.pk), by=who(LEAD))
    call(referral.case_id, wanted(begins_at=time(16)), [Guest(around=father.pk)], by=who(LEAD))


def _barred(case_key, *, bar: bool = True) -> Around:
    case = Case.objects.get(pk=case_key)
    with opened(case_key):
        father = Around(
            authority_id=case.authority_id, case_ref=case_key, child=case.child, tie="father", name="Karim Chowdhury",
            email="karim@families.example", entered_by="system:test", entered_at=NOW,
        )  # fmt: skip
        father.save()
    if bar:
        _bar(father)
    return father


def _bar(father: Around) -> None:
    with opened(father.case_ref):
        Bar(
            authority_id=father.authority_id, case_ref=father.case_ref, child=father.child, who=father,
            reason="An order.", put_by="system:test", put_at=NOW,
        ).save()  # fmt: skip


def test_a_meeting_that_moves_asks_again_and_one_that_is_cancelled_is_over(world):
    meeting = called()
    mother = Invitee.objects.get(meeting=meeting, carer__isnull=False)
    reply(mother.pk, Reply.YES, "", by=who(LEAD))
    move(meeting.pk, wanted(held_on=THEN + timedelta(days=3)), by=who(LEAD))
    mother.refresh_from_db()
    assert mother.reply == Reply.WAITING
    assert Dispatch.objects.filter(template="meeting_moved", to_ref=f"carer:{mother.carer_id}").count() == 1
    cancel(meeting.pk, by=who(LEAD))
    assert Dispatch.objects.filter(template="meeting_cancelled").count() == 2
    for act in (lambda: cancel(meeting.pk, by=who(LEAD)), lambda: reply(mother.pk, Reply.NO, "", by=who(LEAD))):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.reasons == (Why.NOT_PLANNED,)


def test_at_the_home_the_letter_says_no_place(world):
    referral = led()
    guest = Guest(carer=carer_of(referral.case_id).pk)
    meeting = call(referral.case_id, wanted(mode=Mode.HOME, place="12 Cross Street"), [guest], by=who(LEAD))
    assert meeting.place == ""
    assert "Cross Street" not in Dispatch.objects.get(template="meeting_invited").body


def test_nobody_writes_over_what_they_have_not_read(world):
    meeting = called()
    first = jot(meeting.pk, Section.WORKING, {"words": "Lunch club."}, by=who(LEAD))
    assert (first.row.version, first.clash) == (1, False)
    late = jot(meeting.pk, Section.WORKING, {"words": "Reading."}, by=who("caf_worker"))
    assert late.clash and late.row.said == {"words": "Lunch club."}
    joined = jot(meeting.pk, Section.WORKING, {"words": "Lunch club.\n\nReading."}, by=who("caf_worker"), version=1)
    assert (joined.row.version, joined.clash) == (2, False)
    same = jot(meeting.pk, Section.WORKING, {"words": "Lunch club.\n\nReading."}, by=who(LEAD), version=1)
    assert (same.row.version, same.clash) == (2, False)


def test_a_row_sent_twice_by_a_poor_line_is_one_row_and_one_taken_out_comes_back(world):
    from core.keys import new_key

    meeting, key = called(), new_key()
    for _ in range(2):
        jot(meeting.pk, Section.OPTION, {"option": "A visual timetable"}, by=who(LEAD), key=key)
    row = Jotting.objects.get(meeting=meeting, section="option")
    strike(meeting.pk, row.pk, by=who(LEAD))
    strike(meeting.pk, row.pk, by=who(LEAD), back=True)
    row.refresh_from_db()
    assert (row.gone, row.version) == (False, 3)
    with pytest.raises(NotAllowed):
        jot(called(on=THEN + timedelta(days=1)).pk, Section.OPTION, {"option": "Mine"}, by=who(LEAD), key=row.pk)


def test_who_is_not_on_the_case_writes_nothing(world):
    meeting = called()
    with pytest.raises(NotAllowed):
        jot(meeting.pk, Section.WORKING, {"words": "Hello"}, by=who("social_worker"))


def test_it_closes_with_its_views_its_needs_and_its_actions_whole_or_says_what_is_wanting(world):
    meeting = called(on=TODAY)
    in_notes(meeting, Section.NEED, need="He cannot follow")
    in_notes(meeting, Section.ACTION, what="Ask")
    with pytest.raises(Refused) as refused:
        close_meeting(meeting.pk, Ending(outcomes=(), because=""), by=who(LEAD))
    name = meeting.case.child.called
    assert refused.value.reasons == (
        Why.NOBODY_HERE, Why.NO_VIEWS.format(child=name), Why.NO_OUTCOME_FOR_NEED, Why.UNFINISHED_ACTION, Why.NO_RESULT,
    )  # fmt: skip
    with pytest.raises(Refused) as early:
        close_meeting(called().pk, ending(), by=who(LEAD))
    assert Why.NOT_YET in early.value.reasons


def test_nobody_is_there_and_nothing_is_closed_before_it_has_begun(world):
    meeting = called()
    lead = Invitee.objects.get(meeting=meeting, person=person(LEAD))
    with pytest.raises(Refused) as refused:
        note_came(meeting.pk, lead.pk, Came.HERE, by=who(LEAD))
    assert refused.value.reasons == (Why.NOT_THERE_YET,)
    note_came(meeting.pk, lead.pk, Came.APOLOGIES, "Is away", by=who(LEAD))
    today = move(meeting.pk, wanted(held_on=TODAY, begins_at=time(11, 30)), by=who(LEAD))
    written(today)  # half an hour early: people arrive
    with pytest.raises(Refused) as early:
        close_meeting(today.pk, ending(), by=who(LEAD))
    assert early.value.reasons == (Why.NOT_YET,)
    with hold(NOW + timedelta(minutes=28)):
        close_meeting(today.pk, ending(), by=who(LEAD))


def test_the_day_to_look_again_is_one_on_which_people_work(world):
    meeting = called(on=TODAY)
    written(meeting)
    sunday = date(2026, 12, 13)
    with pytest.raises(Refused) as refused:
        close_meeting(meeting.pk, ending(Outcome.SUPPORT, review_on=sunday), by=who(LEAD))
    assert refused.value.reasons == (Why.REVIEW_NO_WORKING_DAY,)
    close_meeting(meeting.pk, ending(Outcome.SUPPORT, review_on=sunday + timedelta(days=1)), by=who(LEAD))


def test_what_was_agreed_is_a_task_the_family_is_told_the_same_day_and_the_notes_stand(world):
    meeting = called(on=TODAY)
    written(meeting)
    with pytest.raises(NotAllowed) as refused:
        close_meeting(meeting.pk, ending(), by=who("caf_worker"))
    assert refused.value.seen
    close_meeting(meeting.pk, ending(), by=who("carys"))
    task = Task.objects.get(case=meeting.case_id, kind="action")
    assert (task.title, task.person_id) == ("Ask the school for the quiet room", person(LEAD).pk)
    letter = Dispatch.objects.get(template="meeting_notes_ask")
    assert letter.to_ref == f"carer:{carer_of(meeting.case_id).pk}" and person(LEAD).email in letter.body
    assert "/mine/" not in letter.body, "she has no account"
    assert not Dispatch.objects.filter(template="meeting_notes").exists()
    assert Aim.objects.get(meeting=meeting).target == "Six in ten by Easter"
    meeting = Meeting.objects.get(pk=meeting.pk)
    entry = Entry.objects.get(event="meeting.held")
    assert entry.facts["digest"] == meeting.digest and len(meeting.digest) == 64
    assert "quiet" not in json.dumps(entry.facts)
    with pytest.raises(Refused):
        in_notes(meeting, Section.WORKING, words="Too late")


def test_whoever_of_the_family_signs_in_is_led_to_the_notes_themselves(world):
    meeting = called(on=TODAY, by=who("amina"))
    written(meeting)
    close_meeting(meeting.pk, ending(), by=who(LEAD))
    letter = Dispatch.objects.get(template="meeting_notes")
    assert f"/mine/{meeting.case.reference}/meetings/{meeting.pk}/" in letter.body
    assert not Dispatch.objects.filter(template="meeting_notes_ask").exists()


def test_whoever_asked_at_the_desk_comes_as_the_colleague_they_are(world):
    from tests.factories.requests import referred

    referral = referred(by=who("senco"))
    answer_request(referral.pk, Said.ACCEPT, ANSWERS[Said.ACCEPT], by=who("ben"))
    name_lead(referral.case_id, person(LEAD).pk, "She knows them.", by=who("carys"))
    assert not sight.may_see(who("senco"), referral.case)
    mother = Carer.objects.get(case_ref=referral.case_id, asked=False)
    guests = [Guest(carer=carer_of(referral.case_id).pk, standing="SENCO"), Guest(carer=mother.pk)]
    meeting = call(referral.case_id, wanted(), guests, by=who(LEAD))
    row = Invitee.objects.get(meeting=meeting, person=person("senco"))
    assert row.carer_id is None and sight.may_see(who("senco"), referral.case)
    shown = invitation(link_of(Invitee.objects.get(meeting=meeting, carer=mother).pk).split("/")[2])
    assert shown.with_whom == [f"{person('senco').name}, SENCO"]
    assert f"person:{person('senco').pk}" in {one.value for one in known_on(who(LEAD), referral.case)}
    assert not any(one.guest.carer == carer_of(referral.case_id).pk for one in known_on(who(LEAD), referral.case))


def test_the_family_is_told_that_somebody_comes_who_works_with_the_child_and_has_no_account(world):
    from tests.factories.requests import referred

    referral = referred()
    answer_request(referral.pk, Said.ACCEPT, ANSWERS[Said.ACCEPT], by=who("ben"))
    name_lead(referral.case_id, person(LEAD).pk, "She knows them.", by=who("carys"))
    mother = Carer.objects.get(case_ref=referral.case_id, asked=False)
    guests = [Guest(carer=carer_of(referral.case_id).pk, standing="SENCO"), Guest(carer=mother.pk, standing="mother")]
    meeting = call(referral.case_id, wanted(), guests, by=who(LEAD))
    theirs = {row.carer_id: invitation(link_of(row.pk).split("/")[2]) for row in meeting.invitees.all()}
    assert theirs[mother.pk].with_whom == ["Moira Keane, SENCO"]
    assert theirs[carer_of(referral.case_id).pk].with_whom == [], "nobody of the family is named"


def test_who_leads_asks_after_what_the_family_agreed_and_no_list_says_what_it_was(world):
    meeting = called()
    written(meeting)
    mother = Invitee.objects.get(meeting=meeting, carer__isnull=False)
    for days in (20, 10):
        day = (THEN + timedelta(days=days)).isoformat()
        in_notes(meeting, Section.ACTION, what="Ring the dentist", who=str(mother.pk), by_day=day)
    with hold(NOW + timedelta(days=9, hours=4)):
        close_meeting(meeting.pk, ending(), by=who(LEAD))
    asks = Task.objects.get(title__startswith="Ask how it goes")
    assert (asks.person_id, asks.due_on) == (person(LEAD).pk, THEN + timedelta(days=10))
    assert not Task.objects.filter(title__icontains="dentist").exists()
    assert set(Task.objects.filter(kind="action").values_list("meeting_ref", flat=True)) == {meeting.pk}


def test_what_was_agreed_in_many_words_keeps_them_all(world):
    meeting = called()
    written(meeting)
    lead, words = Invitee.objects.get(meeting=meeting, person=person(LEAD)), "Ring the school and ask. " * 20
    day = (THEN + timedelta(days=3)).isoformat()
    in_notes(meeting, Section.ACTION, what=words, who=str(lead.pk), by_day=day)
    with hold(NOW + timedelta(days=9, hours=4)):
        close_meeting(meeting.pk, ending(), by=who(LEAD))
    assert Task.objects.filter(title=words.strip()).exists()


def test_an_ehc_needs_assessment_counts_from_the_day_of_the_meeting(world):
    meeting = called(on=TODAY)
    written(meeting)
    mother = carer_of(meeting.case_id)
    with pytest.raises(Refused) as refused:
        close_meeting(meeting.pk, ending(Outcome.ASSESSMENT), by=who(LEAD))
    assert refused.value.reasons == (Why.NO_SENDER,)
    with hold(NOW + timedelta(days=2)):  # written up two days later
        close_meeting(meeting.pk, ending(Outcome.ASSESSMENT), by=who(LEAD), asked_by=mother.pk)
    asked = AssessmentRequest.objects.get(case=meeting.case_id)
    assert asked.received_on == TODAY and asked.asked_by_id == mother.pk
    assert Deadline.objects.get(case=meeting.case_id, duty="EHCNA-DECIDE").counted_from == TODAY
    assert Dispatch.objects.get(template="assessment_received").to_ref == f"carer:{mother.pk}"


@pytest.mark.parametrize(
    ("email", "home", "channel"),
    [("amira@families.example", "", "email"), ("", "1 Mill Row\nSalford\nM6 5AA", "print")],
)
def test_a_parent_who_did_not_send_the_first_request_gets_the_receipt_herself(world, email, home, channel):
    meeting = called(on=TODAY)
    written(meeting)
    first = carer_of(meeting.case_id)
    other = Carer(
        authority_id=first.authority_id, case_ref=first.case_ref, child=first.child, name="Amira Chowdhury",
        relationship="father", says_responsible="yes", asked=False, email=email, home=home,
    )  # fmt: skip
    with opened(meeting.case_id):
        other.save()
    close_meeting(meeting.pk, ending(Outcome.ASSESSMENT), by=who(LEAD), asked_by=other.pk)
    receipt = Dispatch.objects.get(template="assessment_received")
    assert (receipt.to_ref, receipt.channel) == (f"carer:{other.pk}", channel)
    assert "/confirm/" not in receipt.body


def test_a_case_closes_with_a_day_to_look_again_or_why_none_and_opens_with_the_next_meeting(world):
    meeting = called(on=TODAY)
    note_came(meeting.pk, Invitee.objects.get(meeting=meeting, person=person(LEAD)).pk, Came.HERE, by=who(LEAD))
    in_notes(meeting, Section.VIEWS, words="It is better now.")
    with pytest.raises(Refused) as refused:
        close_meeting(meeting.pk, ending(Outcome.CLOSE, Outcome.ACTIONS), by=who(LEAD))
    assert set(refused.value.reasons) >= {Why.CLOSE_ALONE, Why.NO_REVIEW, Why.STILL_TO_DO}
    finish_everything(meeting.case_id)
    on = TODAY + timedelta(days=90)
    close_meeting(meeting.pk, ending(Outcome.CLOSE, review_on=on), by=who(LEAD))
    case = Case.objects.get(pk=meeting.case_id)
    assert case.stage == "closed"
    assert Task.objects.get(case=case, kind="action").due_on == on
    call(case.pk, wanted(), [Guest(is_child=True)], by=who(LEAD))
    case.refresh_from_db()
    assert case.stage == "support"


def test_a_case_that_waits_for_an_assessment_is_not_closed(world):
    first = called(on=TODAY)
    written(first)
    asker = carer_of(first.case_id)
    close_meeting(first.pk, ending(Outcome.ASSESSMENT), by=who(LEAD), asked_by=asker.pk)
    second = call(first.case_id, wanted(held_on=TODAY), [Guest(person=person(LEAD).pk)], by=who(LEAD))
    in_notes(second, Section.VIEWS, words="It is better.")
    finish_everything(first.case_id)
    note_came(second.pk, second.invitees.get().pk, Came.HERE, by=who(LEAD))
    over = ending(Outcome.CLOSE, review_on=TODAY + timedelta(days=61))
    with pytest.raises(Refused) as refused:
        close_meeting(second.pk, over, by=who(LEAD))
    assert refused.value.reasons == (Why.UNDER_ASSESSMENT,)


def finish_everything(case_key):
    from cases.actions.tasks import finish

    for row in Task.objects.filter(case=case_key, state="open"):
        finish(row.pk, by=who("carys"), reference="CRM-1")


def test_a_meeting_from_before_the_referral_stands_on_its_own_day_and_leads_to_nothing(world):
    referral = led()
    long_ago = TODAY - timedelta(days=200)
    with pytest.raises(Refused) as refused:
        enter_earlier(referral.case_id, wanted(kind=MeetingKind.TAF, held_on=long_ago), " ", [], by=who(LEAD))
    assert refused.value.reasons == (Why.NO_LATE_REASON,)
    guests = [Guest(person=person(LEAD).pk)]
    meeting = enter_earlier(
        referral.case_id, wanted(kind=MeetingKind.TAF, held_on=long_ago), "Before the referral.", guests, by=who(LEAD)
    )
    tasks = Task.objects.count()
    written(meeting)
    close_meeting(meeting.pk, ending(), by=who(LEAD))
    assert Task.objects.count() == tasks
    assert not Dispatch.objects.filter(template__startswith="meeting_").exists()


def test_the_family_says_what_it_thinks_of_the_notes_and_earlier_answers_stay(world):
    meeting = called(on=TODAY)
    written(meeting)
    with pytest.raises(Refused):
        answer_notes(meeting.pk, True, "", by=who(LEAD), name="Nasreen Chowdhury", taken_down=True)
    close_meeting(meeting.pk, ending(), by=who(LEAD))
    with pytest.raises(Refused) as refused:
        answer_notes(meeting.pk, False, " ", by=who(LEAD), name="Nasreen Chowdhury", taken_down=True)
    assert refused.value.reasons == (Why.NO_REASON,)
    answer_notes(meeting.pk, False, "I said that twice.", by=who(LEAD), name="Nasreen Chowdhury", taken_down=True)
    answer_notes(meeting.pk, True, "", by=who(LEAD), name="Nasreen Chowdhury", taken_down=True)
    assert [row.agrees for row in meeting.answers.order_by("said_at", "pk")] == [False, True]


def test_who_is_taken_out_has_no_link_any_more(world):
    from meetings import family
    from meetings.links import invitation

    meeting = called()
    mother = Invitee.objects.get(meeting=meeting, carer__isnull=False)
    token = invitation(mother.pk).split("/")[2]
    assert family.invitation(token).reply == Reply.WAITING
    family.answer(token, Reply.YES, "I bring my sister.")
    assert family.invitation(token).reply == Reply.YES
    take_out(meeting.pk, mother.pk, by=who(LEAD))
    assert family.invitation(token) is None


def test_a_colleague_sees_the_case_while_they_are_asked_to_a_meeting_on_it(world):
    meeting = called()
    assert sight.may_see(who("caf_worker"), meeting.case)
    row = Invitee.objects.get(meeting=meeting, person=person("caf_worker"))
    take_out(meeting.pk, row.pk, by=who(LEAD))
    assert not sight.may_see(who("caf_worker"), meeting.case)


def test_nobody_lets_in_themselves_or_others_who_does_not_carry_the_case(world):
    meeting = called()
    for act in (
        lambda by: invite(meeting.pk, Guest(person=person("social_worker").pk), by=by),
        lambda by: call(meeting.case_id, wanted(), [Guest(person=by.person_id)], by=by),
        lambda by: cancel(meeting.pk, by=by),
    ):
        with pytest.raises(NotAllowed) as refused:
            act(who("caf_worker"))
        assert refused.value.seen
    assert not sight.may_see(who("social_worker"), meeting.case)


def test_an_adviser_who_agreed_to_do_something_reads_no_more_than_before(world):
    from cases.words import Part

    referral = led()
    meeting = call(referral.case_id, wanted(held_on=TODAY), [Guest(person=person("adviser").pk)], by=who(LEAD))
    row = meeting.invitees.get()
    in_notes(meeting, Section.VIEWS, words="I like the quiet room.")
    in_notes(meeting, Section.ACTION, what="Observe", who=str(row.pk), by_day=THEN.isoformat())
    note_came(meeting.pk, row.pk, Came.HERE, by=who(LEAD))
    close_meeting(meeting.pk, ending(), by=who(LEAD))
    assert Task.objects.get(case=meeting.case_id, kind="action").person == person("adviser")
    assert sight.parts_open_to(who("adviser"), meeting.case) == {
        Part.CORE, Part.PEOPLE, Part.TOGETHER, Part.SUPPORT,
    }  # fmt: skip


def test_whoever_is_barred_after_they_were_asked_reads_nothing_of_it_any_more(world):
    from meetings import family
    from meetings.links import invitation

    referral = led()
    mother, father = carer_of(referral.case_id), _barred(referral.case_id, bar=False)
    guests = [Guest(carer=mother.pk), Guest(around=father.pk)]
    meeting = call(referral.case_id, wanted(), guests, by=who(LEAD))
    token = invitation(meeting.invitees.get(around=father).pk).split("/")[2]
    letter = Dispatch.objects.get(template="meeting_invited", address=father.email)
    assert family.invitation(token) is not None and still_may_have(letter) is None
    _bar(father)
    assert family.invitation(token) is None and family.calendar_of(token) is None
    assert still_may_have(letter) == NOT_ASKED_ANY_MORE


def test_who_is_barred_is_known_by_their_email_too_and_in_a_meeting_from_before(world):
    referral = led()
    father = _barred(referral.case_id)
    mother = Guest(carer=carer_of(referral.case_id).pk)
    typed = Guest(name="K. Chowdhury", email=father.email.upper())
    with pytest.raises(Refused) as refused:
        call(referral.case_id, wanted(), [mother, typed], by=who(LEAD))
    assert refused.value.reasons == (Why.APART,)
    with pytest.raises(Refused) as before:
        enter_earlier(
            referral.case_id, wanted(held_on=TODAY), "Before.", [mother, Guest(around=father.pk)], by=who(LEAD)
        )
    assert before.value.reasons == (Why.APART,)


def test_a_letter_does_not_go_to_whoever_was_taken_out_meanwhile(world):
    meeting = called()
    mother = Invitee.objects.get(meeting=meeting, carer__isnull=False)
    letter = Dispatch.objects.get(template="meeting_invited", to_ref=f"carer:{mother.carer_id}")
    assert still_may_have(letter) is None
    take_out(meeting.pk, mother.pk, by=who(LEAD))
    assert still_may_have(letter) == NOT_ASKED_ANY_MORE


def test_more_rows_than_there_is_room_for_are_said_to_be_so(world):
    meeting = called(on=TODAY)
    for number in range(40):
        in_notes(meeting, Section.OPTION, option=f"Option {number}")
    with pytest.raises(Refused) as refused:
        in_notes(meeting, Section.OPTION, option="One more")
    assert refused.value.reasons == (Why.TOO_MANY,)


def test_a_row_that_was_emptied_stands_on_the_page_while_it_is_written_and_not_in_closed_notes(world):
    from meetings.selectors import meeting_called, meeting_page

    meeting = called(on=TODAY)
    written(meeting)
    row = in_notes(meeting, Section.OPTION, option="A taxi")
    jot(meeting.pk, Section.OPTION, {"option": ""}, by=who(LEAD), key=row.pk, version=row.version)

    def shown() -> int:
        _case, seen = meeting_called(who(LEAD), meeting.case.reference, meeting.pk)
        return len(meeting_page(who(LEAD), seen).rows(Section.OPTION))

    assert shown() == 1
    close_meeting(meeting.pk, ending(), by=who(LEAD))
    assert shown() == 0
