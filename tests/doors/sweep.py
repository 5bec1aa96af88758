"""One walk of one person through a whole door: every line of the expectation table, asked for once."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.http import HttpResponse
from django.urls import ResolverMatch, resolve

from tests.doors.walk import Objects, Visit, lay_out
from tests.personas import GROUPS, STANDINGS

TABLES = Path(__file__).parent / "expected"
NOWHERE = "/no/such/page/"


@dataclass(frozen=True)
class Line:
    """One line of the table."""

    method: str
    path: str
    data: tuple[tuple[str, str], ...]
    expected: dict[str, str]

    def __str__(self) -> str:
        return " ".join([self.method, self.path, *(f"{name}={value}" for name, value in self.data)])


@dataclass(frozen=True)
class Answer:
    """What somebody got."""

    line: Line
    code: str
    body: bytes
    headers: dict[str, str]
    cookies: tuple[str, ...]


@cache
def table(door: str) -> tuple[Line, ...]:
    """The table of a door."""
    people: list[str] = []
    lines = []
    for text in (TABLES / f"{door}.txt").read_text(encoding="utf-8").splitlines():
        words = text.split()
        if not words or words[0].startswith("#"):
            continue
        if not people:
            people = words
            continue
        data = tuple(tuple(word.split("=", 1)) for word in words[2:] if "=" in word)
        codes = [word for word in words[2 + len(data) :] if ":" not in word]
        alone = dict(word.split(":") for word in words[2 + len(data) :] if ":" in word)
        codes = codes * len(people) if len(codes) == 1 else codes
        expected = {
            name: code for column, code in zip(people, codes, strict=True) for name in GROUPS.get(column, [column])
        }
        assert set(alone) <= set(expected), f"nobody is called so: {text}"
        lines += [Line(method, words[1], data, expected | alone) for method in words[0].split("|")]
    return tuple(lines)


def code_of(response: HttpResponse) -> str:
    """The status, or where somebody was sent who has not shown who they are."""
    if response.status_code == 302 and response["Location"].startswith("/sign-in/?"):
        return "in"
    if response.status_code == 302 and response["Location"].startswith("/second-step/set-up/"):
        return "step"
    return str(response.status_code)


def filled(line: Line, objects: Objects) -> tuple[str, dict[str, str]]:
    """The address and what is posted, with real keys and references."""
    return line.path.format(**objects.places), {name: value.format(**objects.places) for name, value in line.data}


def leads_to(line: Line, door: str) -> ResolverMatch:
    """The page a line of the table is about. A line that leads nowhere fails."""
    some_key = "00000000-0000-7000-8000-000000000000"
    return resolve(re.sub(r"{\w+}", some_key, line.path.partition("?")[0]), urlconf=f"sendpath.urls_{door}")


REST = {member for members in GROUPS.values() for member in members[1:]}
"""Everybody of a group but its first, who is walked to every address."""


def is_shut(line: Line, door: str, name: str) -> bool:
    """Whether the page's own mark leaves this person's role out. What becomes of that is the same for every role, and
    the first of each group is walked there; the rest are walked to where a mark lets them in, or does not ask."""
    roles = leads_to(line, door).func.mark.roles
    return bool(roles) and STANDINGS[name][0] not in roles


def walk_through(door: str, name: str) -> list[Answer]:
    """Everything this person gets. The tables are as they were afterwards."""
    objects, visit = lay_out(), Visit(door, name)
    nowhere = [Line(method, NOWHERE, (), {}) for method in ("GET", "POST")]
    there = [line for line in table(door) if name not in REST or not is_shut(line, door, name)]
    with visit.at_the_door():
        return [answer_to(visit, line, objects) for line in [*there, *nowhere]]


def answer_to(visit: Visit, line: Line, objects: Objects) -> Answer:
    """What one line got."""
    response = visit.ask(line.method, *filled(line, objects))
    headers = {key: value for key, value in response.headers.items() if key != "Set-Cookie"}
    return Answer(line, code_of(response), response.body, headers, tuple(response.cookies))
