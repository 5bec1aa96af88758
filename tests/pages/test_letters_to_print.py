"""Letters are printed here, put in the post by a person, and marked so: who, when and by which class is the proof."""

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from cases.actions.letters import mark_posted, print_instead, undo_posting
from cases.models import Case
from core.clock import LONDON
from core.past import hold
from core.refusals import Refused
from ledger.models import Entry, Viewing
from notices.models import Dispatch
from notices.words import Postage, Standing
from tests.acts.test_letters_to_staff import write
from tests.acts.together import at_once
from tests.conftest import NOW
from tests.factories.requests import received
from tests.pages.reading import assert_an_error_by_the_book
from tests.pages.test_post_that_did_not_arrive import ADDRESS, come_back
from tests.personas import who

pytestmark = pytest.mark.django_db
TODAY, YESTERDAY = date(2026, 11, 18), date(2026, 11, 17)
POSTED = {"postage": "first", "posted_on_day": "18", "posted_on_month": "11", "posted_on_year": "2026"}


def to_print(letter: Dispatch) -> Dispatch:
    return print_instead(come_back(letter).pk, ADDRESS, by=who("carys"))


@pytest.fixture
def printed(letter) -> Dispatch:
    return to_print(letter)


@pytest.fixture
def three(world) -> list[Dispatch]:
    for number in range(3):
        received(email=f"family{number}@families.example")
    return [to_print(one) for one in Dispatch.objects.filter(template="help_received").order_by("pk")]


def chosen(letters) -> str:
    return "/post/to-print/letters/?" + "&".join(f"letter={one.pk}" for one in letters)


def test_it_waits_on_the_list_and_is_not_the_postmans(desk, printed):
    for name in ("ben", "carys", "hal"):
        page = desk.as_(name).get("/post/to-print/").content.decode()
        assert "1 letter waits to be printed and posted." in page
        assert "14 Broadwalk<br>" in page
    assert "No letter waits" in desk.as_("tom").get("/post/to-print/").content.decode()


def test_each_is_printed_with_its_address_date_reference_and_words(desk, three):
    page = desk.as_("ben").get(chosen(three)).content.decode()
    assert page.count('<article class="sp-sheet"') == 3
    for letter in three:
        assert letter.body.strip().splitlines()[0] in page
        assert f"Our reference: {Case.objects.get(pk=letter.case_ref).reference}" in page
    assert page.count('sp-sheet__when">Wednesday 18 November 2026') == 3
    assert "Salford City Council" in page
    assert {row.case_ref for row in Viewing.objects.filter(page="printed letters")} == {one.case_ref for one in three}


def test_all_of_a_page_are_printed_with_one_button(desk, three):
    assert desk.as_("ben").get("/post/to-print/letters/?all=1").content.decode().count("<article") == 3


def test_nothing_ticked_is_said(desk, printed):
    answer = desk.as_("ben").get("/post/to-print/letters/", follow=True)
    assert "Tick the letters to print." in answer.content.decode()


@pytest.mark.parametrize("key", ["nonsense", "00000000-0000-7000-8000-000000000000", ""])
def test_what_is_no_letter_of_theirs_is_as_if_it_were_not_ticked(desk, printed, key):
    ben = desk.as_("ben").get(f"/post/to-print/letters/?letter={key}&letter={printed.pk}")
    assert ben.content.decode().count("<article") == 1
    assert desk.as_("tom").get(chosen([printed])).status_code == 302
    assert not Viewing.objects.filter(actor_ref=who("tom").ref).exists()


def test_an_email_is_never_printed_from_here(desk, letter):
    assert desk.as_("carys").get(chosen([letter])).status_code == 302


def test_once_in_the_post_all_are_marked_together(desk, three):
    keys = [str(one.pk) for one in three]
    answer = desk.as_("ben").post("/post/to-print/letters/", {"letter": keys, **POSTED}, follow=True)
    assert "3 letters marked as posted." in answer.content.decode()
    for letter in three:
        letter.refresh_from_db()
        assert letter.standing == Standing.POSTED
        assert (letter.posted_class, letter.posted_on, letter.posted_by) == ("first", TODAY, who("ben").ref)
    entries = Entry.objects.filter(event="letter.posted")
    assert {entry.about for entry in entries} == {one.pk for one in three}
    assert {tuple(sorted(entry.facts.items())) for entry in entries} == {
        (("postage", "first"), ("posted_on", "2026-11-18"))
    }
    page = desk.as_("carys").get(f"/post/{three[0].pk}/").content.decode()
    for said in ("Wednesday 18 November 2026, first class", "Ben, noted on", "Printed letter"):
        assert said in page


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"postage": ""}, "Choose first or second class"),
        ({"posted_on_day": ""}, "The day of posting must include a day"),
        ({"posted_on_day": "31"}, "The day of posting must be a real date"),
        ({"posted_on_day": "19"}, "The day of posting must be today or in the past"),
        ({"posted_on_day": "17"}, "The day of posting must not be before the day a letter was written"),
    ],
)
def test_a_class_or_day_that_cannot_be_is_explained_and_what_was_typed_is_kept(desk, printed, changes, message):
    answer = desk.as_("ben").post("/post/to-print/letters/", {"letter": str(printed.pk), **POSTED, **changes})
    assert_an_error_by_the_book(answer, message, kept=tuple(value for value in (POSTED | changes).values() if value))
    printed.refresh_from_db()
    assert printed.standing == Standing.TO_PRINT


