"""Somebody who follows every link they are shown, and tries every address there is."""

import re
from dataclasses import dataclass
from html import unescape

from tests.doors.sweep import REST, filled, is_shut, table
from tests.doors.walk import Objects, Visit

LINKS = re.compile(r'(?:href|action|src)="([^"#]+)"')
FAR_ENOUGH = 2500


@dataclass(frozen=True)
class Page:
    """One thing somebody was shown."""

    asked: str
    status: int
    shown: str


def everything_shown_to(door: str, name: str, objects: Objects) -> list[Page]:
    """Every page this person reaches: from the addresses of the table, and on by every link. Something is posted
    where there is something to post to."""
    visit = Visit(door, name)
    waiting = [
        (line.method, *filled(line, objects))
        for line in table(door)
        if (line.method == "GET" or line.data or "{" in line.path) and not (name in REST and is_shut(line, door, name))
    ]
    seen, pages = set(), []
    while waiting and len(seen) < FAR_ENOUGH:
        method, path, data = waiting.pop(0)
        if (method, path, str(data)) in seen or path.startswith("/static/"):
            continue
        seen.add((method, path, str(data)))
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
