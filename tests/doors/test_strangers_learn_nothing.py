"""Signing in tells nobody whether an address is known, and sends nobody anywhere else."""

import re
from urllib.parse import urljoin, urlsplit

import pytest
from django.core import mail
from django.core.cache import cache

from tests.conftest import DoorClient
from tests.personas import person

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough password"
KNOWN, UNKNOWN = "ben@people.example", "abc@people.example"
ELSEWHERE = [
    "https://evil.example/", "http://evil.example", "//evil.example/", "///evil.example", "////evil.example//",
    "/\\evil.example/", "\\\\evil.example", "/\t/evil.example", "/\n/evil.example", "https:evil.example",
    "https:/evil.example", "http:///evil.example", "javascript:alert(1)", "JaVaScRiPt:alert(1)",
    "data:text/html,<script>1</script>", "ftp://evil.example/", "https://testserver@evil.example/",
    "https://testserver.evil.example/", "//testserver\\@evil.example/", "%2f%2fevil.example", "https://evil.example\\@testserver/",
    " //evil.example", "\x00//evil.example", "//evil。example/", "vbscript:msgbox(1)",
]  # fmt: skip


@pytest.fixture(params=["desk", "family"])
def client(request, world) -> DoorClient:
    cache.clear()
    return DoorClient(request.param)


def shown(response) -> tuple:
    """All that a stranger can see of an answer, without the token and what they typed themselves."""
    body = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", response.content.decode())
    for typed in (KNOWN, UNKNOWN):
        body = body.replace(typed, "")
    headers = {
        name: value
        for name, value in response.headers.items()
        if name not in {"Set-Cookie", "Content-Length", "Expires"}
    }
    return response.status_code, headers, sorted(response.cookies), body


def test_a_wrong_password_and_an_unknown_address_get_the_same_page(client):
    answers = [shown(client.post("/sign-in/", {"login": who, "password": "not it"})) for who in (KNOWN, UNKNOWN)]
    assert answers[0] == answers[1]
    assert "Error:" in answers[0][3]


def test_an_account_that_is_closed_looks_like_one_that_never_was(client):
    closed = person("ben")
    closed.is_active = False
    closed.save()
    answers = [shown(client.post("/sign-in/", {"login": who, "password": "not it"})) for who in (KNOWN, UNKNOWN)]
    assert answers[0] == answers[1]


def test_asking_for_a_new_password_tells_nothing_and_writes_only_to_a_known_address(client):
    answers = []
    for who in (KNOWN, UNKNOWN):
        first = client.post("/password/", {"email": who})
        answers.append((shown(first), shown(client.get(first["Location"]))))
    assert answers[0] == answers[1]
    assert [message.to for message in mail.outbox] == [[KNOWN]]


def test_asking_with_capitals_tells_nothing_either(client):
    answers = [shown(client.post("/password/", {"email": who.upper()})) for who in (KNOWN, UNKNOWN)]
    assert answers[0] == answers[1]


def test_a_link_for_a_new_password_works_once_and_never_for_somebody_else(client):
    client.post("/password/", {"email": KNOWN})
    link = "/" + re.search(r"https?://\S+", mail.outbox[0].body).group(0).split("/", 3)[3]
    form = client.get(link, follow=True).redirect_chain[-1][0]
    chosen = {"password1": "quite another long one", "password2": "quite another long one"}
    assert client.post(form, chosen).status_code == 302
    again = DoorClient(client.door).get(link, follow=True)
    assert "This link no longer works" in again.content.decode()
    assert person("ben").check_password("quite another long one")


def test_the_link_for_a_new_password_is_of_this_house_whatever_the_request_says(client):
    client.post("/password/", {"email": KNOWN}, headers={"X-Forwarded-Host": "evil.example"})
    assert "evil.example" not in mail.outbox[0].body


@pytest.mark.parametrize("elsewhere", ELSEWHERE)
def test_signing_in_and_out_leads_nowhere_else(client, elsewhere):
    first = client.get("/sign-in/", {"next": elsewhere})
    assert 'href="https://evil' not in first.content.decode()
    places = [
        client.post("/sign-in/", {"login": KNOWN, "password": PASSWORD, "next": elsewhere}),
        client.get("/sign-in/", {"next": elsewhere}),
        client.post("/sign-in/again/", {"password": PASSWORD, "next": elsewhere}),
        client.post("/sign-out/", {"next": elsewhere}),
        client.post("/password/", {"email": KNOWN, "next": elsewhere}),
    ]
    for answer in places:
        as_browsers_read_it = re.sub(r"[\\\t\r\n]", "/", answer.headers.get("Location", "/"))
        place = urlsplit(urljoin("http://testserver/sign-in/", as_browsers_read_it))
        assert (place.scheme, place.netloc) == ("http", "testserver"), answer.headers["Location"]


def test_a_page_of_ours_is_where_signing_in_leads_back_to(client):
    answer = client.post("/sign-in/", {"login": KNOWN, "password": PASSWORD, "next": "/contact/"})
    assert answer["Location"] == "/contact/"


def test_guessing_is_slowed_down_whoever_is_guessed_at(client):
    for who in (KNOWN, UNKNOWN):
        cache.clear()
        answers = [client.post("/sign-in/", {"login": who, "password": f"guess {n}"}) for n in range(12)]
        assert answers[-1].status_code == 429 or "Too many" in answers[-1].content.decode()
