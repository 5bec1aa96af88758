"""Letting a parent follow the case: the page, and what the parent sees at their door."""

import re

import pytest
from django.core import mail

from cases.actions.child.open_record import open_record
from ledger.models import Viewing
from people.models import Around
from sendpath.signin import SENDER
from tests.acts.test_following import father
from tests.factories.children import details, two_homes
from tests.factories.requests import received
from tests.pages.reading import text_of
from tests.personas import person, who

pytestmark = pytest.mark.django_db
SECRETS = ("Hidden Lane", "M30 0AA", "Quiet Street", "Oyelaran", "Broadwalk")


@pytest.fixture
def case(world):
    return received().case


def at(case, row) -> str:
    return f"/cases/{case.reference}/child/people/{row.pk}/follow/"


def test_the_page_says_what_is_needed_first(case, desk):
    row = father(case, responsible="not_known", email="")
    page = text_of(desk.as_("ben").get(at(case, row)))
    assert "Write down their own email address first" in page
    assert "Say first whether they have parental responsibility" in page
    assert "How did you check who they are?" not in page


def test_he_is_let_follow_sees_the_case_and_is_stopped(case, desk, family):
    row = father(case, email="priya@people.example")
    ben = desk.as_("ben")
    assert "Let them follow the case" in text_of(ben.get(f"/cases/{case.reference}/child/"))
    missed = text_of(ben.post(at(case, row), {}))
    assert "Choose how you checked who they are" in missed
    assert "Ask them for their email address and read it back" in missed
    done = text_of(ben.post(at(case, row), {"identity": "photo", "address": "on"}, follow=True))
    assert "Karim follows the case from now" in done
    assert "with priya@people.example" in done
    told = text_of(ben.get(f"/cases/{case.reference}/child/"))
    assert "Follows this case at the family’s door since" in told
    assert "a photograph seen, by Ben" in told
    priya = family.as_("priya")
    assert case.reference in priya.get("/mine/").content.decode()
    assert "What we know about Ayaan" in text_of(priya.get(f"/mine/{case.reference}/child/"))
    page = text_of(priya.get(f"/mine/{case.reference}/"))
    assert "hides under the table" not in page, "what another wrote is theirs"
    ended = text_of(ben.post(at(case, row), {"end": "yes"}, follow=True))
    assert "Karim no longer follows the case" in ended
    assert priya.get(f"/mine/{case.reference}/").status_code == 404
    assert case.reference not in priya.get("/mine/").content.decode()
    assert Viewing.objects.filter(page="who follows the case", case_ref=case.pk).exists()


def test_a_barred_father_sees_no_address_and_the_colleague_is_warned(case, desk, family):
    around = two_homes(case, bar=True)
    known = {
        "tie": "father", "name": "Karim Rahman", "responsible": "yes", "checked_how": "court_order",
        "checked_on_day": "7", "checked_on_month": "1", "checked_on_year": "2026", "email": "priya@people.example",
    }  # fmt: skip
    ben = desk.as_("ben")
    assert ben.post(f"/cases/{case.reference}/child/people/{around.father.pk}/", known).status_code == 302
    assert "may not be told an address of this child" in text_of(ben.get(at(case, around.father)))
    ben.post(at(case, around.father), {"identity": "photo", "address": "on"})
    priya = family.as_("priya")
    for address in ("/mine/", f"/mine/{case.reference}/", f"/mine/{case.reference}/child/"):
        page = text_of(priya.get(address))
        assert [word for word in SECRETS if word in page] == [], address


def test_a_child_for_whom_nobody_asked_is_reached_from_the_list(world, desk, family):
    case = open_record(details(), by=who("ben"))
    row = father(case, email="priya@people.example")
    desk.as_("ben").post(at(case, row), {"identity": "met", "address": "on"})
    priya = family.as_("priya")
    page = priya.get("/mine/").content.decode()
    assert "Children you follow" in page
    assert "Nothing yet" not in page
    link = f"/mine/{case.reference}/child/"
    assert f'href="{link}"' in page
    child = priya.get(link).content.decode()
    assert "What we know about Ayaan" in child
    assert 'href="/mine/"' in child
    assert f'href="/mine/{case.reference}/"' not in child


def test_who_had_no_account_chooses_a_password_through_the_mailbox(case, desk, family):
    desk.as_("ben").post(at(case, father(case)), {"identity": "photo", "address": "on"})
    assert Around.objects.get(name="Karim").person.email == "karim@families.example"
    assert mail.outbox == [], "nothing is sent from here"
    family.post("/password/", {"email": "karim@families.example"})
    SENDER.submit(lambda: None).result()
    [letter] = [one for one in mail.outbox if one.to == ["karim@families.example"]]
    assert re.search(r"https?://\S+/password/\S+", letter.body)
    assert person("amina").pk != Around.objects.get(name="Karim").person_id
