"""The one-click sign-in answers this machine alone, on the embedded database alone, and production does not have it."""

import json

import pytest

from accounts.models import Membership
from accounts.roles import Role
from tests.conftest import DoorClient
from tests.machine.apart import REAL, python
from tests.personas import person

pytestmark = pytest.mark.django_db
ELSEWHERE = ["10.0.0.5", "192.168.1.20", "203.0.113.9", "2001:db8::1", "169.254.169.254", ""]
NOT_A_COUNCIL = "<slug:slug>/"
"""At the family's door any word could be a council's, and these are not."""
ASK = """
import json, django
django.setup()
from django.urls import Resolver404, resolve
def found(path):
    try:
        return resolve(path).route
    except Resolver404:
        return None
print(json.dumps([found(path) for path in ("/demo/", "/demo/01a2019f-5418-7706-9d6c-5e34519d13df/", "/parts/")]))
"""


@pytest.fixture(params=["desk", "family"])
def client(request, world, settings) -> DoorClient:
    settings.EMBEDDED = True
    return DoorClient(request.param)


def both(client, **extra) -> tuple[int, int]:
    return (
        client.get("/demo/", **extra).status_code,
        client.post(f"/demo/{person('ben').pk}/", **extra).status_code,
    )


def test_on_this_machine_it_shows_the_invented_people_of_its_door(client):
    page = client.get("/demo/").content.decode()
    shown = {name for name in ("Amina", "Ben", "Carys", "Dev") if name in page}
    assert shown == ({"Amina"} if client.door == "family" else {"Ben", "Carys", "Dev"})
    assert client.post(f"/demo/{person('ben').pk}/").status_code == 302


@pytest.mark.parametrize("address", ELSEWHERE)
def test_from_elsewhere_it_is_not_there(client, address):
    assert both(client, REMOTE_ADDR=address) == (404, 404)


@pytest.mark.parametrize(
    "header", ["HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_X_FORWARDED_HOST", "HTTP_VIA"]
)
def test_behind_a_proxy_it_is_not_there(client, header):
    assert both(client, **{header: "127.0.0.1"}) == (404, 404)


def test_by_another_name_of_this_machine_it_is_not_there(client):
    """A page elsewhere whose name is made to point here must not press the button."""
    assert both(client, HTTP_HOST="rebound.evil.example") == (400, 400)


def test_on_a_real_database_it_is_not_there(client, settings):
    settings.EMBEDDED = False
    assert both(client) == (404, 404)


def test_nobody_real_can_be_signed_in_with_a_click(client):
    ben = person("ben")
    ben.email = "ben@salford.gov.uk"
    ben.save()
    assert client.post(f"/demo/{ben.pk}/").status_code == 404


def test_nobody_without_a_standing_at_this_door_is_signed_in(client):
    Membership.objects.filter(role=Role.PARENT).delete()
    page = client.get("/demo/").content.decode()
    assert "Amina" not in page


@pytest.mark.parametrize("door", ["desk", "family"])
def test_in_production_there_is_no_such_address(door):
    told = python("-c", ASK, **REAL, SENDPATH_DOOR=door, DJANGO_SETTINGS_MODULE="sendpath.settings")
    assert told.returncode == 0, told.stderr
    found = json.loads(told.stdout)
    assert found == [None, None, None] if door == "desk" else [NOT_A_COUNCIL, None, NOT_A_COUNCIL]
