"""The whole house, started once as a person starts it, and browsers that walk in."""

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.hands import follow
from tests.factories.provider import CLIENT, SECRET, Provider
from tests.machine.test_the_whole_house import _House

HERE = Path(__file__).parent
PATIENCE = 300


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """Debian's Chromium, or the machine's own."""
    from launch.browser import chromium
    from tests.plugin.browser import FLAGS

    return {"executable_path": chromium(), "args": FLAGS}


@pytest.fixture(scope="session")
def single_sign_on() -> Iterator[Provider]:
    """A provider that the house knows, really there for browsers and for the house."""
    provider = Provider()
    yield provider
    provider.stop()


@pytest.fixture(scope="session")
def house(browser: Browser, single_sign_on: Provider) -> Iterator["_House"]:
    """The demonstration, with its families loaded. ``browser`` is asked for so that none of this starts without one."""
    known = {"URL": single_sign_on.url, "CLIENT": CLIENT, "SECRET": SECRET}
    outer = Path(tempfile.mkdtemp(prefix="sendpath-browsed-", dir="/var/tmp"))
    outer.chmod(0o755)
    running = _House(outer / "var", **{f"SENDPATH_SSO_{name}": value for name, value in known.items()})
    try:
        end = time.monotonic() + PATIENCE
        while not running.has_said("families are there"):
            assert running.process.poll() is None and time.monotonic() < end, running.said.read_text()
            time.sleep(0.3)
        yield running
    finally:
        running.stop()
        shutil.rmtree(outer, ignore_errors=True)


class Visit:
    """One person's browser at one door, and everything it complained of."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.context, self.address = context, address
        self.complaints: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _hear(self, line) -> None:
        expected = "status of 4"  # a page that is meant to be refused
        if line.type in ("error", "warning") and expected not in line.text:
            self.complaints.append(line.text)

    def go(self, path: str) -> Page:
        self.page.goto(self.address + path)
        return self.page

    def as_(self, name: str) -> "Visit":
        follow(self.go("/demo/").get_by_role("button", name=name).first)
        return self


@pytest.fixture
def visit(house, browser: Browser) -> Iterator[Callable[..., Visit]]:
    """``visit("family", width=360)``: a fresh browser at a door."""
    opened = []

    def walk_in(door: str, width: int = 1280, script: bool = True) -> Visit:
        port = house.desk if door == "desk" else house.family
        context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=script)
        context.set_default_timeout(15_000)
        opened.append(context)
        return Visit(context, f"http://127.0.0.1:{port}")

    yield walk_in
    for context in opened:
        context.close()


@pytest.hookimpl(tryfirst=True)  # before the groups are read
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One house for all who walk into it, so one worker takes them; another takes those whose desk runs in the test."""
    for item in items:
        if HERE in Path(item.path).parents:
            item.add_marker(pytest.mark.slow_house)
            item.add_marker(pytest.mark.slow)
            item.add_marker(pytest.mark.xdist_group("one house" if "house" in item.fixturenames else "one desk"))
