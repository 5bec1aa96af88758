"""Nothing is taken without the token against forgery, and no odd request is an error of ours."""

import pytest

from cases.models import Case
from tests.acts.together import everything
from tests.conftest import DoorClient
from tests.doors.sweep import code_of, filled, table
from tests.doors.walk import PEOPLE, Visit, lay_out, patterns

pytestmark = pytest.mark.django_db
UNSAFE = ("POST", "PUT", "PATCH", "DELETE")
ODD = ["%00", "a%00b", "%ff", "%e2%80%ae", "x" * 500, "..%2f..%2fetc%2fpasswd", "{{7*7}}", "'%20OR%201=1--"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("door", "name"), [("desk", "ben"), ("desk", "carys"), ("family", "amina"), ("family", "nobody")]
)
def test_every_unsafe_request_without_the_token_is_refused_and_changes_nothing(world, door, name):
    objects, visit = lay_out(), Visit(door, name, checks_csrf=True)
    before = everything()
    let_in = []
    for line in {line.path: line for line in table(door)}.values():
        path, data = filled(line, objects)
        for method in UNSAFE:
            response = visit.ask(method, path, data)
            if response.status_code != 403:
                let_in.append(f"{method} {line.path}: {response.status_code}")
    assert let_in == []
    assert everything() == before


@pytest.mark.parametrize("door", PEOPLE)
def test_no_view_is_let_off_the_token(door):
    assert [route for route, pattern in patterns(door) if getattr(pattern.callback, "csrf_exempt", False)] == []


def test_a_token_of_somebody_else_is_no_token(world):
    client = DoorClient("family", enforce_csrf_checks=True)
    client.get("/salford/ask/what/")
    stolen = {"csrfmiddlewaretoken": "a" * 64, "asks_for": "help"}
    assert client.post("/salford/ask/what/", stolen).status_code == 403


def test_with_its_own_token_the_same_request_is_taken(world):
    client = DoorClient("family", enforce_csrf_checks=True)
    client.get("/salford/ask/what/")
    own = {"csrfmiddlewaretoken": client.cookies["sendpath_family_csrf"].value, "asks_for": "help"}
    assert client.post("/salford/ask/what/", own).status_code == 302


@pytest.mark.slow
@pytest.mark.parametrize(("door", "name"), [("desk", "carys"), ("family", "amina")])
def test_an_odd_address_is_not_found_and_never_an_error(world, door, name):
    """Whatever stands where a reference, a key, a link or a search should: no stack trace, no 500."""
    visit = Visit(door, name)
    for line in table(door):
        start, brace, rest = line.path.partition("{")
        if not brace or line.method != "GET":
            continue
        for odd in ODD:
            response = visit.ask("GET", start + odd + rest.partition("}")[2])
            assert response.status_code in {302, 404, 405}, f"{line.path} with {odd}: {response.status_code}"
            assert b"Traceback" not in response.body


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize(
    "path",
    [
        "/requests/?after={}", "/requests/?route={}", "/find/?q={}", "/api/v1/requests/?after={}",
        "/api/v1/requests/?route={}", "/sign-in/?next={}", "/?x={}",
    ],
)  # fmt: skip
def test_an_odd_question_is_never_an_error(world, path, odd):
    assert Visit("desk", "carys").ask("GET", path.format(odd)).status_code in {200, 302, 400, 404}


@pytest.mark.parametrize(
    ("door", "name", "path", "data"),
    [
        ("desk", "ben", "/council/", {"authority": "3\x005"}),
        ("desk", "ben", "/requests/{amina}/same/", {"into": "a\x00b"}),
        ("desk", "ben", "/requests/{amina}/", {"answer": "help\x00", "reason": "a\x00b"}),
        ("family", "nobody", "/salford/ask/what/", {"asks_for": "help\x00"}),
        ("family", "nobody", "/salford/ask/check/", {"draft": "a\x00b"}),
        ("family", "nobody", "/sign-in/", {"login": "a\x00b@x.example", "password": "\x00"}),
        ("family", "nobody", "/password/", {"email": "a\x00b@x.example"}),
    ],
)
def test_a_character_that_no_database_keeps_is_never_an_error(world, door, name, path, data):
    response = Visit(door, name).ask("POST", path.format(**lay_out().places), data)
    assert response.status_code in {200, 302, 404}


@pytest.mark.parametrize("door", PEOPLE)
@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "PROPFIND"])
def test_odd_methods_give_a_stranger_nothing(world, door, method):
    """Somebody who is not signed in gets past no mark with any method."""
    objects, visit = lay_out(), Visit(door, "nobody")
    laid_out = Case.objects.count()
    for line in table(door):
        if line.expected["nobody"] == "in" and line.method == "GET":
            response = visit.ask(method, filled(line, objects)[0])
            assert code_of(response) in {"in", "403", "405"}, line.path
    assert Case.objects.count() == laid_out


def test_an_address_without_its_last_stroke_is_sent_on_and_not_kept(world):
    response = Visit("desk", "ben").ask("GET", "/requests")
    assert response.status_code == 301
    assert "no-store" in response["Cache-Control"]


def test_an_unknown_host_gets_nothing(world):
    response = Visit("family", "nobody").ask("GET", "/", HTTP_HOST="evil.example")
    assert response.status_code == 400
    assert "no-store" in response["Cache-Control"]
    assert b"evil.example" not in response.body
