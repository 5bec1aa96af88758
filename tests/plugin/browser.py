"""The browser tests' Chromium: Debian's or the machine's own, never a downloaded one."""

import os

import pytest

from launch.browser import chromium

OURS = {"page", "context", "browser"}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"]


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """How Playwright starts the browser."""
    return {"executable_path": chromium(), "args": FLAGS}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a browser, and leave it out where there is none. ``.ci/run`` forbids leaving it out."""
    needs_browser = [item for item in items if OURS & set(getattr(item, "fixturenames", ()))]
    for item in needs_browser:
        item.add_marker(pytest.mark.browser)
    if chromium() is None:
        if needs_browser and os.environ.get("SENDPATH_NEEDS_BROWSER") == "1":
            raise pytest.UsageError("There is no Chromium, and SENDPATH_NEEDS_BROWSER=1 says there must be.")
        for item in needs_browser:
            item.add_marker(pytest.mark.skip(reason="no Chromium on this machine"))
