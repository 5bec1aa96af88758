"""The family's door: their one date, why it is that date, and an honest word when it is not kept. Never the ground."""

from datetime import date, timedelta

import pytest

from cases.actions import excuse
from cases.models import Deadline
from core.past import hold
from referrals.words import AsksFor
from tests.conftest import NOW
from tests.factories.excuses import somebody_ill
from tests.factories.requests import received
from tests.pages.reading import text_of

pytestmark = pytest.mark.django_db
NEVER = ("hospital", "Letter of the ward", "circumstances")


@pytest.fixture
def asked(world):
    return received(AsksFor.ASSESSMENT, by=world.who("amina"))


@pytest.fixture
def told(asked, family):
    """What the family reads so many days after asking."""

    def read(days: int = 0) -> str:
        with hold(NOW + timedelta(days=days)):
            return text_of(family.as_("amina").get(f"/mine/{asked.case.reference}/"))

    return read


@pytest.fixture
def excused(asked, world):
    """A manager agreed why it cannot be decided in time; our own day is 8 January."""
    deadline = Deadline.objects.get(case=asked.case, duty="EHCNA-DECIDE")
    put = excuse.propose(deadline.pk, somebody_ill(recover_by=date(2027, 1, 8)), by=world.who("ben"))
    return excuse.answer(put.pk, True, "", by=world.who("carys"))


def test_each_step_says_why_its_date_is_its_date(told):
    text = told()
    assert text.count("Why this date?") == 3
    for weeks, day in ((6, "Tuesday 29 December 2026"), (16, "Tuesday 9 March 2027"), (20, "Tuesday 6 April 2027")):
        said = (
            f"The law gives us {weeks} weeks from the day we got your request, counting that day as day 1. "
            f"Weekends and holidays count too. So the last day is {day}."
        )
        assert said in text
    assert "We got your request on Wednesday 18 November 2026." in text
    assert "late" not in text.lower()


def test_our_own_promise_is_counted_in_working_days(world, family):
    mine = received(AsksFor.HELP, by=world.who("amina"))
    text = text_of(family.as_("amina").get(f"/mine/{mine.case.reference}/"))
    assert "We have 5 working days. Weekends and bank holidays do not count." in text
    assert "The law" not in text


def test_a_date_that_passed_is_called_late(told):
    text = told(42)
    assert "We said you would hear by Tuesday 29 December. We are late." in text
    assert "we have not recorded a reason that the law allows" in text


def test_a_reason_in_law_is_said_and_never_which_and_the_date_stays(told, excused):
    ahead = told(1)
    assert "This could be late. There is a reason the law allows. The date has not moved." in ahead
    assert "We mean to do it by Friday 8 January 2027." in ahead
    assert "By Tuesday 29 December 2026 (in 40 days)" in ahead
    passed = told(42)
    assert (
        "We said you would hear by Tuesday 29 December. We could not keep to this date for a reason the law allows."
        in passed
    )
    assert "We are late" not in passed
    over = told(52)
    assert "We are late." in over, "our own day has passed too"
    assert "we have not kept to the day we set ourselves either" in over
    for text in (ahead, passed, over):
        for never in NEVER:
            assert never not in text, never
    assert "30 December" not in ahead, "one date, the strict one"


def test_a_reason_that_only_waits_or_was_not_agreed_changes_nothing_for_the_family(told, asked, world):
    before = told()
    deadline = Deadline.objects.get(case=asked.case, duty="EHCNA-DECIDE")
    put = excuse.propose(deadline.pk, somebody_ill(), by=world.who("ben"))
    assert told() == before
    excuse.answer(put.pk, False, "No.", by=world.who("carys"))
    assert told() == before


def test_the_list_of_requests_says_it_too(asked, family, excused):
    with hold(NOW + timedelta(days=42)):
        text = text_of(family.as_("amina").get("/mine/"))
    assert "We could not keep to this date for a reason the law allows." in text
