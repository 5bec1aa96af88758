"""Everybody at every address of both doors: who gets in, who is sent away, and that a denial tells nothing."""

import pytest

from accounts.roles import AT_DOOR
from door.page import Mark
from tests.doors.sweep import NOWHERE, REST, is_shut, leads_to, table
from tests.doors.walk import PEOPLE, Visit, patterns
from tests.personas import STANDINGS, called

DOORS = list(PEOPLE)
EVERYBODY = [
    pytest.param(door, name, marks=pytest.mark.xdist_group(f"matrix {door} {name}"), id=f"{name} at the {door} door")
    for door, people in PEOPLE.items()
    for name in people
]
pytestmark = [pytest.mark.slow, pytest.mark.django_db]


@pytest.mark.parametrize("door", DOORS)
def test_every_page_carries_its_mark(door):
    unmarked = [
        route for route, pattern in patterns(door) if not isinstance(getattr(pattern.callback, "mark", None), Mark)
    ]
    assert unmarked == []


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_address_is_in_the_table(door, method):
    listed = {leads_to(line, door).route for line in table(door) if line.method == method}
    assert {route for route, _ in patterns(door)} - listed == set()


@pytest.mark.parametrize("door", DOORS)
def test_the_table_knows_everybody(door):
    at_home = {name for name, (role, _code) in STANDINGS.items() if role in AT_DOOR[door]}
    assert {*at_home, "nobody", "half"} <= set(PEOPLE[door])
    assert all(set(line.expected) == set(PEOPLE[door]) for line in table(door))


@pytest.mark.parametrize("door", DOORS)
def test_where_a_mark_leaves_a_role_out_the_table_says_not_found(door):
    """The rest of each group is not walked there: see ``sweep.is_shut``."""
    shut = [(line, name) for line in table(door) for name in REST & set(PEOPLE[door]) if is_shut(line, door, name)]
    assert bool(shut) == (door == "desk"), "at the family's door every page is for all of the family, or for anybody"
    assert [f"{line}: {name}" for line, name in shut if line.expected[name] != "404"] == []


@pytest.mark.parametrize(("door", "name"), EVERYBODY)
def test_everybody_gets_what_the_table_says(walked, door, name):
    wrong = [
        f"{answer.line}: expected {answer.line.expected[name]}, got {answer.code}"
        for answer in walked(door, name)
        if answer.line.path != NOWHERE and answer.line.expected[name] != answer.code
    ]
    assert wrong == []


def is_a_denial(answer) -> bool:
    """A not-found page in place of something that may or may not be there."""
    # the family’s own pages for a lost draft and a dead link
    own_words = ("/ask/", "/come/", "/confirm/", "/feedback/", "/reply/")
    if answer.line.path.startswith("/about/"):
        return False
    return answer.code == "404" and not any(words in answer.line.path for words in own_words)


@pytest.mark.parametrize(("door", "name"), EVERYBODY)
def test_what_is_not_theirs_looks_like_what_is_not_there_to_the_last_byte(walked, door, name):
    answers = walked(door, name)
    nowhere = {answer.line.method: answer for answer in answers if answer.line.path == NOWHERE}
    assert {answer.code for answer in nowhere.values()} == {"404"}
    for answer in filter(is_a_denial, answers):
        alike = nowhere[answer.line.method]
        assert answer.body == alike.body, answer.line
        assert answer.headers == alike.headers, answer.line
        assert answer.cookies == alike.cookies, answer.line


def strangers_page(door: str) -> bytes:
    """What is not there, as somebody sees it who has not signed in."""
    return Visit(door, "nobody").ask("GET", NOWHERE).body


@pytest.mark.parametrize(("door", "name"), EVERYBODY)
def test_the_page_of_a_denial_is_the_same_for_everybody(walked, door, name):
    denials = {answer.body for answer in walked(door, name) if is_a_denial(answer)}
    assert denials == {strangers_page(door)}


@pytest.mark.parametrize("door", DOORS)
def test_the_page_of_a_denial_names_nobody(world, door):
    page = strangers_page(door).decode()
    assert [called(name) for name in STANDINGS if called(name) in page] == []
    assert "Salford" not in page


@pytest.mark.parametrize(("door", "name"), EVERYBODY)
def test_nothing_is_kept_by_browsers_or_caches_and_every_page_has_its_guards(walked, door, name):
    for answer in walked(door, name):
        if answer.line.path.startswith("/brand/") and answer.code == "200":
            continue  # a council's colours
        assert "no-store" in answer.headers["Cache-Control"], answer.line
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy, answer.line
        assert "unsafe" not in policy, answer.line
        assert answer.headers["X-Content-Type-Options"] == "nosniff", answer.line
        assert answer.headers["X-Frame-Options"] == "DENY", answer.line
        assert answer.headers["Referrer-Policy"] == "same-origin", answer.line
        assert "Server" not in answer.headers


@pytest.mark.parametrize(("door", "name"), [one for one in EVERYBODY if one.values[1] == "half"])
def test_without_the_second_step_only_its_own_pages_and_the_public_ones_open(walked, door, name):
    marks = {route: pattern.callback.mark for route, pattern in patterns(door)}
    for answer in walked(door, name):
        if answer.line.path != NOWHERE:
            mark = marks[leads_to(answer.line, door).route]
            assert (answer.code == "step") == (not mark.public), answer.line
