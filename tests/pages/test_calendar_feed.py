"""A calendar program reads what somebody owes, from an address that is the key, and learns nothing of a child."""

import re
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from hashlib import sha256

import icalendar
import pytest
from django.core.cache import cache

from accounts.models import CalendarFeed, Membership, Person
from cases.actions.name_owner import name_owner
from cases.models import Deadline
from cases.selectors import open_deadlines_of
from core import clock
from core.past import hold
from desk.me import sparing
from ledger.models import Viewing
from pathway.actions.settle_request import settle_request
from referrals.words import AsksFor
from tests.conftest import NOW, DoorClient
from tests.factories.requests import received
from tests.pages.test_leave_pages import text_of
from tests.personas import SALFORD, THURROCK, person, who

pytestmark = pytest.mark.django_db


def address_of(client) -> str:
    """Makes an address and copies it from the page, as a path."""
    feed = CalendarFeed.objects.filter(revoked_at=None).first()
    page = client.post("/me/calendar/", {"instead_of": feed.pk if feed else ""})
    return re.search(r'value="http://127.0.0.1:8000(/calendar/[\w-]+\.ics)"', page.content.decode())[1]


def program() -> DoorClient:
    """A calendar program: it cannot sign in."""
    return DoorClient("desk")


def events(path: str) -> list[icalendar.Event]:
    answer = program().get(path)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    return icalendar.Calendar.from_ical(answer.content).events


def titles(path: str) -> set[str]:
    return {str(event["SUMMARY"]) for event in events(path)}


@contextmanager
def later(**by: int):
    with hold(NOW + timedelta(**by)):
        yield


def test_the_address_is_shown_once_in_full_and_only_its_digest_is_kept(desk):
    ben = desk.as_("ben")
    assert "No calendar reads your deadlines." in text_of(ben.get("/me/"))
    path = address_of(ben)
    secret = path.removeprefix("/calendar/").removesuffix(".ics")
    assert len(secret) == 43
    feed = CalendarFeed.objects.get()
    assert feed.digest == sha256(secret.encode()).hexdigest()
    assert secret not in str(CalendarFeed.objects.values())
    for page in ("/me/", "/me/calendar/", "/me/calendar/stop/"):
        assert secret not in ben.get(page).content.decode()


def test_a_deadline_is_a_duty_and_a_reference_on_the_day_to_work_to(desk):
    reference = received(AsksFor.ASSESSMENT).case.reference
    deadline = Deadline.objects.get(duty="EHCNA-DECIDE")
    found = {str(event["SUMMARY"]): event for event in events(address_of(desk.as_("ben")))}
    event = found[f"Say whether or not it will assess, {reference}"]
    assert event.decoded("DTSTART") == deadline.plan_for
    assert not isinstance(event.decoded("DTSTART"), datetime)
    assert event.decoded("DTSTAMP") == NOW
    assert event["URL"] == f"http://127.0.0.1:8000/cases/{reference}/"
    said = str(event["DESCRIPTION"])
    for day, words in ((deadline.due_strict, "Target"), (deadline.due_ordinary, "Last day")):
        assert f"{words} {day:%A} {day.day} {day:%B %Y}." in said
    assert "SEND Regulations 2014, reg" in said


def test_it_is_one_to_subscribe_to_and_to_read_again_within_the_hour(desk):
    answer = program().get(address_of(desk.as_("ben")))
    for line in (b"METHOD:PUBLISH", b"REFRESH-INTERVAL;VALUE=DURATION:PT1H", b"X-PUBLISHED-TTL:PT1H"):
        assert line in answer.content.split(b"\r\n")


def test_it_names_no_child_no_school_and_nobody_else(desk):
    received(AsksFor.UNSURE, words="He hides.", given_name="Ayaan")
    read = program().get(address_of(desk.as_("ben"))).content.decode().replace("\r\n ", "")
    for word in ("Ayaan", "Chowdhury", "Nasreen", "Broadwalk", "M5 4WT", "hides", "example", "07700", "Ben"):
        assert word not in read, word
    assert "SAL-" in read


