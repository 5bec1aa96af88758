"""Records of involvement as a file: one row each, however often it was opened again; for few, and recorded."""

import csv
import io

import pytest

from cases.actions.tasks import finish, open_again
from cases.models import Task
from cases.task_kinds import TaskKind
from core import clock
from core.past import hold
from ledger.models import Viewing
from pathway.actions.answer_request import answer_request, take_back
from referrals.actions.answering import Answer
from referrals.words import Said
from tests.factories.requests import received
from tests.pages.reading import assert_an_error_by_the_book, text_of
from tests.personas import who

pytestmark = pytest.mark.django_db
NOVEMBER = {
    "system": "both", "since_day": "1", "since_month": "11", "since_year": "2026", "until_day": "18",
    "until_month": "11", "until_year": "2026",
}  # fmt: skip


def accepted(**of_child):
    referral = received(**of_child)
    answer_request(referral.pk, Said.ACCEPT, Answer("Several services are involved."), by=who("ben"))
    return referral


def rows_of(reader, **asked) -> list[dict]:
    answer = reader.get("/involvement/file/", NOVEMBER | asked)
    assert answer["Content-Type"].startswith("text/csv")
    assert "attachment" in answer["Content-Disposition"]
    return list(csv.DictReader(io.StringIO(answer.content.decode())))


def in_crm(referral, number: str) -> Task:
    task = Task.objects.get(case=referral.case_id, kind=TaskKind.CRM_RECORD)
    finish(task.pk, reference=number, by=who("ben"))
    return task


def test_each_record_is_one_row_with_its_number_and_a_key_that_stays(world, desk):
    referral = accepted()
    task = in_crm(referral, "CRM-77")
    before = rows_of(desk.as_("carys"))
    assert [(row["System"], row["Number there"]) for row in before] == [("CRM", "CRM-77"), ("EMS", "")]
    assert before[0]["Record"] == str(task.pk)
    assert (before[0]["Child"], before[0]["Born"]) == ("Ayaan Chowdhury", "2018-06-14")
    assert (before[0]["Made on"], before[0]["Made by"]) == ("2026-11-18", "Ben")
    open_again(task.pk, by=who("ben"))
    in_crm(referral, "CRM-78")
    after = rows_of(desk.as_("carys"), system="crm_record")
    assert [(row["Record"], row["Number there"]) for row in after] == [(str(task.pk), "CRM-78")], "the same row, once"


def test_what_was_taken_back_is_in_no_file_and_comes_once_when_accepted_again(world, desk):
    referral = accepted()
    take_back(referral.pk, "Too early.", by=who("ben"))
    assert rows_of(desk.as_("carys")) == []
    answer_request(referral.pk, Said.ACCEPT, Answer("Now."), by=who("ben"))
    assert sorted(row["System"] for row in rows_of(desk.as_("carys"))) == ["CRM", "EMS"]


def test_only_the_days_asked_for(world, desk):
    with hold(clock.now().replace(month=10)):
        accepted()
    assert rows_of(desk.as_("carys")) == []
    assert len(rows_of(desk.as_("carys"), since_month="10")) == 2
    page = text_of(desk.as_("carys").get("/involvement/", NOVEMBER | {"since_month": "10"}))
    assert "2 records of involvement were asked for" in page
    assert "CRM 0 1" in page


def test_nothing_typed_becomes_a_formula(world, desk):
    accepted(given_name="=1+1", family_name="Example")
    assert {row["Child"] for row in rows_of(desk.as_("carys"))} == {"'=1+1 Example"}


def test_that_a_child_stood_in_the_file_is_recorded_and_another_council_reads_none(world, desk):
    referral = accepted()
    assert rows_of(desk.as_("irene")) == []
    assert not Viewing.objects.filter(page__startswith="file").exists()
    rows_of(desk.as_("hal"))
    seen = Viewing.objects.get(page="file of records of involvement")
    assert (seen.case_ref, seen.actor_ref) == (referral.case_id, who("hal").ref)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"until_year": "2031"}, "The last day must be today or in the past"),
        ({"since_year": "2025", "until_year": "2024"}, "The last day must be the first day or after it"),
        ({"since_year": "2019"}, "Choose a year or less"),
        ({"since_day": "31", "since_month": "2"}, "The first day"),
        ({"system": "rhubarb"}, "Choose one of the answers shown"),
    ],
)
def test_a_time_that_cannot_be_is_said_and_gives_no_file(world, desk, asked, words):
    carys = desk.as_("carys")
    assert_an_error_by_the_book(carys.get("/involvement/", NOVEMBER | asked), words, kept=())
    assert carys.get("/involvement/file/", NOVEMBER | asked).status_code == 404


def test_who_does_not_oversee_every_case_finds_no_such_page(world, desk):
    for name in ("ben", "senco", "analyst", "engagement_lead"):
        assert desk.as_(name).get("/involvement/", NOVEMBER).status_code == 404
        assert desk.as_(name).get("/involvement/file/", NOVEMBER).status_code == 404
