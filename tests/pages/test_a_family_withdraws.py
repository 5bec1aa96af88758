"""A family that no longer wants the help it asked for ends the request itself; where it cannot, it reads why."""

import pytest

from cases.models import Case, Deadline
from cases.words import Capacity, Stage
from core.events import Event
from core.refusals import NotAllowed, Refused
from ledger.models import Entry
from notices.models import Dispatch
from pathway.actions.answer_request import withdraw_request
from pathway.actions.settle_request import settle_request
from referrals.actions.unwant import unwant
from referrals.models import Referral, TriageAnswer
from referrals.words import AsksFor, Said, State, Why
from tests.acts.test_the_bridge_answers import say
from tests.acts.test_who_a_child_is import put_on
from tests.factories.requests import received
from tests.pages.reading import assert_an_error_by_the_book, text_of
from tests.personas import who

pytestmark = pytest.mark.django_db
BECAUSE = "Ayaan’s new school helps him now."


@pytest.fixture
def referral(world):
    return received(by=who("amina"))


def mine(referral, more: str = "") -> str:
    return f"/mine/{referral.case.reference}/{more}"


def test_it_is_asked_once_more_and_then_nothing_more_happens(family, referral):
    amina = family.as_("amina")
    assert "I do not want this any more" in text_of(amina.get(mine(referral)))
    page = amina.get(mine(referral, "withdraw/"))
    assert "Do you want to withdraw your request for Ayaan?" in text_of(page)
    assert Referral.objects.get().state == State.WAITING, "opening the page ends nothing"
    page = text_of(amina.post(mine(referral, "withdraw/"), {"because": BECAUSE}, follow=True))
    assert "It was withdrawn, Wednesday 18 November 2026" in page
    assert BECAUSE in page
    assert "I do not want this any more" not in page
    assert Referral.objects.get().state == State.WITHDRAWN
    assert Case.objects.get().stage == Stage.CLOSED
    assert not Deadline.objects.filter(ended_on=None).exists()


def test_the_bridge_is_told_and_reads_the_reason_which_goes_into_no_letter(family, desk, referral):
    family.as_("amina").post(mine(referral, "withdraw/"), {"because": BECAUSE})
    entry = Entry.objects.get(event=Event.REFERRAL_UNWANTED)
    assert (entry.actor_ref, entry.facts) == (who("amina").ref, {})
    letters = Dispatch.objects.filter(entry_ref=entry.pk)
    assert set(letters.values_list("template", flat=True)) == {"help_withdrawn", "no_longer_wanted"}
    assert not any("school" in letter.body for letter in letters)
    ben = desk.as_("ben")
    page = text_of(ben.get(f"/requests/{referral.case.reference}/"))
    assert BECAUSE in page
    assert "Take this back, so that the request waits again" in page
    history = text_of(ben.get(f"/cases/{referral.case.reference}/"))
    assert "The sender withdrew the request for help themselves" in history


def test_no_reason_need_be_given(family, referral):
    page = family.as_("amina").post(mine(referral, "withdraw/"), {"because": ""}, follow=True)
    assert "It was withdrawn" in text_of(page)
    assert TriageAnswer.objects.get().because == ""


def test_a_reason_that_is_too_long_is_said_and_kept(family, referral):
    page = family.as_("amina").post(mine(referral, "withdraw/"), {"because": "x" * 2001})
    assert_an_error_by_the_book(page, "Use no more than 2,000 characters", kept=("x" * 2001,))
    assert Referral.objects.get().state == State.WAITING


def test_also_while_we_wait_for_an_answer(family, referral):
    say(referral, Said.ASK)
    family.as_("amina").post(mine(referral, "withdraw/"), {})
    assert Referral.objects.get().state == State.WITHDRAWN


