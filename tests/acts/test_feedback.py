"""After a meeting everybody who was there is asked once what they made of it, and each answers once."""

from datetime import timedelta

import pytest

from accounts.who import visitor
from cases.audience import still_may_have
from core.past import hold
from core.refusals import NotAllowed, Refused
from feedback.actions.give import Given, give
from feedback.links import FOR_DAYS
from feedback.models import Answer, Ask
from feedback.words import Group, How, Why
from ledger.models import Entry
from meetings.actions.call import Guest, enter_earlier, invite
from meetings.actions.close import note_came
from meetings.models import Invitee
from meetings.words import Came, MeetingKind, Outcome
from notices.models import Dispatch
from pathway.actions.close_meeting import close_meeting
from tests.acts.test_in_touch import led
from tests.acts.test_meetings import LEAD, TODAY, _bar, _barred, called, carer_of, ending, wanted, written
from tests.conftest import NOW
from tests.personas import SALFORD, person, who

pytestmark = pytest.mark.django_db
OUTSIDE = "w.rush@trust.example"


def held(kind=MeetingKind.MAM, *, here=True, more=0):
    """A meeting that mother, lead, CAF worker and a health visitor from outside came to."""
    meeting = called(on=TODAY, kind=kind)
    invite(meeting.pk, Guest(name="Wendy Rush", standing="health visitor", email=OUTSIDE), by=who(LEAD))
    for number in range(more):
        guest = Guest(name=f"Guest {number}", standing="therapist", email=f"guest.{number}@people.example")
        invite(meeting.pk, guest, by=who(LEAD))
    written(meeting)
    if here:
        for row in Invitee.objects.filter(meeting=meeting, is_child=False):
            note_came(meeting.pk, row.pk, Came.HERE, by=who(LEAD))
    return close_meeting(meeting.pk, ending(), by=who(LEAD))


def ask_of(group: Group) -> Ask:
    return Ask.objects.get(group=group)


def test_everybody_who_was_there_is_asked_by_a_letter_of_their_own(world):
    meeting = held()
    assert sorted(Ask.objects.values_list("group", flat=True)) == ["lead", "parent", "professional", "professional"]
    letters = list(Dispatch.objects.filter(template="feedback_asked"))
    mother = carer_of(meeting.case_id)
    assert {row.address for row in letters} == {
        mother.email, person(LEAD).email, person("caf_worker").email, OUTSIDE,
    }  # fmt: skip
    assert len({row.body.split("/feedback/")[1].split("/")[0] for row in letters}) == 4
    for row in letters:
        assert meeting.case.child.given_name not in row.subject + row.body
        assert "Wednesday 30 December 2026" in row.body and "Wednesday 18 November 2026" in row.body
        assert still_may_have(row) is None


def test_who_was_not_there_is_not_asked_nor_the_child(world):
    held(here=False)
    assert [one.group for one in Ask.objects.all()] == [Group.LEAD]


@pytest.mark.parametrize("kind", [MeetingKind.TAF, MeetingKind.CETR])
def test_after_other_meetings_nobody_is_asked(world, kind):
    held(kind)
    assert not Ask.objects.exists() and not Entry.objects.filter(event="feedback.asked").exists()


def test_nor_after_one_that_was_entered_long_after_it_was_held(world):
    referral = led()
    late = enter_earlier(
        referral.case_id, wanted(held_on=TODAY - timedelta(days=90)), "Before the referral.",
        [Guest(person=person(LEAD).pk)], by=who(LEAD),
    )  # fmt: skip
    written(late)
    close_meeting(late.pk, ending(Outcome.SUPPORT, no_review_because="It went on."), by=who(LEAD))
    assert not Ask.objects.exists()


def test_somebody_told_in_another_way_is_asked_on_paper(world):
    referral = led()
    from meetings.actions.call import call

    told = Guest(carer=carer_of(referral.case_id).pk, told_otherwise=True)
    meeting = call(referral.case_id, wanted(held_on=TODAY), [told, Guest(person=person(LEAD).pk)], by=who(LEAD))
    written(meeting)
    note_came(meeting.pk, Invitee.objects.get(meeting=meeting, carer__isnull=False).pk, Came.HERE, by=who(LEAD))
    close_meeting(meeting.pk, ending(), by=who(LEAD))
    assert not ask_of(Group.PARENT).by_letter
    assert [row.address for row in Dispatch.objects.filter(template="feedback_asked")] == [person(LEAD).email]


def test_who_works_at_a_school_is_counted_among_the_settings(world):
    meeting = called(on=TODAY)
    invite(meeting.pk, Guest(person=person("senco").pk, standing="SENCO"), by=who(LEAD))
    written(meeting)
    note_came(meeting.pk, Invitee.objects.get(person=person("senco")).pk, Came.HERE, by=who(LEAD))
    close_meeting(meeting.pk, ending(), by=who(LEAD))
    assert sorted(Ask.objects.values_list("group", flat=True)) == ["lead", "setting"]


