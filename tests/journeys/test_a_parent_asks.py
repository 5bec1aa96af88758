"""One thin thread through the whole house, for each thing a parent may ask."""

from datetime import date

import pytest

from cases.models import Case, Deadline
from notices.models import Dispatch
from tests.pages.asking import answer_everything, send

pytestmark = pytest.mark.django_db


def test_help_is_asked_for_and_stands_in_the_queue(family, desk):
    answer_everything(family, asks_for="help")
    receipt = send(family)

    case = Case.objects.get()
    assert case.reference in receipt
    assert {d.duty for d in Deadline.objects.filter(case=case)} == {"TRIAGE-LOCAL"}
    letter = Dispatch.objects.get(template="help_received")
    assert letter.address == "nasreen@families.example"
    assert case.reference in letter.body
    assert "Ayaan" not in letter.subject + letter.body

    queue = desk.as_("ben").get("/requests/").content.decode()
    assert "Ayaan Chowdhury, 8" in queue
    assert case.reference in queue


def test_an_assessment_is_asked_for_and_its_clocks_count_from_receipt(family, desk):
    answer_everything(family, asks_for="assessment")
    send(family)

    case = Case.objects.get()
    due = {d.duty: d for d in Deadline.objects.filter(case=case)}
    assert set(due) == {"EHCNA-DECIDE", "NOPLAN", "PLAN-FINAL"}
    assert due["EHCNA-DECIDE"].due_strict == date(2026, 12, 29)
    assert due["EHCNA-DECIDE"].due_ordinary == date(2026, 12, 30)
    assert due["PLAN-FINAL"].due_strict == date(2027, 4, 6)
    assert Dispatch.objects.filter(template="assessment_received").count() == 1

    page = desk.as_("ben").get(f"/requests/{case.reference}/").content.decode()
    assert "A request for an EHC needs assessment" in page
    assert "SEND Regulations 2014" in page


@pytest.mark.parametrize(
    ("answer", "duties"),
    [("help", {"TRIAGE-LOCAL"}), ("assessment", {"EHCNA-DECIDE", "NOPLAN", "PLAN-FINAL"})],
)
def test_not_sure_is_read_and_settled_and_the_answer_counts_from_receipt(family, desk, answer, duties):
    answer_everything(family, asks_for="unsure")
    send(family)
    case = Case.objects.get()
    assert {d.duty for d in Deadline.objects.filter(case=case, ended_on=None)} == {"SETTLE-LOCAL"}

    given = {"answer": answer, "reason": "The words ask for it."}
    if answer == "assessment":
        asked = desk.as_("ben").post(f"/requests/{case.reference}/", given).content.decode()
        assert "cannot be turned back" in asked
        assert not Deadline.objects.filter(duty="PLAN-FINAL").exists()
    page = desk.as_("ben").post(f"/requests/{case.reference}/", {**given, "sure": "1"})
    assert page.status_code == 302

    open_now = Deadline.objects.filter(case=case, ended_on=None)
    assert {d.duty for d in open_now} == duties
    assert {d.counted_from for d in open_now} == {date(2026, 11, 18)}
    assert Dispatch.objects.filter(template=f"settled_{answer}").count() == 1
