"""One walk of one person through a whole door: every line of the expectation table, asked for once."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.http import HttpResponse

from tests.doors.walk import Objects, Visit, lay_out
from tests.personas import GROUPS

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
        codes = words[2 + len(data) :]
        codes = codes * len(people) if len(codes) == 1 else codes
        expected = {
            name: code for column, code in zip(people, codes, strict=True) for name in GROUPS.get(column, [column])
        }
        lines += [Line(method, words[1], data, expected) for method in words[0].split("|")]
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


def walk_through(door: str, name: str) -> list[Answer]:
    """Everything this person gets. The tables are as they were afterwards."""
    objects, visit = lay_out(), Visit(door, name)
    nowhere = [Line(method, NOWHERE, (), {}) for method in ("GET", "POST")]
    answers = []
    for line in [*table(door), *nowhere]:
        response = visit.ask(line.method, *filled(line, objects))
        headers = {key: value for key, value in response.headers.items() if key != "Set-Cookie"}
        answers.append(Answer(line, code_of(response), response.body, headers, tuple(response.cookies)))
    return answers