def test_nothing_is_kept_by_a_browser_and_no_cookie_is_set(desk):
    answer = program().get(address_of(desk.as_("ben")))
    assert answer["Cache-Control"] == "no-store, private"
    assert not answer.cookies


def test_the_same_deadline_is_the_same_event_every_time(desk):
    received(AsksFor.ASSESSMENT)
    path = address_of(desk.as_("ben"))
    first = {str(event["UID"]) for event in events(path)}
    with later(days=1):
        assert {str(event["UID"]) for event in events(path)} == first
    assert len(first) == Deadline.objects.count() >= 2


def test_what_is_settled_goes_by_itself(desk):
    referral = received(AsksFor.UNSURE)
    path = address_of(desk.as_("ben"))
    before = titles(path)
    settle_request(referral.pk, AsksFor.HELP, "It asks for help.", by=who("ben"))
    after = titles(path)
    assert before - after, "what was to be settled has been"
    assert after == {f"{owed.what}, {owed.reference}" for owed in open_deadlines_of(who("ben"), 500)}


def test_only_what_they_may_see_and_is_theirs_to_do(desk):
    ours = received().case.reference
    theirs = received(by=None, given_name="Noor").case
    abroad = Membership.objects.get(person=person("tom"))
    assert abroad.authority_id == THURROCK
    assert {title.rpartition(", ")[2] for title in titles(address_of(desk.as_("ben")))} == {ours, theirs.reference}
    CalendarFeed.objects.all().delete()
    assert titles(address_of(desk.as_("tom"))) == set()
    CalendarFeed.objects.all().delete()
    assert titles(address_of(desk.as_("hal"))) == set(), "Hal sees every case, and answers for none"
    name_owner(theirs.pk, person("hal").pk, by=who("carys"))
    path = address_of_open(desk, "hal")
    assert {title.rpartition(", ")[2] for title in titles(path)} == {theirs.reference}


def address_of_open(desk, name: str) -> str:
    return address_of(desk.as_(name))


def test_the_nearest_first_and_no_more_than_a_calendar_can_hold(world):
    for _number in range(4):
        received(AsksFor.ASSESSMENT)
    days = [owed.day for owed in open_deadlines_of(who("ben"), 3)]
    assert days == sorted(days)
    assert len(days) == 3


def test_a_wrong_secret_looks_like_any_page_that_is_not_there(desk):
    nowhere = program().get("/no/such/page/")
    wrong = program().get(f"/calendar/{'x' * 43}.ics")
    assert (wrong.status_code, wrong.content) == (404, nowhere.content)


def test_a_new_address_stops_the_old_one(desk):
    ben = desk.as_("ben")
    old = address_of(ben)
    new = address_of(ben)
    assert program().get(old).status_code == 404
    assert program().get(new).status_code == 200


def test_a_page_sent_twice_does_not_take_away_the_address_just_copied(desk):
    ben = desk.as_("ben")
    path = address_of(ben)
    page = ben.post("/me/calendar/", {"instead_of": ""}, follow=True)
    assert "You have an address already." in text_of(page)
    assert program().get(path).status_code == 200
    assert CalendarFeed.objects.count() == 1


@pytest.mark.parametrize("given", ["nonsense", "00000000-0000-7000-8000-000000000000"])
def test_nor_does_one_that_names_another(desk, given):
    ben = desk.as_("ben")
    path = address_of(ben)
    ben.post("/me/calendar/", {"instead_of": given})
    assert program().get(path).status_code == 200


