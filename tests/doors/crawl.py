"""Somebody who follows every link they are shown, and tries every address there is."""

import re
from collections import Counter
from dataclasses import dataclass
from html import unescape

from django.urls import Resolver404, resolve

from tests.doors.sweep import REST, filled, is_shut, table
from tests.doors.walk import Objects, Visit

LINKS = re.compile(r'(?:href|action|src)="([^"#]+)"')
FAR_ENOUGH = 2500
ALIKE = 30
"""How many pages of one address are opened on the way: more than there are cases, fewer than there are rules of law."""


@dataclass(frozen=True)
class Page:
    """One thing somebody was shown."""

    asked: str
    status: int
    shown: str


def route_of(path: str, door: str) -> str:
    """Which address of the door this is, whatever its keys."""
    try:
        return resolve(path.partition("?")[0], urlconf=f"sendpath.urls_{door}").route
    except Resolver404:
        return path


def everything_shown_to(door: str, name: str, objects: Objects) -> list[Page]:
    """Every page this person reaches: from the addresses of the table, and on by every link. Something is posted
    where there is something to post to."""
    visit = Visit(door, name)
    with visit.at_the_door():
        return follow(visit, door, name, objects)


def follow(visit: Visit, door: str, name: str, objects: Objects) -> list[Page]:
    """Every page, from the addresses of the table and on by every link."""
    waiting = [
        (line.method, *filled(line, objects))
        for line in table(door)
        if (line.method == "GET" or line.data or "{" in line.path) and not (name in REST and is_shut(line, door, name))
    ]
    seen, pages, alike = set(), [], Counter()
    while waiting and len(seen) < FAR_ENOUGH:
        method, path, data = waiting.pop(0)
        if (method, path, str(data)) in seen or path.startswith("/static/"):
            continue
        seen.add((method, path, str(data)))
        alike[route := method + route_of(path, door)] += 1
        if alike[route] > ALIKE:
            continue
        response = visit.ask(method, path, data)
        head = "\n".join(f"{key}: {value}" for key, value in response.headers.items())
        body = unescape(response.body.decode("utf-8", "replace"))
        pages.append(Page(f"{method} {path}", response.status_code, f"{head}\n{body}"))
        onward = [unescape(link) for link in LINKS.findall(response.body.decode("utf-8", "replace"))]
        onward += [response["Location"]] if "Location" in response else []
        waiting += [
            ("GET", link if link.startswith("/") else path.partition("?")[0] + link, {})
            for link in onward
            if link.startswith("?") or (link.startswith("/") and not link.startswith("//"))
        ]
    assert len(seen) < FAR_ENOUGH, "there is no end to it"
    return pages
