"""One conversation with each of the family: what is written, what is written down, and what waits for an answer."""

from datetime import UTC, date, datetime, timedelta

import pytest

from cases import sight
from cases.actions.child.follow import end_following
from cases.company import partners_on
from cases.models import Case, Involvement
from cases.words import Capacity, Part
from core import clock
from core.past import hold
from core.refusals import NotAllowed, Refused
from door.guarded import opened
from ledger.models import Entry
from notices.models import Dispatch
from people.models import Around, Carer
from talking.actions.chase import chase
from talking.actions.say import Telling, Wishes, hear, prefer, prefer_signed_in, say, settle
from talking.family import may_talk, talk_for
from talking.late import chase_answers
from talking.models import Said, Talk
from talking.rules import Saying, against_saying
from talking.selectors import talk_seen, talks_on, unanswered
from talking.words import Way, Why
from tests.acts.test_in_touch import led
from tests.acts.test_meetings import LEAD, TODAY, _bar, _barred
from tests.personas import person, who

pytestmark = pytest.mark.django_db
PROMISED = date(2026, 11, 25)


def talked(**more):
    """A case with a lead, asked for by Amina, who follows it."""
    return led(by=who("amina"), **more)


def told(referral, words="We come on Monday.", **more):
    return say(referral.case_id, referral.sender_id, Telling(words, **more), by=who(LEAD))


def a_second_parent(referral) -> Around:
    """A father who lives apart and follows the case by his own account (Priya's, here)."""
    with opened(referral.case_id):
        father = Around(
            authority_id=referral.case.authority_id, case_ref=referral.case_id, child=referral.case.child, tie="father",
            name="Priya’s other name", email=person("priya").email, person=person("priya"), identity_how="seen",
            identity_by="system:test", identity_on=TODAY, entered_by="system:test", entered_at=clock.now(),
        )  # fmt: skip
        father.save()
        Involvement(
            authority_id=referral.case.authority_id, case=referral.case, person=person("priya"),
            capacity=Capacity.FAMILY, since=TODAY,
        ).save()  # fmt: skip
    return father


def test_what_the_lead_writes_the_family_reads_and_a_letter_says_no_more_than_that(world):
    referral = talked()
    told(referral)
    (read,) = talk_for(who("amina"), referral.case.reference).said
    assert (read.words, read.by_family, read.name) == ("We come on Monday.", False, person(LEAD).name)
    letter = Dispatch.objects.get(template="message_waiting")
    assert letter.address == referral.sender.email and referral.case.reference in letter.subject
    assert "Monday" not in letter.body and referral.case.child.called not in letter.subject + letter.body
    entry = Entry.objects.get(event="talk.said")
    assert entry.part == Part.TALK and "Monday" not in str(entry.facts)


def test_without_an_email_address_the_message_itself_goes_on_paper(world):
    referral = talked()
    with opened(referral.case_id):
        Carer.objects.filter(pk=referral.sender_id).update(email="", home="4 Long Row\nSalford\nM5 1AA")
    told(referral)
    letter = Dispatch.objects.get(template="message_waiting")
    assert letter.channel == "print" and "We come on Monday." in letter.body and "4 Long Row" in letter.address
    assert not Dispatch.objects.filter(template="message_waiting", channel="email").exists()
    with opened(referral.case_id):
        Carer.objects.filter(pk=referral.sender_id).update(home="")
    told(referral, "Nobody can post this.")
    assert Dispatch.objects.filter(template="message_waiting").count() == 1


def test_the_family_writes_and_is_promised_a_day_and_the_lead_is_told(world):
    referral = talked()
    hear(referral.case_id, "When do you come?", by=who("amina"))
    seen = talk_for(who("amina"), referral.case.reference)
    assert seen.answer_by == PROMISED and not seen.late
    letter = Dispatch.objects.get(template="family_wrote")
    assert letter.address == person(LEAD).email and "When do you come" not in letter.body
    (row,) = unanswered(who(LEAD))
    assert (row.reference, row.key, row.answer_by, row.late) == (
        referral.case.reference, referral.sender_id, PROMISED, False,
    )  # fmt: skip
    assert unanswered(who("carys")) == unanswered(who("ben")) == unanswered(who("caf_worker")) == []


def test_where_nobody_leads_the_bridge_hears_and_has_it_to_answer(world):
    from tests.factories.requests import received

    referral = received(by=who("amina"))
    hear(referral.case_id, "Did you get it?", by=who("amina"))
    assert Dispatch.objects.get(template="family_wrote").to_ref.startswith("team:")
    assert [row.reference for row in unanswered(who("ben"))] == [referral.case.reference]