def test_ben_stops_it_after_being_asked(desk):
    ben = desk.as_("ben")
    path = address_of(ben)
    assert "Stop the address of your calendar?" in text_of(ben.get("/me/calendar/stop/"))
    assert program().get(path).status_code == 200, "being asked stops nothing"
    page = ben.post("/me/calendar/stop/", follow=True)
    assert "The address has stopped." in text_of(page)
    assert "No calendar reads your deadlines." in text_of(page)
    assert program().get(path).status_code == 404
    assert ben.get("/me/calendar/stop/").status_code == 302, "there is none to stop"


def left(name: str) -> None:
    Membership.objects.filter(person=person(name)).update(until=clock.today() - timedelta(days=1))


def locked(name: str) -> None:
    Person.objects.filter(pk=person(name).pk).update(is_active=False)


def moved(name: str) -> None:
    """To another council: what was opened to them at Salford is not."""
    left(name)
    Membership.objects.create(authority_id=THURROCK, person=person(name), role="bridge_worker", since=date(2026, 1, 5))


def became_an_administrator(name: str) -> None:
    Membership.objects.filter(person=person(name)).update(role="administrator", team=None)


@pytest.mark.parametrize("what", [left, locked, moved, became_an_administrator])
def test_whoever_no_longer_works_on_cases_here_reads_nothing(desk, what):
    received()
    path = address_of(desk.as_("ben"))
    what("ben")
    assert program().get(path).status_code == 404


def test_an_administrator_sees_no_case_and_is_offered_no_calendar(desk):
    page = text_of(desk.as_("dev").get("/me/")).replace("School calendars", "")  # the way to another page
    assert "calendar" not in page


def test_reading_is_noted_once_an_hour_and_is_no_viewing_of_a_case(desk):
    received()
    path = address_of(desk.as_("ben"))
    assert "Not read yet" in text_of(desk.get("/me/"))
    events(path)
    assert CalendarFeed.objects.get().read_at == NOW
    with later(minutes=59):
        events(path)
    assert CalendarFeed.objects.get().read_at == NOW
    with later(minutes=60):
        events(path)
    assert CalendarFeed.objects.get().read_at == NOW + timedelta(minutes=60)
    assert "Last read Wednesday 18 November 2026 at 12:02pm" in text_of(desk.get("/me/"))
    assert not Viewing.objects.exists()


def test_a_program_that_asks_without_end_is_told_to_wait(desk):
    path = address_of(desk.as_("ben"))
    codes = [program().get(path).status_code for _number in range(sparing.READS + 1)]
    assert codes == [200] * sparing.READS + [429]
    assert program().get(path)["Retry-After"] == "3600"
    assert program().get(address_of(desk)).status_code == 200, "another address is another"


def test_whoever_tries_addresses_is_stopped(desk, monkeypatch):
    monkeypatch.setattr(sparing, "WRONG", 3)
    path = address_of(desk.as_("ben"))
    codes = [program().get(f"/calendar/{number}.ics").status_code for number in range(4)]
    assert codes == [404, 404, 404, 429]
    assert program().get(path).status_code == 429
    cache.clear()
    assert program().get(path).status_code == 200


def test_it_is_only_ever_read(desk):
    path = address_of(desk.as_("ben"))
    assert program().post(path).status_code == 405
    assert program().head(path).status_code == 200


def test_the_secret_is_in_no_session(desk):
    ben = desk.as_("ben")
    secret = address_of(ben).removeprefix("/calendar/").removesuffix(".ics")
    assert secret not in str(dict(ben.session))


def test_each_council_has_its_own_address(desk):
    Membership.objects.create(authority_id=THURROCK, person=person("ben"), role="bridge_worker", since=date(2026, 1, 5))
    received()
    ben = desk.as_("ben")
    here = address_of(ben)
    ben.post("/council/", {"authority": THURROCK})
    page = ben.post("/me/calendar/", {"instead_of": ""})
    there = re.search(r"(/calendar/[\w-]+\.ics)", page.content.decode())[1]
    assert len(events(here)) > 0
    assert events(there) == []
    assert {feed.authority_id for feed in CalendarFeed.objects.filter(revoked_at=None)} == {SALFORD, THURROCK}
