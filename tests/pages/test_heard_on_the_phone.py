"""What somebody answers on the phone stands like an answer by the link: who spoke, when, and who wrote it down."""

from datetime import UTC, date, datetime

import pytest

from cases.links import reply_to
from cases.models import Deadline
from core import clock
from core.events import Event
from core.past import hold
from core.refusals import NotAllowed
from ledger.models import Entry
from notices.models import Dispatch
from referrals.actions.reply import Heard, hear
from referrals.models import Referral, TriageAnswer
from referrals.words import Said, State, Why
from tests.acts.test_the_bridge_answers import say
from tests.factories.children import two_homes
from tests.factories.requests import received
from tests.pages.reading import assert_an_error_by_the_book, text_of
from tests.personas import person, who

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
GIVEN = {
    "who_spoke": "Nasreen Chowdhury", "spoken_on_day": "17", "spoken_on_month": "11", "spoken_on_year": "2026",
    "at": "10:15am", "words": "The health visitor, and nobody else.",
}  # fmt: skip


@pytest.fixture
def asked(world):
    """Asked for more on Monday; today is Wednesday."""
    with hold(MONDAY):
        referral = received(by=who("amina"))
        say(referral, Said.ASK)
    return referral


def at(referral) -> str:
    return f"/requests/{referral.case.reference}/heard/"


def test_it_takes_the_same_path_as_an_answer_by_the_link(desk, asked):
    ben = desk.as_("ben")
    page = ben.get(f"/requests/{asked.case.reference}/")
    assert at(asked) in page.content.decode()
    page = ben.post(at(asked), GIVEN, follow=True)
    assert "The answer is written down and stands like any other." in text_of(page)
    head = "Nasreen Chowdhury said on the phone on Tuesday 17 November 2026, 10:15am;"
    reply = TriageAnswer.objects.get().reply
    assert reply == f"{head} {person('ben').name} wrote it down:\nThe health visitor, and nobody else."
    assert head in text_of(page)
    assert Referral.objects.get().state == State.WAITING
    entry = Entry.objects.get(event=Event.REFERRAL_RANG)
    assert (entry.actor_ref, entry.effective_on, entry.facts) == (who("ben").ref, date(2026, 11, 17), {"reads": "yes"})
    assert set(Dispatch.objects.filter(entry_ref=entry.pk).values_list("template", flat=True)) == {
        "reply_by_phone", "new_reply",
    }  # fmt: skip
    history = text_of(ben.get(f"/cases/{asked.case.reference}/"))
    assert "What we had asked was answered on the phone, and written down" in history
    assert "It counts from 17 November 2026" in history


def test_our_target_counts_from_the_day_it_was_said(desk, asked):
    desk.as_("ben").post(at(asked), GIVEN)
    open_now = Deadline.objects.filter(case=asked.case, ended_on=None)
    assert [(row.duty, row.counted_from) for row in open_now] == [("TRIAGE-LOCAL", date(2026, 11, 17))]


def test_a_second_answer_by_the_link_follows_it(desk, family, asked):
    desk.as_("ben").post(at(asked), GIVEN)
    family.post(reply_to(TriageAnswer.objects.get().pk), {"words": "And the clinic."})
    assert TriageAnswer.objects.get().reply.endswith("nobody else.\n\nAnd the clinic.")


def test_an_answer_that_crossed_with_one_by_the_link_is_not_lost(desk, family, asked):
    family.post(reply_to(TriageAnswer.objects.get().pk), {"words": "The clinic."})
    ben = desk.as_("ben")
    assert "The clinic." in text_of(ben.get(at(asked)))
    assert ben.post(at(asked), GIVEN).status_code == 302
    assert TriageAnswer.objects.get().reply.startswith("The clinic.\n\nNasreen Chowdhury said")


def test_the_sender_reads_it_on_their_page_and_what_they_did(desk, family, asked):
    desk.as_("ben").post(at(asked), GIVEN)
    page = text_of(family.as_("amina").get(f"/mine/{asked.case.reference}/"))
    assert "The health visitor, and nobody else." in page
    assert "You answered on the phone what we had asked" in page


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"who_spoke": " "}, Why.NOBODY_SPOKE),
        ({"words": ""}, "Write what they said"),
        ({"words": "x" * 4001}, "Use no more than 4,000 characters"),
        ({"spoken_on_day": "19"}, Why.SPOKE_LATER),
        ({"spoken_on_day": "15"}, Why.SPOKE_BEFORE),
        ({"spoken_on_day": ""}, "The day you spoke must include a day"),
        ({"at": "x" * 21}, "Use no more than 20 characters"),
    ],
)
def test_what_is_missing_or_cannot_be_is_said_and_nothing_is_lost(desk, asked, wrong, said):
    given = GIVEN | wrong
    page = desk.as_("ben").post(at(asked), given)
    kept = tuple(value for name, value in given.items() if name not in wrong)
    assert_an_error_by_the_book(page, str(said), kept=kept)
    assert not TriageAnswer.objects.get().reply
    assert not Entry.objects.filter(event=Event.REFERRAL_RANG).exists()


def test_an_address_in_it_is_asked_about_where_one_is_secret(desk, asked):
    two_homes(asked.case, bar=True)
    page = desk.as_("ben").post(at(asked), GIVEN | {"words": "We moved to M5 4WT."})
    assert_an_error_by_the_book(page, "This looks as if it holds an address.", kept=("We moved to M5 4WT.",))


def test_where_nothing_was_asked_there_is_no_such_page(desk):
    ben = desk.as_("ben")
    assert ben.get(at(received())).status_code == 404
    assert ben.get("/requests/SAL-2222-2222/heard/").status_code == 404


def test_what_was_accepted_stays_accepted_and_what_was_said_is_kept(desk, asked):
    say(asked, Said.ACCEPT)
    ben = desk.as_("ben")
    assert at(asked) not in ben.get(f"/requests/{asked.case.reference}/").content.decode()
    ben.post(at(asked), GIVEN)
    assert Referral.objects.get().state == State.ACCEPTED
    assert Entry.objects.get(event=Event.REFERRAL_RANG).facts == {"reads": "no"}


@pytest.mark.parametrize(("name", "seen"), [("tom", False), ("amina", True), ("caf_worker", False)])
def test_nobody_but_the_bridge_writes_one_down(asked, name, seen):
    key = TriageAnswer.objects.get().pk
    heard = Heard("The clinic.", "Nasreen", clock.today())
    with pytest.raises((NotAllowed, TriageAnswer.DoesNotExist)) as refusal:
        hear(key, heard, by=who(name), name=name)
    assert getattr(refusal.value, "seen", False) is seen
    assert not TriageAnswer.objects.get().reply