@pytest.mark.parametrize("asks_for", [AsksFor.ASSESSMENT, AsksFor.UNSURE])
def test_what_is_or_may_be_a_request_under_section_36_is_never_ended_on_a_page(family, desk, asks_for):
    referral = received(asks_for, by=who("amina"))
    amina, why = family.as_("amina"), {AsksFor.ASSESSMENT: Why.TALK_FIRST, AsksFor.UNSURE: Why.NOT_READ_YET}[asks_for]
    page = amina.get(mine(referral, "withdraw/"))
    assert str(why) in text_of(page)
    assert "Call 0161 496 0142" in text_of(page)
    assert "Withdraw my request" not in text_of(page)
    page = amina.post(mine(referral, "withdraw/"), {"because": BECAUSE})
    assert page.status_code == 409
    assert str(why) in text_of(page)
    assert BECAUSE in page.content.decode(), "what was typed is not lost"
    assert Referral.objects.get().state in {State.WAITING, State.TO_SETTLE}
    assert Deadline.objects.filter(ended_on=None).exists(), "what is owed is still owed"


def test_help_that_an_officer_found_to_be_for_an_assessment_is_not_either(family, referral):
    settle_request(referral.pk, AsksFor.ASSESSMENT, "The words ask for it.", by=who("ben"))
    assert family.as_("amina").post(mine(referral, "withdraw/"), {}).status_code == 409
    with pytest.raises(Refused) as refused:
        withdraw_request(referral.pk, "They rang.", by=who("ben"))
    assert Why.NOT_ENDED_HERE in refused.value.reasons, "nor by an officer on the page for requests for help"
    assert Deadline.objects.filter(duty="EHCNA-DECIDE", ended_on=None).exists()


@pytest.mark.parametrize(
    ("said", "why"),
    [(Said.ACCEPT, Why.SAID_YES_ALREADY), (Said.SEND_ON, Why.SAID_YES_ALREADY), (Said.DECLINE, Why.ANSWERED_ALREADY)],
)
def test_what_was_answered_a_moment_ago_says_so_plainly(family, referral, said, why):
    amina = family.as_("amina")
    assert amina.get(mine(referral, "withdraw/")).status_code == 200
    say(referral, said)
    state = Referral.objects.get().state
    page = amina.post(mine(referral, "withdraw/"), {"because": BECAUSE})
    assert page.status_code == 409
    assert str(why) in text_of(page)
    assert Referral.objects.get().state == state


def test_twice_is_once(family, referral):
    amina = family.as_("amina")
    amina.post(mine(referral, "withdraw/"), {})
    page = amina.post(mine(referral, "withdraw/"), {})
    assert (page.status_code, str(Why.WITHDRAWN_ALREADY) in text_of(page)) == (409, True)
    assert Entry.objects.filter(event=Event.REFERRAL_UNWANTED).count() == 1


def test_after_yes_it_is_not_ended_on_a_page_and_there_is_a_way_to_say_what_is_not_wanted(family, referral):
    say(referral)
    page = family.as_("amina").get(mine(referral, "withdraw/")).content.decode()
    assert mine(referral, "talking/") in page


def test_nobody_but_the_sender(family, referral):
    assert family.as_("priya").post(mine(referral, "withdraw/"), {}).status_code == 404
    for name, seen in (("priya", False), ("ben", True), ("tom", False)):
        with pytest.raises(NotAllowed) as refused:
            unwant(referral.pk, "", by=who(name))
        assert refused.value.seen is seen
    assert Referral.objects.get().state == State.WAITING


def test_another_who_follows_the_child_reads_that_it_ended_and_not_why(family, referral):
    put_on(referral.case, "priya", Capacity.FAMILY)
    priya = family.as_("priya")
    assert "I do not want this any more" not in text_of(priya.get(mine(referral)))
    assert priya.get(mine(referral, "withdraw/")).status_code == 404
    unwant(referral.pk, BECAUSE, by=who("amina"))
    page = text_of(priya.get(mine(referral)))
    assert "It was withdrawn" in page
    assert BECAUSE not in page