def test_an_answer_is_kept_once_and_history_says_neither_who_nor_what(world):
    meeting = held()
    ask = ask_of(Group.PARENT)
    given = Given({"listened": 5, "understood": 4}, " They let me speak. ")
    give(ask.pk, given, by=visitor(SALFORD))
    row = Answer.objects.get()
    assert (row.scores, row.words, row.how) == ({"listened": 5, "understood": 4}, "They let me speak.", How.LINK)
    entry = Entry.objects.get(event="feedback.given")
    assert entry.facts == {"meeting": str(meeting.pk), "how": "link"}
    assert (entry.actor_ref, entry.about) == ("visitor", meeting.case_id)
    with pytest.raises(Refused) as refused:
        give(ask.pk, Given({"listened": 1}), by=visitor(SALFORD))
    assert refused.value.reasons == (Why.ANSWERED,)
    assert Answer.objects.get().scores["listened"] == 5


@pytest.mark.parametrize(
    ("group", "scores", "words", "why"),
    [
        (Group.PARENT, {}, " ", Why.NOTHING),
        (Group.PARENT, {"listened": 0}, "", Why.NOT_ON_SCALE),
        (Group.PARENT, {"listened": 4.5}, "", Why.NOT_ON_SCALE),
        (Group.PARENT, {"listened": 6}, "", Why.NOT_ON_SCALE),
        (Group.PARENT, {"mam": 3}, "", Why.NOT_ON_SCALE),
        (Group.LEAD, {"mam": 3.2}, "", Why.NOT_ON_SCALE),
        (Group.LEAD, {"mam": 5.5}, "", Why.NOT_ON_SCALE),
        (Group.LEAD, {"listened": 3}, "", Why.NOT_ON_SCALE),
        (Group.LEAD, {}, "x" * 4001, Why.TOO_LONG),
    ],
    ids=range(9),
)
def test_what_is_not_on_the_scale_or_not_asked_is_refused(world, group, scores, words, why):
    held()
    with pytest.raises(Refused) as refused:
        give(ask_of(group).pk, Given(scores, words), by=visitor(SALFORD))
    assert why in refused.value.reasons
    assert not Answer.objects.exists()


def test_professionals_answer_in_half_steps_from_nought(world):
    held()
    scores = {"sharing": 0, "accessing": 0.5, "mam": 4.5, "for_parents": 5}
    give(ask_of(Group.LEAD).pk, Given(scores), by=visitor(SALFORD))
    assert Answer.objects.get().scores == scores


def test_a_guest_from_outside_says_where_they_work_and_nobody_else_can(world):
    meeting = held()
    outside = Ask.objects.get(invitee__email=OUTSIDE)
    give(outside.pk, Given({"mam": 3}, at_a_setting=True), by=visitor(SALFORD))
    caf = Ask.objects.get(invitee__person=person("caf_worker"))
    give(caf.pk, Given({"mam": 3}, at_a_setting=True), by=visitor(SALFORD))
    outside.refresh_from_db()
    caf.refresh_from_db()
    assert (outside.group, caf.group) == (Group.SETTING, Group.PROFESSIONAL)
    assert meeting.state == "held"


def test_the_link_is_over_after_six_weeks(world):
    held()
    ask = ask_of(Group.PARENT)
    with hold(NOW + timedelta(days=FOR_DAYS)):
        give(ask.pk, Given({"listened": 3}), by=visitor(SALFORD))
    lead = ask_of(Group.LEAD)
    with hold(NOW + timedelta(days=FOR_DAYS + 1)), pytest.raises(NotAllowed):
        give(lead.pk, Given({"mam": 3}), by=visitor(SALFORD))


def test_paper_and_phone_are_taken_down_by_who_works_on_the_case_and_count_the_same(world):
    meeting = held()
    ask = ask_of(Group.PARENT)
    given = Given({"listened": 4}, "", How.PAPER, TODAY)
    for stranger in ("senco", "irene"):
        with pytest.raises(NotAllowed):
            give(ask.pk, given, by=who(stranger))
    with pytest.raises(NotAllowed):
        give(ask.pk, given, by=visitor(SALFORD))
    with pytest.raises(NotAllowed):
        give(ask.pk, Given({"listened": 4}), by=who(LEAD))
    for wrong, why in ((TODAY + timedelta(days=1), Why.FUTURE), (TODAY - timedelta(days=1), Why.BEFORE)):
        with pytest.raises(Refused) as refused:
            give(ask.pk, Given({"listened": 4}, "", How.PAPER, wrong), by=who(LEAD))
        assert refused.value.reasons == (why,)
    give(ask.pk, given, by=who(LEAD), named=meeting.case_id)
    row = Answer.objects.get()
    assert (row.how, row.taken_down_by, row.given_on) == (How.PAPER, who(LEAD).ref, TODAY)


def test_somebody_who_must_not_meet_the_others_since_is_not_written_to(world):
    referral = led()
    father = _barred(referral.case_id, bar=False)
    from meetings.actions.call import call

    guests = [Guest(carer=carer_of(referral.case_id).pk), Guest(around=father.pk), Guest(person=person(LEAD).pk)]
    meeting = call(referral.case_id, wanted(held_on=TODAY), guests, by=who(LEAD))
    written(meeting)
    for row in Invitee.objects.filter(meeting=meeting):
        note_came(meeting.pk, row.pk, Came.HERE, by=who(LEAD))
    close_meeting(meeting.pk, ending(), by=who(LEAD))
    letter = Dispatch.objects.get(template="feedback_asked", address="karim@families.example")
    assert still_may_have(letter) is None
    _bar(father)
    assert still_may_have(letter)