def test_one_marked_already_stays_as_it_was(printed):
    assert mark_posted([printed.pk], Postage.FIRST, TODAY, by=who("ben")) == 1
    assert mark_posted([printed.pk], Postage.SECOND, TODAY, by=who("carys")) == 0
    printed.refresh_from_db()
    assert (printed.posted_class, printed.posted_by) == ("first", who("ben").ref)


def test_all_or_none_are_marked(desk, three):
    with pytest.raises(Dispatch.DoesNotExist):
        mark_posted([three[0].pk, uuid4()], Postage.FIRST, TODAY, by=who("ben"))
    assert not Dispatch.objects.exclude(posted_on=None).exists()


@pytest.mark.parametrize("day", [YESTERDAY, TODAY + timedelta(days=1)])
def test_the_act_itself_refuses_a_day_that_cannot_be(printed, day):
    with pytest.raises(Refused, match="day of posting"):
        mark_posted([printed.pk], Postage.FIRST, day, by=who("ben"))


def test_an_email_cannot_be_marked_as_posted(letter):
    with pytest.raises(Refused, match="not one to print"):
        mark_posted([letter.pk], Postage.FIRST, TODAY, by=who("carys"))


def test_it_can_be_undone_on_the_same_day(desk, printed):
    mark_posted([printed.pk], Postage.FIRST, TODAY, by=who("ben"))
    assert "Posted today" in desk.as_("ben").get("/post/to-print/").content.decode()
    answer = desk.as_("ben").post(f"/post/{printed.pk}/undo-posting/", follow=True)
    assert "It waits to be printed again" in answer.content.decode()
    printed.refresh_from_db()
    assert (printed.standing, printed.posted_on, printed.posted_by) == (Standing.TO_PRINT, None, "")
    assert Entry.objects.filter(event="letter.unposted").count() == 1


def test_until_midnight_in_london_and_no_later(printed):
    mark_posted([printed.pk], Postage.FIRST, TODAY, by=who("ben"))
    with hold(datetime(2026, 11, 19, 0, 0, 1, tzinfo=LONDON)), pytest.raises(Refused, match="no longer be taken back"):
        undo_posting(printed.pk, by=who("ben"))
    with hold(datetime(2026, 11, 18, 23, 59, 59, tzinfo=LONDON)):
        undo_posting(printed.pk, by=who("ben"))


def test_yesterdays_can_neither_be_undone_nor_is_it_listed(desk, printed):
    mark_posted([printed.pk], Postage.FIRST, TODAY, by=who("ben"))
    with hold(NOW + timedelta(days=1)):
        assert "Posted today" not in desk.as_("ben").get("/post/to-print/").content.decode()
        answer = desk.as_("ben").post(f"/post/{printed.pk}/undo-posting/")
    assert answer.status_code == 409
    assert "no longer be taken back" in answer.content.decode()


def test_what_was_not_posted_cannot_be_undone(desk, printed):
    with pytest.raises(Refused, match="not marked as posted"):
        undo_posting(printed.pk, by=who("ben"))
    assert desk.as_("tom").post(f"/post/{printed.pk}/undo-posting/").status_code == 404


def test_a_letter_of_no_case_is_the_overseers_to_print(desk, world):
    write(channel="print", address=ADDRESS)
    pages = {name: desk.as_(name).get("/post/to-print/").content.decode() for name in ("ben", "carys")}
    assert "No letter waits" in pages["ben"]
    assert "1 letter waits" in pages["carys"]


def test_postgresql_keeps_a_proof_of_posting_whole(printed):
    for half in (
        {"posted_on": TODAY},
        {"sent_at": timezone.now()},
        {"sent_at": timezone.now(), "posted_on": TODAY, "posted_by": "person:x"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Dispatch.objects.filter(pk=printed.pk).update(**half)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_people_who_mark_the_same_letters_at_once_mark_each_once(three):
    keys, ben, hal = [one.pk for one in three], who("ben"), who("hal")
    answers = at_once(
        lambda: mark_posted(keys, Postage.FIRST, TODAY, by=ben),
        lambda: mark_posted(keys[::-1], Postage.SECOND, TODAY, by=hal),
    )
    assert sorted(answers) == [0, 3]
    assert len(set(Dispatch.objects.exclude(posted_on=None).values_list("posted_class", "posted_by"))) == 1
