"""A session is of one door, of one person, and of nothing before the second step."""

import pytest
from django.test.utils import override_settings

from tests.conftest import DoorClient
from tests.factories.requests import received
from tests.personas import person, who

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough password"
OTHER = {"desk": "family", "family": "desk"}


def carried_over(client: DoorClient) -> DoorClient:
    """The same browser at the other door, with its session put under that door's cookie name too."""
    there = DoorClient(OTHER[client.door])
    key = client.cookies[client.settings["SESSION_COOKIE_NAME"]].value
    for name in (client.settings["SESSION_COOKIE_NAME"], there.settings["SESSION_COOKIE_NAME"]):
        there.cookies[name] = key
    return there


def test_a_staff_session_is_nothing_at_the_family_door(desk):
    received(by=who("amina"))
    desk.as_("ben")
    assert desk.get("/requests/").status_code == 200
    family = carried_over(desk)
    assert family.get("/mine/").headers["Location"].startswith("/sign-in/")
    assert b"Sign out" not in family.get("/").content


def test_a_family_session_is_nothing_at_the_desk(family):
    family.as_("amina")
    assert family.get("/mine/").status_code == 200
    desk = carried_over(family)
    assert desk.get("/").headers["Location"].startswith("/sign-in/")
    assert desk.get("/requests/").headers["Location"].startswith("/sign-in/")


def test_somebody_who_is_staff_and_a_parent_is_at_each_door_what_that_door_honours(world, desk, family):
    from accounts.models import Membership
    from accounts.roles import Role

    Membership.objects.create(authority_id="355", person=person("ben"), role=Role.PARENT, since="2026-01-05")
    own = received(by=who("amina"))
    assert desk.as_("ben").get(f"/requests/{own.case.reference}/").status_code == 200
    assert family.as_("ben").get(f"/mine/{own.case.reference}/").status_code == 404
    assert family.get("/mine/").status_code == 200
    assert own.case.reference not in family.get("/mine/").content.decode()


def test_the_key_of_a_session_changes_when_somebody_signs_in(desk):
    desk.get("/sign-in/")
    with override_settings(**desk.settings):
        session = desk.session
        session["before"] = "planted"
        session.save()
    planted = session.session_key
    desk.cookies[desk.settings["SESSION_COOKIE_NAME"]] = planted
    desk.post("/sign-in/", {"login": "ben@people.example", "password": PASSWORD})
    assert desk.cookies[desk.settings["SESSION_COOKIE_NAME"]].value != planted


def test_signing_out_ends_the_session_for_good(desk):
    desk.as_("ben")
    kept = desk.cookies[desk.settings["SESSION_COOKIE_NAME"]].value
    desk.post("/sign-out/")
    desk.cookies[desk.settings["SESSION_COOKIE_NAME"]] = kept
    assert desk.get("/requests/").headers["Location"].startswith("/sign-in/")


def test_a_person_who_is_shut_out_is_out_at_the_next_click(desk):
    desk.as_("ben")
    assert desk.get("/requests/").status_code == 200
    ben = person("ben")
    ben.is_active = False
    ben.save()
    assert desk.get("/requests/").headers["Location"].startswith("/sign-in/")


def test_a_changed_password_ends_every_other_session(desk):
    desk.as_("ben")
    ben = person("ben")
    ben.set_password("quite another long one")
    ben.save()
    assert desk.get("/requests/").headers["Location"].startswith("/sign-in/")


def test_a_role_that_ended_is_gone_at_the_next_click(desk):
    from core import clock

    desk.as_("ben")
    person("ben").memberships.update(until=clock.today().replace(day=1))
    assert desk.get("/requests/").status_code == 404


@pytest.mark.parametrize("door", ["desk", "family"])
def test_cookies_are_for_the_server_alone_and_for_this_door(world, door):
    client = DoorClient(door)
    client.get("/sign-in/")
    client.as_("ben" if door == "desk" else "amina")
    client.get("/")
    assert set(client.cookies) == {f"sendpath_{door}_session", f"sendpath_{door}_csrf"}
    client.post("/sign-in/", {})
    for name in client.cookies:
        if client.cookies[name]["samesite"]:
            assert client.cookies[name]["samesite"] == "Lax"
            assert client.cookies[name]["httponly"]


@pytest.mark.parametrize("door", ["desk", "family"])
def test_the_cookies_a_page_sets_are_marked(world, door):
    client = DoorClient(door)
    answer = client.post("/sign-in/", {"login": "ben@people.example", "password": PASSWORD})
    set_here = [answer.cookies[name] for name in answer.cookies]
    assert {cookie.key for cookie in set_here} >= {f"sendpath_{door}_session"}
    for cookie in set_here:
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        assert cookie["path"] == "/"


@pytest.mark.parametrize(("door", "name"), [("desk", "ben"), ("desk", "carys"), ("desk", "dev"), ("family", "amina")])
def test_after_a_password_alone_every_door_leads_to_the_second_step(world, door, name):
    client = DoorClient(door)
    client.post("/sign-in/", {"login": f"{name}@people.example", "password": PASSWORD})
    for page in {"desk": ("/", "/requests/", "/teams/", "/api/v1/requests/"), "family": ("/mine/",)}[door]:
        assert client.get(page).headers["Location"] == "/second-step/set-up/"


def test_a_password_in_the_header_of_the_machines_door_opens_nothing(desk):
    import base64

    header = "Basic " + base64.b64encode(f"ben@people.example:{PASSWORD}".encode()).decode()
    answer = desk.get("/api/v1/requests/", headers={"Authorization": header})
    assert answer.headers["Location"].startswith("/sign-in/")
    half = desk.as_("ben", second_step=False)
    assert (
        half.get("/api/v1/requests/", headers={"Authorization": header}).headers["Location"] == "/second-step/set-up/"
    )
