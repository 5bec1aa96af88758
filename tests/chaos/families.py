"""Many families asking over the wire, each in a browser of its own."""

import re
import urllib.parse
import urllib.request
from collections.abc import Iterable
from http.cookiejar import CookieJar

from tests.pages.asking import ANSWERS

REFERENCE = re.compile(r"[A-Z]{3}-\w{4}-\w{4}")


class Browser:
    """One family's browser."""

    def __init__(self, address: str) -> None:
        self.address, self.jar = address, CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))

    def open(self, path: str, data: dict[str, str] | None = None) -> str:
        if data is not None:
            token = next(cookie.value for cookie in self.jar if cookie.name.endswith("_csrf"))
            encoded = urllib.parse.urlencode(data | {"csrfmiddlewaretoken": token}).encode()
        with self.opener.open(self.address + path, encoded if data is not None else None, timeout=60) as answer:
            return answer.read().decode()


def ask(address: str, email: str) -> str:
    """Asks for help from the first page to the receipt, and returns the reference."""
    browser = Browser(address)
    browser.open("/salford/ask/who/")
    for key, answers in ANSWERS.items():
        browser.open(f"/salford/ask/{key}/", answers | ({"email": email} if key == "you" else {}))
    receipt = browser.open("/salford/ask/check/", {})
    found = REFERENCE.search(receipt)
    if not found or email not in receipt:
        raise AssertionError(f"{email} saw no receipt: {receipt[:2000]}")
    return found.group(0)


def ask_all(address: str, emails: Iterable[str], references: dict[str, str]) -> None:
    """One family after another; every receipt is noted."""
    for email in emails:
        references[email] = ask(address, email)