@pytest.mark.parametrize("way", [Way.PORTAL, Way.PHONE, Way.LETTER, Way.MEETING, Way.TEXT, Way.EMAIL])
def test_an_answer_counts_however_it_was_given(world, way):
    referral = talked()
    hear(referral.case_id, "When do you come?", by=who("amina"))
    told(referral, "Still thinking.", way=way)
    assert len(unanswered(who(LEAD))) == 1
    told(referral, "On Monday.", way=way, answers=True)
    assert unanswered(who(LEAD)) == []
    assert talk_for(who("amina"), referral.case.reference).answer_by is None
    assert Dispatch.objects.filter(template="message_waiting").count() == (2 if way == Way.PORTAL else 0)


def test_a_call_that_leaves_an_answer_owed_is_promised_from_its_own_day(world):
    referral = talked()
    told(referral, "Wants to know about school.", way=Way.PHONE, by_family=True, owed=True,
         said_on=TODAY - timedelta(days=14))  # fmt: skip
    (row,) = unanswered(who(LEAD))
    assert row.late and row.answer_by == date(2026, 11, 11)


def test_no_answer_is_needed_for_a_reason_and_never_without_one(world):
    referral = talked()
    with pytest.raises(Refused) as nothing:
        told(referral)
        settle(referral.case_id, referral.sender_id, "x", by=who(LEAD))
    assert nothing.value.reasons == (Why.NOBODY_WAITS,)
    hear(referral.case_id, "Thank you!", by=who("amina"))
    with pytest.raises(Refused) as refused:
        settle(referral.case_id, referral.sender_id, " ", by=who(LEAD))
    assert refused.value.reasons == (Why.NO_REASON,)
    settle(referral.case_id, referral.sender_id, "They said thank you.", by=who(LEAD))
    assert unanswered(who(LEAD)) == []
    assert talk_seen(referral.case, referral.sender_id).said[-1].no_answer_because == "They said thank you."


def test_two_parents_apart_have_two_conversations_and_neither_reads_the_others(world):
    referral = talked()
    father = a_second_parent(referral)
    told(referral, "For the mother alone.")
    say(referral.case_id, father.pk, Telling("For the father alone."), by=who(LEAD))
    hear(referral.case_id, "From the mother.", by=who("amina"))
    hear(referral.case_id, "From the father.", by=who("priya"))
    words = {name: [one.words for one in talk_for(who(name), referral.case.reference).said]
             for name in ("amina", "priya")}  # fmt: skip
    assert words == {
        "amina": ["For the mother alone.", "From the mother."],
        "priya": ["For the father alone.", "From the father."],
    }
    assert {letter.address for letter in Dispatch.objects.filter(template="message_waiting")} == {
        referral.sender.email, person("priya").email,
    }  # fmt: skip
    say(referral.case_id, father.pk, Telling("Answered.", answers=True), by=who(LEAD))
    assert [row.key for row in unanswered(who(LEAD))] == [referral.sender_id]


def test_nobody_barred_or_untold_or_no_longer_following_is_offered_or_reads(world):
    referral = talked()
    father = a_second_parent(referral)
    say(referral.case_id, father.pk, Telling("Before."), by=who(LEAD))
    _bar(father)
    assert [one.key for one in partners_on(referral.case)] == [referral.sender_id]
    assert not may_talk(who("priya"), referral.case.reference)
    for refused in (
        lambda: talk_for(who("priya"), referral.case.reference),
        lambda: hear(referral.case_id, "Where are they?", by=who("priya")),
        lambda: say(referral.case_id, father.pk, Telling("After."), by=who(LEAD)),
        lambda: prefer(referral.case_id, father.pk, Wishes(Way.PHONE), by=who(LEAD)),
        lambda: prefer_signed_in(referral.case_id, Wishes(Way.PHONE), by=who("priya")),
    ):
        with pytest.raises(NotAllowed):
            refused()
    before = {one.key: one.may_write for one in talks_on(referral.case)}
    assert before == {referral.sender_id: True, father.pk: False}
    assert may_talk(who("amina"), referral.case.reference)


def test_who_follows_no_longer_is_offered_no_longer(world):
    referral = talked()
    father = a_second_parent(referral)
    say(referral.case_id, father.pk, Telling("Before."), by=who(LEAD))
    end_following(referral.case_id, father.pk, by=who("ben"))
    assert [one.key for one in partners_on(referral.case)] == [referral.sender_id]
    with pytest.raises(Case.DoesNotExist):
        talk_for(who("priya"), referral.case.reference)
    letter = Dispatch.objects.get(template="message_waiting")
    from cases.audience import still_may_have

    assert still_may_have(letter) == "Its reader does not follow this case any more."


def test_somebody_merely_around_the_child_is_not_offered(world):
    referral = talked()
    _barred(referral.case_id, bar=False)
    assert [one.key for one in partners_on(referral.case)] == [referral.sender_id]


