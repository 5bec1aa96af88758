"""Takes the README's pictures: starts a demonstration of its own, and opens its pages in Chromium."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from launch import ports
from launch.browser import chromium
from launch.places import ROOT, var
from launch.words import Trouble, say

ALBUM = ROOT / "docs" / "screenshots"
DESK, PHONE = 1366, 360
READY, NOT_READY = "families are there", "could not all be loaded"


@dataclass(frozen=True)
class Picture:
    """One file of the album: whose door, how wide, who looks, and how to get to the page."""

    name: str
    door: str
    width: int
    way: Callable[[Any], None]
    who: str = ""


def _queue(page: Any) -> None:
    page.goto("/requests/")


def _first_request(page: Any) -> None:
    _queue(page)
    page.locator("main a[href^='/requests/']").first.click()


def _first_case(page: Any) -> None:
    _first_request(page)
    page.locator("main a[href^='/cases/']").first.click()


def _what_if(page: Any) -> None:
    started = "request_for_an_assessment_or_received"
    page.goto(
        f"/rules/what-if/?process=draft&{started}_day=24&{started}_month=8&{started}_year=2026"
        "&draft_plan_served_day=4&draft_plan_served_month=12&draft_plan_served_year=2026"
    )


def _why(page: Any) -> None:
    page.goto("/work/?whose=team&kind=EHCNA-DECIDE")
    page.locator("main a[href*='/deadlines/']").first.click()


def _decide(page: Any) -> None:
    page.goto("/decisions/")
    page.locator("main table a").first.click()


def _same_child(page: Any) -> None:
    """Two records of one invented child, entered here: the page that asks how one knows."""
    for given, family in (("Callum", "Reilly"), ("Calum", "Riley")):
        page.goto("/records/new/")
        typed = {"given_name": given, "family_name": family, "born_on_day": "3", "born_on_month": "3"}
        for name, value in (typed | {"born_on_year": "2019"}).items():
            page.fill(f"[name={name}]", value)
        page.get_by_role("button", name="Open the record").click()
        page.wait_for_url("**/child/")
    page.get_by_role("link", name="Deadlines and history").click()
    page.get_by_role("button", name="Same child: join to").first.click()
    page.fill("[name=reason]", "The nursery’s form and the health visitor’s letter are about one boy.")


PICTURES = [
    Picture("family-start-phone", "family", PHONE, lambda page: page.goto("/salford/")),
    Picture("family-asking-phone", "family", PHONE, lambda page: page.goto("/salford/ask/")),
    Picture("desk-work", "desk", DESK, lambda page: page.goto("/work/?whose=team"), "Anita Rowe"),
    Picture("desk-why", "desk", DESK, _why, "Shauna Kirk"),
    Picture("desk-rule", "desk", DESK, lambda page: page.goto("/rules/PLAN-FINAL/"), "Dilip Sharma"),
    Picture("desk-what-if", "desk", DESK, _what_if, "Shauna Kirk"),
    Picture("desk-in-time", "desk", DESK, lambda page: page.goto("/in-time/"), "Yvonne Castell"),
    Picture("desk-activity", "desk", DESK, lambda page: page.goto("/activity/?period=2017"), "Anita Rowe"),
    Picture("desk-queue", "desk", DESK, _queue, "Shauna Kirk"),
    Picture("desk-request", "desk", DESK, _first_request, "Shauna Kirk"),
    Picture("desk-case", "desk", DESK, _first_case, "Shauna Kirk"),
    Picture("desk-decide", "desk", DESK, _decide, "Neil Hargreaves"),
    Picture("desk-post", "desk", DESK, lambda page: page.goto("/post/"), "Anita Rowe"),
    Picture("desk-setting-up", "desk", DESK, lambda page: page.goto("/setup/"), "Greg Talbot"),
    Picture("desk-people", "desk", DESK, lambda page: page.goto("/people/"), "Greg Talbot"),
    Picture("desk-same-child", "desk", DESK, _same_child, "Shauna Kirk"),  # enters two records, so it comes last
]


def take(arguments: list[str]) -> int:
    """Take all pictures, or those named."""
    chosen = [picture for picture in PICTURES if not arguments or picture.name in arguments]
    if not chosen:
        raise Trouble(f"There is no such picture. These can be taken: {', '.join(one.name for one in PICTURES)}.")
    ALBUM.mkdir(parents=True, exist_ok=True)
    with _demonstration() as doors, _browser() as browser:
        for picture in chosen:
            _snap(browser, doors, picture)
            say(f"Taken: {picture.name}.")
    return 0


def _snap(browser: Any, doors: dict[str, str], picture: Picture) -> None:
    phone = picture.width == PHONE
    context = browser.new_context(
        base_url=doors[picture.door],
        viewport={"width": picture.width, "height": 740 if phone else 820},
        device_scale_factor=2 if phone else 1,
        reduced_motion="reduce",
        locale="en-GB",
    )
    page = context.new_page()
    if picture.who:
        page.goto("/demo/")
        page.get_by_role("button", name=picture.who).first.click()
    picture.way(page)
    page.screenshot(path=ALBUM / f"{picture.name}.png", full_page=phone)
    context.close()


@contextmanager
def _browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    flags = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=flags)
        yield browser
        browser.close()


@contextmanager
def _demonstration() -> Iterator[dict[str, str]]:
    """A house of our own, from nothing, so that the pictures are the same every time."""
    folder = Path(f"{var()}-for-pictures")
    shutil.rmtree(folder, ignore_errors=True)
    desk, family = ports.next_free(18000, set(), "desk"), ports.next_free(18500, set(), "family door")
    env = os.environ | {"SENDPATH_VAR": str(folder), "SENDPATH_DESK_PORT": str(desk)}
    house = subprocess.Popen(
        [sys.executable, str(ROOT / "start.py")],
        env=env | {"SENDPATH_FAMILY_PORT": str(family)},
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        say("Starting a demonstration to look at.")
        for line in house.stdout or ():
            if READY in line:
                break
            if NOT_READY in line:
                raise Trouble("The demonstration's families could not be loaded, so there is nothing to look at.")
        else:
            raise Trouble("The demonstration did not start.")
        yield {"desk": f"http://127.0.0.1:{desk}", "family": f"http://127.0.0.1:{family}"}
    finally:
        house.send_signal(signal.SIGTERM)
        house.communicate(timeout=60)
        shutil.rmtree(folder, ignore_errors=True)
