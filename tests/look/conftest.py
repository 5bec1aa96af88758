"""Shows a rendered page to a real browser without a server: every address is answered from memory or disk."""

import mimetypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlparse

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from playwright.sync_api import Browser, Page, Route

from launch.browser import chromium
from tests.plugin.browser import FLAGS

HOUSE = "http://look.test"


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """Here as well as in the plugin: of two plugins the later wins, and a conftest beats both."""
    return {"executable_path": chromium(), "args": FLAGS}


def policy() -> str:
    """Our content security policy, as the middleware would send it."""
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    return "; ".join(f"{name} {' '.join(values)}" for name, values in directives.items())


@dataclass
class Shown:
    """A page as somebody sees it, and what the browser complained of."""

    page: Page
    complaints: list[str] = field(default_factory=list)


def answer(route: Route, html: str) -> None:
    """Our own files come from disk; any other address is the page itself."""
    path = urlparse(route.request.url).path
    if not path.startswith(settings.STATIC_URL):
        route.fulfill(body=html, content_type="text/html", headers={"Content-Security-Policy": policy()})
    elif found := finders.find(path.removeprefix(settings.STATIC_URL)):
        kind = mimetypes.guess_type(found)[0] or "application/octet-stream"
        route.fulfill(body=Path(found).read_bytes(), content_type=kind)
    else:
        route.fulfill(status=404, body="")


@pytest.fixture
def show(browser: Browser) -> Iterator[Callable[..., Shown]]:
    """``show(html, width=360)`` opens it in a window of its own."""
    windows = []

    def open_it(html: str, width: int = 1280, script: bool = True) -> Shown:
        window = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=script)
        windows.append(window)
        shown = Shown(window.new_page())
        heard = shown.complaints.append
        shown.page.on("console", lambda line: heard(line.text) if line.type in ("error", "warning") else None)
        shown.page.on("pageerror", lambda error: heard(str(error)))
        shown.page.on("request", lambda asked: None if asked.url.startswith(HOUSE) else heard(asked.url))
        shown.page.route("**/*", lambda route: answer(route, html))
        shown.page.goto(f"{HOUSE}/", wait_until="networkidle")
        return shown

    yield open_it
    for window in windows:
        window.close()
