"""The page that answers "says who?": the date, the sum, the law, what stands beside it, and what became of it."""

from datetime import timedelta

import pytest

from cases.actions import excuse
from cases.actions.name_owner import name_owner
from cases.actions.take_up import take_up
from cases.models import Deadline
from cases.sweep import raise_reminders
from core import clock
from core.past import hold
from ledger.models import Viewing
from pathway.actions.settle_request import settle_request
from referrals.words import AsksFor
from tests.conftest import NOW
from tests.factories.excuses import somebody_ill
from tests.factories.requests import received
from tests.pages.reading import assert_an_error_by_the_book, text_of
from tests.personas import person

pytestmark = pytest.mark.django_db
SECRET = "taken to hospital"


@pytest.fixture
def case(world):
    return received(AsksFor.ASSESSMENT, by=world.who("amina")).case


def owed(case, duty: str = "EHCNA-DECIDE") -> Deadline:
    return Deadline.objects.get(case=case, duty=duty)


def address(case, duty: str = "EHCNA-DECIDE", more: str = "") -> str:
    return f"/cases/{case.reference}/deadlines/{owed(case, duty).pk}/{more}"


def test_the_answer_comes_first_and_the_three_dates_in_plain_words(case, desk):
    text = text_of(desk.as_("ben").get(address(case)))
    assert "Decide whether to assess Ayaan: Tuesday 29 December 2026 (in 41 days)" in text
    assert "day 1 of 42" in text
    assert "Tuesday 29 December 2026 Target and the day we work to, strict count" in text
    assert (
        "Wednesday 30 December 2026 Last day, ordinary count: the first day is not counted. After this it is a breach"
        in text
    )
    plan = text_of(desk.get(address(case, "PLAN-FINAL")))
    assert "Ayaan’s final plan, if there is to be one: Tuesday 6 April 2027" in plan


def test_what_started_it_the_law_and_what_could_excuse_it(case, desk):
    page = desk.as_("ben").get(address(case, "PLAN-FINAL"))
    text = text_of(page)
    assert (
        "received Wednesday 18 November 2026 (day 1). Written down Wednesday 18 November 2026 at 11:02am, by Amina"
        in text
    )
    assert "SEND Regulations 2014, reg 13(2)" in text
    assert "AMB-01" in text
    assert 'href="/rules/PLAN-FINAL/"' in page.content.decode()
    assert text.count("None recorded. Record one") == 4
    assert "Late advice The council answers for the 16 and 20 weeks" in text
    assert "More time may always be given. It never moves the 20 weeks" in text
    for room in ("Fits", "Tight"):
        assert room in text


def test_our_own_target_says_that_it_is_ours(world, desk):
    mine = received(AsksFor.UNSURE).case
    text = text_of(desk.as_("ben").get(address(mine, "SETTLE-LOCAL")))
    assert "Read the request for Ayaan and say what it is: Thursday 19 November 2026 (tomorrow)" in text
    assert "every count agrees. After this it is late" in text
    assert "working day 1 of 2" in text
    assert "it is our own target, and no law asks for it" in text
    assert "breach" not in text
    assert "Record one" not in text


def test_late_is_said_only_after_the_ordinary_day(case, desk):
    def heading(days: int) -> str:
        with hold(NOW + timedelta(days=days)):
            return text_of(desk.as_("ben").get(address(case)))

    assert "(today)" in heading(41)
    on_the_last = heading(42)
    assert "(last day is today)" in on_the_last
    assert "late)" not in on_the_last
    assert "The 42 days are over: today, Wednesday 30 December, is day 43" in on_the_last
    assert "(1 day late)" in heading(43)


def test_a_deadline_of_another_case_or_council_is_not_found(case, desk, world):
    other = received(AsksFor.HELP, given_name="Noor").case
    assert desk.as_("ben").get(f"/cases/{other.reference}/deadlines/{owed(case).pk}/").status_code == 404
    assert desk.as_("tom").get(address(case)).status_code == 404
    assert not Viewing.objects.exists()
    desk.as_("ben").get(address(case))
    assert Viewing.objects.get().page == "why this date"


def test_every_list_of_deadlines_leads_here(case, desk):
    ben = desk.as_("ben")
    for page in (f"/cases/{case.reference}/", f"/requests/{case.reference}/", "/work/"):
        assert address(case) in ben.get(page).content.decode(), page


def test_who_answers_and_who_is_told_when(case, desk, world):
    name_owner(case.pk, person("ben").pk, by=world.who("carys"))
    text = text_of(desk.as_("carys").get(address(case)))
    assert "Ben. Change who answers" in text
    assert "First notice Friday 11 December 2026 (in 23 days)" in text, text[text.find("Who answers") :][:600]
    assert "Late Thursday 31 December 2026" in text
    with hold(NOW + timedelta(days=23)):
        raise_reminders()
        Deadline.objects.get(pk=owed(case).pk).reminders.update(told=True, settled_at=clock.now())
        text = text_of(desk.get(address(case)))
    assert "First notice: told Friday 11 December 2026" in text


