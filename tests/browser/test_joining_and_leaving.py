"""A colleague from the letter to a passkey, and out again: in a browser, with the keyboard where it matters.

The desk runs in this process, so that the letters can be read. Passkeys come from a virtual authenticator.
"""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core import mail
from playwright.sync_api import Browser, Page

from accounts.models import Membership
from cases.actions.name_owner import name_owner
from tests.browser.hands import follow, says
from tests.browser.steps import press, tab_to, type_into
from tests.browser.test_every_page import STANDARDS
from tests.factories.requests import received
from tests.pages.test_sign_in import code_for
from tests.personas import SALFORD, person, who

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "violet tractor harbour"
OLD = "a long enough password"
WRONG: list[str] = []


@pytest.fixture
def walk_in(browser: Browser, live_server, world, monkeypatch) -> Iterator:
    """``walk_in(width=360)``: a fresh browser at the desk, with somewhere to keep passkeys."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    contexts = []

    def opened(width: int = 1366) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 800}, base_url=live_server.url)
        context.set_default_timeout(20_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: WRONG.append(str(error)))
        page.on("console", lambda line: WRONG.append(line.text) if "Content Security" in line.text else None)
        keys = context.new_cdp_session(page)
        keys.send("WebAuthn.enable")
        options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True}
        options |= {"hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True}
        keys.send("WebAuthn.addVirtualAuthenticator", {"options": options})
        return page

    WRONG.clear()
    yield opened
    for context in contexts:
        context.close()
    assert WRONG == []


def looked_at(page: Page) -> None:
    """Nothing for axe to find, and nothing wider than the window."""
    found = Axe().run(page, options=STANDARDS).response["violations"]
    assert [f"{page.url}: {each['id']}: {each['nodes'][0]['html'][:150]}" for each in found] == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{page.url} is too wide"


def signed_in(page: Page, name: str) -> str:
    """Somebody who signs in for the first time. Returns the secret of their authenticator app."""
    page.goto("/sign-in/")
    page.fill("[name=login]", f"{name}@people.example")
    page.fill("[name=password]", OLD)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/second-step/set-up/")
    return set_up(page)


def set_up(page: Page) -> str:
    secret = "".join(page.inner_text(".sp-secret").split())
    page.fill("[name=code]", code_for(secret))
    page.press("[name=code]", "Enter")
    page.wait_for_url("**/second-step/codes/")
    return secret


def sure(page: Page) -> None:
    """Shows that it is still them, where that is asked."""
    if "/sign-in/again/" in page.url:
        page.fill("[name=password]", PASSWORD)
        page.press("[name=password]", "Enter")
        page.wait_for_url(lambda url: "/again/" not in url)


@pytest.mark.parametrize("width", [1366, 360])
def test_invited_enrolled_given_a_passkey_and_closed(walk_in, width):
    dev = walk_in(width)
    signed_in(dev, "dev")
    dev.goto("/people/")
    looked_at(dev)
    press(dev, "Invite a colleague")
    looked_at(dev)
    type_into(dev, "email", "lena@people.example")
    type_into(dev, "name", "Lena Marsh")
    tab_to(dev, name="roles", value="bridge_worker")
    dev.keyboard.press("Space")
    press(dev, "Send the invitation")
    says(dev, "Lena Marsh is invited")
    looked_at(dev)

    lena = walk_in(width)
    lena.goto(re.search(r"https?://[^/]+(/invitation/\S+)", mail.outbox[-1].body).group(1))
    assert lena.url.endswith("/invitation/")
    looked_at(lena)
    press(lena, "Send me a code")
    looked_at(lena)
    type_into(lena, "code", re.search(r"\b([A-Z]{4}-[A-Z]{4})\b", mail.outbox[-1].body).group(1))
    press(lena, "Go on")
    looked_at(lena)
    type_into(lena, "password1", PASSWORD)
    type_into(lena, "password2", PASSWORD)
    press(lena, "Use this password and accept")
    set_up(lena)

    lena.goto("/second-step/")
    looked_at(lena)
    press(lena, "Make a passkey")
    sure(lena)
    looked_at(lena)
    type_into(lena, "name", "My work laptop")
    press(lena, "Make the passkey")
    says(lena, "My work laptop")
    looked_at(lena)
    lena.goto("/me/")
    says(lena, "Chrome on Linux", "#places + ul")
    looked_at(lena)

    lena.context.clear_cookies()
    lena.goto("/sign-in/")
    looked_at(lena)
    press(lena, "Sign in with a passkey")
    lena.wait_for_url("**/work/")
    tab = lena.url

    case = received().case
    name_owner(case.pk, person("lena").pk, by=who("carys"))
    dev.goto("/people/?q=lena")
    press(dev, "Lena Marsh")
    looked_at(dev)
    press(dev, "Close Lena Marsh here at once")
    looked_at(dev)
    dev.select_option("[name=heir]", label="Ben")
    press(dev, "Close Lena Marsh here")
    says(dev, "does not work here any more. 1 case passed on.")
    looked_at(dev)

    lena.goto(tab)
    assert "/sign-in/" in lena.url
    lena.click("#passkey_login")
    lena.wait_for_url("**/sign-in/?passkey=no")
    says(lena, "That passkey did not work")
    assert not Membership.objects.filter(person=person("lena"), authority=SALFORD, until=None).exists()


def test_a_passkey_as_the_second_step_and_the_last_one_stays(walk_in):
    ben = walk_in()
    signed_in(ben, "ben")
    ben.goto("/second-step/passkeys/add/")
    if "/again/" in ben.url:
        ben.fill("[name=password]", OLD)
        ben.press("[name=password]", "Enter")
    ben.fill("[name=name]", "Blue key")
    ben.click("#mfa_webauthn_add")
    ben.wait_for_url("**/second-step/")
    follow(ben.get_by_role("button", name="Sign out"))
    ben.goto("/sign-in/")
    ben.fill("[name=login]", "ben@people.example")
    ben.fill("[name=password]", OLD)
    ben.press("[name=password]", "Enter")
    ben.wait_for_url("**/sign-in/code/")
    looked_at(ben)
    ben.click("#mfa_webauthn_authenticate")
    ben.wait_for_url("**/work/")

    ben.goto("/second-step/")
    follow(ben.get_by_role("link", name="Rename"))
    if "/again/" in ben.url:
        ben.goto("/sign-in/again/?next=/second-step/")
        ben.fill("[name=password]", OLD)
        ben.press("[name=password]", "Enter")
        ben.wait_for_url("**/second-step/")
        follow(ben.get_by_role("link", name="Rename"))
    looked_at(ben)
    ben.fill("[name=name]", "Green key")
    ben.press("[name=name]", "Enter")
    ben.wait_for_url("**/second-step/")
    says(ben, "Green key")
    follow(ben.get_by_role("link", name="Remove"))
    looked_at(ben)
    follow(ben.get_by_role("button", name="Remove it"))
    ben.wait_for_url("**/second-step/")
    assert "Green key" not in ben.inner_text("main ul.sp-feed") if ben.locator("main ul.sp-feed").count() else True


def test_without_javascript_the_code_still_works(browser, live_server, world, monkeypatch):
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    context = browser.new_context(java_script_enabled=False, base_url=live_server.url)
    page = context.new_page()
    secret = signed_in(page, "ben")
    assert secret
    page.goto("/requests/")
    assert page.url.endswith("/requests/")
    page.context.clear_cookies()
    page.goto("/sign-in/")
    assert not page.locator("#passkey_login").is_visible()
    context.close()