def test_an_address_that_the_other_may_not_be_told_is_written_into_no_conversation(world):
    from tests.factories.children import two_homes

    referral = talked()
    around = two_homes(referral.case)
    secret = around.secret_home
    for words in (f"Come to {secret.lines.splitlines()[0]}.", f"We go to {secret.postcode}."):
        with pytest.raises(Refused) as refused:
            told(referral, words, way=Way.PHONE)
        assert refused.value.reasons == (Why.HIDDEN,)
    assert not Said.objects.exists()


@pytest.mark.parametrize("name", ["caf_worker", "adviser", "senco", "dev", "tom", "analyst"])
def test_only_who_holds_the_case_writes_or_reads(world, name):
    by = who(name)
    referral = talked()
    told(referral)
    assert Part.TALK not in sight.parts_open_to(by, referral.case)
    with pytest.raises((NotAllowed, Case.DoesNotExist)):
        say(referral.case_id, referral.sender_id, Telling("x"), by=by)


def test_who_led_before_reads_no_conversation(world):
    assert sight.SEES[Part.TALK] == sight.HOLDING
    for capacity in (Capacity.FORMER_LEAD, Capacity.SERVICE, Capacity.TASKED, Capacity.ADVISER, Capacity.SOCIAL_CARE,
                     Capacity.FAMILY, Capacity.SETTING, Capacity.NAMED):  # fmt: skip
        assert capacity not in sight.SEES[Part.TALK]


def test_a_colleague_does_not_write_as_the_family_and_the_family_not_as_us(world):
    referral = talked()
    with pytest.raises(NotAllowed):
        hear(referral.case_id, "x", by=who(LEAD))
    for act in (
        lambda: say(referral.case_id, referral.sender_id, Telling("x"), by=who("amina")),
        lambda: settle(referral.case_id, referral.sender_id, "x", by=who("amina")),
        lambda: hear(referral.case_id, "x", by=who("priya")),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_how_they_prefer_to_be_reached_is_said_by_them_or_noted_for_them(world):
    referral = talked()
    prefer(referral.case_id, referral.sender_id, Wishes(Way.LETTER), by=who(LEAD))
    assert talk_for(who("amina"), referral.case.reference).prefers == Way.LETTER
    prefer_signed_in(referral.case_id, Wishes(Way.PHONE), by=who("amina"))
    assert talk_seen(referral.case, referral.sender_id).prefers == Way.PHONE
    assert Talk.objects.count() == 1
    assert [entry.facts["who"] for entry in Entry.objects.filter(event="talk.way_chosen").order_by("pk")] == [
        "staff", "family",
    ]  # fmt: skip


def test_history_says_that_somebody_wrote_to_those_who_hold_the_case_alone(world):
    referral = talked()
    told(referral)
    hear(referral.case_id, "Nobody else reads this.", by=who("amina"))
    rows = Entry.objects.filter(case_ref=referral.case_id, event__startswith="talk.")
    assert {row.part for row in rows} == {Part.TALK.value}
    assert not any("reads this" in str(row.facts) for row in rows)


def test_a_late_answer_is_asked_for_again_once_in_five_working_days(world):
    referral = talked()
    said = hear(referral.case_id, "When do you come?", by=who("amina"))
    assert not chase(said.pk, said.authority_id)
    with hold(datetime(2026, 11, 26, 10, tzinfo=UTC)):
        assert talk_for(who("amina"), referral.case.reference).late
        assert chase(said.pk, said.authority_id) and not chase(said.pk, said.authority_id)
    with hold(datetime(2026, 11, 28, 10, tzinfo=UTC)):  # Saturday
        assert chase_answers() == 0
    with hold(datetime(2026, 12, 3, 10, tzinfo=UTC)):
        assert chase_answers() == 1 and chase_answers() == 0
        told(referral, "On Monday.", answers=True)
    with hold(datetime(2026, 12, 20, 10, tzinfo=UTC)):
        assert not chase(said.pk, said.authority_id)
    letters = Dispatch.objects.filter(template="answer_late")
    assert [letter.address for letter in letters] == [person(LEAD).email] * 2
    assert "When do you come" not in letters[0].body


def test_too_many_messages_within_an_hour_wait(world):
    referral = talked()
    for count in range(20):
        hear(referral.case_id, f"{count}", by=who("amina"))
    with pytest.raises(Refused) as refused:
        hear(referral.case_id, "21", by=who("amina"))
    assert refused.value.reasons == (Why.TOO_MANY,)


def test_everything_that_is_wrong_is_said_at_once():
    tomorrow = TODAY + timedelta(days=1)
    assert against_saying(Saying(" ", tomorrow, TODAY, hidden=True)) == [Why.NO_WORDS, Why.NOT_YET, Why.HIDDEN]
    assert against_saying(Saying("x" * 4001, TODAY, TODAY)) == [Why.TOO_LONG]
    assert against_saying(Saying("x", TODAY, TODAY)) == []