def test_what_became_of_it_is_said_beside_what_was_expected(world, desk):
    asked = received(AsksFor.UNSURE)
    with hold(NOW + timedelta(days=2)):  # the day after its last
        settle_request(asked.pk, AsksFor.ASSESSMENT, "The words ask for it.", by=world.who("ben"))
    ben = desk.as_("ben")
    said = "Met on Friday 20 November, 1 day late."
    assert said in text_of(ben.get(address(asked.case, "SETTLE-LOCAL")))
    assert f"{said} Expected by Thursday 19 November." in text_of(ben.get(f"/cases/{asked.case.reference}/"))
    early = received(AsksFor.UNSURE)
    settle_request(early.pk, AsksFor.HELP, "Help it is.", by=world.who("ben"))
    assert "Met on Wednesday 18 November, 1 day before its last day." in text_of(
        ben.get(address(early.case, "SETTLE-LOCAL"))
    )
    settle_request(early.pk, AsksFor.ASSESSMENT, "On reading it again.", by=world.who("ben"))
    assert "met" in text_of(ben.get(address(early.case, "TRIAGE-LOCAL")))


def test_the_ground_is_for_those_who_may_read_it_and_the_excuse_for_all(case, desk, world):
    put = excuse.propose(owed(case).pk, somebody_ill(), by=world.who("ben"))
    excuse.answer(put.pk, True, "", by=world.who("carys"))
    text = text_of(desk.as_("ben").get(address(case)))
    assert "(excused)" in text
    assert "The date stays Tuesday 29 December 2026. We mean to do it by Wednesday 16 December 2026" in text
    assert SECRET in text


def test_the_plain_page_has_one_date_and_no_statute_and_no_ground(case, desk, world):
    put = excuse.propose(owed(case).pk, somebody_ill(), by=world.who("ben"))
    excuse.answer(put.pk, True, "", by=world.who("carys"))
    page = desk.as_("ben").get(address(case, more="plain/"))
    text = text_of(page)
    assert "We tell you whether we will assess Ayaan, by Tuesday 29 December 2026" in text
    assert "We have 6 weeks" in text
    for never in ("30 December", "16 December", SECRET, "circumstances", "Chowdhury"):
        assert never not in text, never
    with hold(NOW + timedelta(days=60)):
        late = text_of(desk.get(address(case, more="plain/")))
    assert "This is late. We are sorry. There is a reason the law allows for being late" in late


def test_the_plain_page_says_honestly_that_it_is_late_or_could_be(case, desk, world):
    with hold(NOW + timedelta(days=41)):
        take_up(owed(case).pk, owed(case).due_strict + timedelta(days=3), by=world.who("ben"))
        assert "This could be late. We are working on it." in text_of(desk.as_("ben").get(address(case, more="plain/")))
    with hold(NOW + timedelta(days=42)):
        text = text_of(desk.get(address(case, more="plain/")))
    assert "This is late. We are sorry. We have not recorded a reason that the law allows." in text


def test_taking_it_up_from_the_page(case, desk):
    ben = desk.as_("ben")
    assert "I have this in hand until" not in text_of(ben.get(address(case)))
    with hold(NOW + timedelta(days=44)):
        assert "I have this in hand until" in text_of(ben.get(address(case)))
        where = address(case, more="in-hand/")
        empty = ben.post(where, {})
        assert_an_error_by_the_book(empty, "Enter the day until which you have it in hand")
        far = ben.post(where, {"until_day": "1", "until_month": "3", "until_year": "2027"})
        assert_an_error_by_the_book(far, "within the next 10 working days", kept=("1", "3", "2027"))
        done = ben.post(where, {"until_day": "6", "until_month": "1", "until_year": "2027"}, follow=True)
        assert "In hand until Wednesday 6 January." in text_of(done)
    assert ben.get(where).status_code == 302


def test_naming_who_answers_from_the_page(case, desk):
    ben = desk.as_("ben")
    where = f"/cases/{case.reference}/owner/"
    assert "The Bridge answers for Ayaan’s deadlines" in text_of(ben.get(where))
    assert_an_error_by_the_book(ben.post(where, {"person": ""}), "Choose who answers")
    assert ben.post(where, {"person": str(person("tom").pk)}).status_code == 200
    done = ben.post(where, {"person": str(person("ben").pk)}, follow=True)
    assert "Ben answers for the deadlines" in text_of(done)
    back = ben.post(where, {"person": "team"}, follow=True)
    assert "The Bridge answers for the deadlines" in text_of(back)
