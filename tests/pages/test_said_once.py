"""What is to be done and by when stands in one line and one place; and what matters to the child stands first."""

import re

import pytest

from cases.actions.child.details import change_details
from cases.models import Deadline, Task
from referrals.words import Said
from tests.acts.test_the_bridge_answers import say
from tests.acts.test_who_a_child_is import details
from tests.factories.requests import received
from tests.factories.teams import team
from tests.pages.reading import text_of
from tests.personas import who

pytestmark = pytest.mark.django_db
ASSESSMENT = "Complete a Family Assessment with the family"
ITS_DUTY = "Complete the Family Assessment"


@pytest.fixture
def accepted(world):
    team("caf", "CAF team", "caf_worker")
    team("locality", "South team", "locality_manager")
    referral = received()
    say(referral, Said.ACCEPT)
    return referral


def dated(page) -> list[str]:
    """The lines of the list of dates."""
    listed = re.search(r'(?s)<ol class="sp-deadlines">(.*?)</ol>', page.content.decode()).group(1)
    return re.findall(r"<p><b>(.*?)</b>", listed)


def test_a_case_says_each_thing_to_do_once_with_its_day_and_why(desk, accepted):
    page = desk.as_("ben").get(f"/cases/{accepted.case.reference}/")
    told = "Tell the sender what will happen with the request for help"
    assert dated(page) == ["Name the engagement lead", told], "what is owed stands before what was done"
    text = text_of(page)
    assert text.count(ASSESSMENT) == 2, "the line, and what is read aloud of its link"
    assert ITS_DUTY not in text
    key = Deadline.objects.get(duty="FAMILY-ASSESSMENT-LOCAL").pk
    assert f"/cases/{accepted.case.reference}/deadlines/{key}/" in page.content.decode()


def test_what_was_done_is_not_said_twice_either(desk, accepted):
    ben = desk.as_("ben")
    record = Task.objects.get(kind="crm_record")
    ben.post(f"/cases/{accepted.case.reference}/tasks/{record.pk}/", {"reference": "CRM-1"})
    page = ben.get(f"/cases/{accepted.case.reference}/")
    assert "Make the record of involvement in CRM" not in dated(page)
    assert "Reference CRM-1" in text_of(page)


def test_what_nobody_lists_as_a_task_keeps_its_date(desk):
    """Whose task one may not know of is not what takes a date away: only what stands on the page does."""
    referral = received()
    page = desk.as_("ben").get(f"/cases/{referral.case.reference}/")
    assert dated(page) == ["Tell the sender what will happen with the request for help"]


def test_my_work_says_it_once_under_what_is_to_do(desk, accepted):
    caf = desk.as_("caf_worker")
    page = text_of(caf.get("/work/"))
    assert page.count(ASSESSMENT) == 2, "the line, and what is read aloud of its link"
    assert "Why this date?" in page


def test_my_work_keeps_a_case_of_which_more_is_owed(desk, accepted):
    page = text_of(desk.as_("ben").get("/work/?whose=team"))
    assert "Name the engagement lead" in page
    also = page[page.index("Also: ") :]
    assert "make the record of involvement in EMS (" in also, "what others were given stands beside, with who has it"
    assert "Make the record of involvement in CRM" in page


def test_what_matters_to_the_child_stands_before_the_dates(desk):
    case = received().case
    change_details(case.pk, details(communication="Pictures help.", pronouns="he/him"), by=who("ben"))
    text = text_of(desk.as_("ben").get(f"/cases/{case.reference}/"))
    assert text.index("What matters to Ayaan") < text.index("Someone to sit down with all of us at once.")
    assert text.index("Pictures help.") < text.index("Deadlines", text.index("What matters"))
    assert "he/him" in text


def test_where_nothing_was_said_nothing_stands_there(desk):
    case = received(wanted="").case
    assert "What matters to" not in text_of(desk.as_("ben").get(f"/cases/{case.reference}/"))
