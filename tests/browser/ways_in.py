"""How colleagues get in, in a browser: letters read, passwords chosen, second steps set up, passkeys made."""

import re
import time
from email import message_from_string, policy
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.hands import fill, follow, go_on, says
from tests.pages.test_sign_in import code_for

PASSWORD = "violet tractor harbour"
APART = "-" * 79
"""Between two letters of one file of the demonstration's mail folder."""


def in_letter(folder: Path, to: str, pattern: str, *, but: frozenset[str] = frozenset(), patience: float = 30) -> str:
    """What the newest letter to somebody says where ``pattern`` looks, once there is one that was not read before."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        for file in sorted((folder / "mail").glob("*"), key=lambda one: one.stat().st_mtime_ns, reverse=True):
            for raw in reversed(file.read_text().split(APART)):
                letter = message_from_string(raw.lstrip(), policy=policy.default)
                if letter["To"] != to:
                    continue
                found = re.search(pattern, letter.get_content())
                if found and found.group(1) not in but:
                    return found.group(1)
        time.sleep(0.3)
    raise AssertionError(f"no letter to {to} says {pattern}")


def letters_to(folder: Path, to: str) -> int:
    """How many letters went to somebody."""
    return sum(f"To: {to}\n" in file.read_text() for file in (folder / "mail").glob("*"))


def with_somewhere_for_passkeys(page: Page) -> Page:
    """A virtual authenticator that says yes to whoever asks."""
    keys = page.context.new_cdp_session(page)
    keys.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True}
    options |= {"hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True}
    keys.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return page


def set_up_an_app(page: Page) -> str:
    """The second step, by an authenticator app. Returns its secret."""
    page.wait_for_url("**/second-step/set-up/")
    secret = "".join(page.inner_text(".sp-secret").split())
    page.fill("[name=code]", code_for(secret))
    page.press("[name=code]", "Enter")
    page.wait_for_url("**/second-step/codes/")
    return secret


def accept(page: Page, folder: Path, email: str) -> str:
    """From the letter to the codes of the second step. Returns the secret of the app."""
    page.goto(in_letter(folder, email, r"https?://[^/]+(/invitation/\S+)"))
    go_on(page, "Send me a code")
    page.fill("[name=code]", in_letter(folder, email, r"\b([A-Z]{4}-[A-Z]{4})\b"))
    go_on(page, "Go on")
    fill(page, {"password1": PASSWORD})
    page.fill("[name=password2]", PASSWORD)
    go_on(page, "Use this password and accept")
    return set_up_an_app(page)


def make_a_passkey(page: Page, name: str) -> None:
    page.goto("/second-step/")
    follow(page.get_by_role("link", name="Make a passkey"))
    if "/again/" in page.url:
        page.fill("[name=password]", PASSWORD)
        page.press("[name=password]", "Enter")
        page.wait_for_url("**/passkeys/add/**")
    page.fill("[name=name]", name)
    page.click("#mfa_webauthn_add")
    page.wait_for_url("**/second-step/")
    says(page, name)
