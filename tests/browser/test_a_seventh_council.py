"""A seventh council, from nothing to a leaver, entirely through pages: opened, set up with localities, teams, people
and settings, its people let in by every way in there is, and one of them closed."""

import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.hands import fill, follow, go_on, refused, says
from tests.browser.test_the_thread import ask
from tests.browser.ways_in import (
    PASSWORD,
    accept,
    in_letter,
    letters_to,
    make_a_passkey,
    with_somewhere_for_passkeys,
)
from tests.factories.gias import a_line, written

CODE, NAME, SLUG, LETTERS = "997", "Eastfold County Council", "eastfold", "EAS"
MARTA, LENA, OMAR, GREY = (f"{name}@eastfold.example" for name in ("marta", "lena", "omar", "grey"))
LINES, OURS = 50_000, 1_000
BAD = {100_150: {"OpenDate": "31-02-2020"}, 100_900: {"EstablishmentName": ""}}
"""Two of our own that cannot be taken."""


@pytest.fixture
def walk_in(house, browser: Browser):
    """``walk_in()``: a fresh browser at the desk, by the name that passkeys need, with somewhere to keep them."""
    opened = []

    def page_at_the_desk(width: int = 1366) -> Page:
        at = f"http://localhost:{house.desk}"
        context = browser.new_context(viewport={"width": width, "height": 820}, base_url=at)
        context.set_default_timeout(20_000)
        opened.append(context)
        return with_somewhere_for_passkeys(context.new_page())

    yield page_at_the_desk
    for context in opened:
        context.close()


def open_the_council(page: Page) -> None:
    page.goto("/demo/")
    follow(page.get_by_role("button", name="Colin Brough").first)
    page.wait_for_url("**/setup/")
    follow(page.get_by_role("button", name="Open a council"))
    fill(page, {"slug": SLUG, "letters": LETTERS, "mailbox": f"bridge@{SLUG}.example", "administrator": "Marta Hale"})
    page.fill("[name=code]", CODE)
    page.fill("[name=name]", NAME)
    page.fill("[name=administrator_email]", MARTA)
    go_on(page, "Open the council")
    says(page, f"{NAME} is open. Marta Hale is invited")


def task(page: Page, name: str) -> str:
    """One line of setting up, with its state."""
    return page.locator(".govuk-task-list__item", has=page.get_by_role("link", name=name, exact=True)).inner_text()


def set_up(page: Page) -> None:
    """Everything the list of setting up asks for but people and settings, each found from the list."""
    follow(page.get_by_role("link", name="How families reach the council"))
    fill(page, {"phone": "01632 960 155", "colour": "#1d3f72"})
    page.fill("[name=email]", f"send@{SLUG}.example")
    go_on(page, "Save")
    follow(page.get_by_role("link", name="Localities", exact=True))
    for name, districts, first in (("Northfold", "ZZ1 ZZ2", "2026"), ("Southfold", "ZZ3", "2027")):
        follow(page.get_by_role("button", name="Add a locality"))
        page.fill("[name=name]", name)
        page.fill("[name=districts]", districts)
        fill(page, {"since_day": "1", "since_month": "9", "since_year": first})
        go_on(page, "Add the locality")
    follow(page.get_by_role("link", name="Setting up", exact=True).first)
    assert "2, of which 1 takes requests today" in task(page, "Localities")
    follow(page.get_by_role("link", name="Teams and their mailboxes"))
    follow(page.get_by_role("button", name="Add a team"))
    page.fill("[name=name]", "Northfold family team")
    page.select_option("[name=kind]", index=1)
    page.select_option("[name=locality]", label="Northfold")
    page.fill("[name=mailbox]", f"northfold@{SLUG}.example")
    go_on(page, "Add the team")
    says(page, "Northfold family team")


def bring_in_the_schools(page: Page, folder: Path) -> None:
    """Fifty thousand lines, read by the worker and taken at once: nothing while a line is bad, then the good ones."""
    place = {True: {"LA (code)": CODE, "LA (name)": "Eastfold"}, False: {"LA (code)": "855", "LA (name)": "Elsewhere"}}
    lines = (
        a_line(urn, **place[urn % (LINES // OURS) == 0], **BAD.get(urn, {})) for urn in range(100_000, 100_000 + LINES)
    )
    file = folder / "edubasealldata20261118.csv"
    file.write_bytes(written(lines))
    page.goto("/setup/")
    follow(page.get_by_role("main").get_by_role("link", name="Settings", exact=True))
    says(page, "No settings yet.", "h1")
    follow(page.get_by_role("button", name="Bring in the official register"))
    page.set_input_files("[name=file]", str(file))
    started = time.monotonic()
    go_on(page, "Read the file")
    while page.get_by_role("button", name="Put it into the register").count() == 0:
        assert re.match("The file (waits to be read|is being read: [0-9]+%)", page.inner_text("h1"))
        assert time.monotonic() - started < 60
        follow(page.get_by_role("button", name="See how far it is now"))
    table = page.inner_text("main table")
    assert re.search(rf"New\s+{OURS - len(BAD)}\b", table)
    assert re.search(rf"Could not be taken\s+{len(BAD)}\b", table)
    assert re.search(rf"Elsewhere, left out\s+{LINES - OURS}\b", table)
    follow(page.get_by_role("link", name="Could not be taken", exact=True))
    for urn in BAD:
        assert re.search(rf"{urn}, line {urn - 100_000 + 2}\b", page.inner_text("main"))
    page.get_by_label("Take nothing until every line is good").check()
    go_on(page, "Put it into the register")
    refused(page)
    page.get_by_label("Take the good lines").check()
    go_on(page, "Put it into the register")
    while "The register was changed" not in page.inner_text("h1"):
        assert time.monotonic() - started < 60
        page.wait_for_timeout(300)
        page.reload()
    follow(page.get_by_role("link", name="See the settings"))
    says(page, f"{OURS - len(BAD)} settings are open.", "h1")
    page.fill("[name=q]", "100050")
    go_on(page, "Show")
    says(page, "Coldwater Café School 100050")


def invite(page: Page, name: str, email: str, role: str) -> None:
    follow(page.get_by_role("link", name="People", exact=True).first)
    follow(page.get_by_role("button", name="Invite a colleague"))
    page.fill("[name=email]", email)
    page.fill("[name=name]", name)
    page.check(f"[name=roles][value={role}]")
    page.select_option("[name=team]", label="The Bridge")
    go_on(page, "Send the invitation")
    says(page, f"{name} is invited.")


def by_single_sign_on(page: Page, provider, email: str, name: str) -> None:
    """Presses the button, goes to the provider in the browser, and comes back with its answer."""
    provider.claims = {
        "sub": f"of {email}", "email": email, "email_verified": True, "name": name, "amr": ["pwd", "mfa"],
    }  # fmt: skip
    page.goto("/sign-in/")
    follow(page.get_by_role("button", name="Sign in with your council account"))
    page.wait_for_load_state()


def a_case_of_ones_own(visit, page: Page) -> str:
    """A family asks, and whoever reads it names herself to answer."""
    parent = visit("family", 360)
    parent.go(f"/{SLUG}/")
    reference = ask(parent.page, words="He hides when it is loud.", given_name="Rowan", family_name="Ashby")
    page.goto(f"/cases/{reference}/owner/")
    page.select_option("[name=person]", label="Lena Marsh")
    go_on(page, "Name who answers")
    says(page, "Lena Marsh answers for the deadlines", "body")
    return reference


def close(page: Page, heir: str) -> None:
    follow(page.get_by_role("link", name="People", exact=True).first)
    follow(page.get_by_role("link", name="Lena Marsh"))
    follow(page.get_by_role("link", name="Close Lena Marsh here at once"))
    page.select_option("[name=heir]", label=heir)
    go_on(page, "Close Lena Marsh here")
    says(page, "Lena Marsh does not work here any more. 1 case passed on.")


def test_opened_set_up_peopled_and_left(visit, house, walk_in, single_sign_on, tmp_path):
    open_the_council(walk_in())

    marta = walk_in()
    accept(marta, house.folder, MARTA)
    marta.goto("/")
    assert marta.url.endswith("/setup/")
    says(marta, f"things still to set up at {NAME}.", "h1")
    set_up(marta)
    bring_in_the_schools(marta, tmp_path)
    invite(marta, "Lena Marsh", LENA, "bridge_worker")
    invite(marta, "Omar Haddad", OMAR, "operational_manager")
    marta.goto("/setup/")
    for done in ("How families reach the council", "Localities", "Teams and their mailboxes", "Settings"):
        assert "Done" in task(marta, done)

    # Lena accepts, sets up an app and a passkey, and comes back by the passkey alone.
    lena = walk_in(360)
    accept(lena, house.folder, LENA)
    make_a_passkey(lena, "My work phone")
    lena.context.clear_cookies()
    lena.goto("/sign-in/")
    lena.click("#passkey_login")
    lena.wait_for_url("**/work/")

    # Omar accepts, and from then on signs in with his council account, and no step of ours is asked of him.
    omar = walk_in()
    accept(omar, house.folder, OMAR)
    omar.context.clear_cookies()
    by_single_sign_on(omar, single_sign_on, OMAR, "Omar Haddad")
    omar.wait_for_url("**/work/")
    stranger = walk_in()
    by_single_sign_on(stranger, single_sign_on, GREY, "Grey Nobody")
    says(stranger, "whom an administrator has invited and who work here today")

    # Lena leaves, signed in at two places, with a case.
    elsewhere = walk_in()
    by_single_sign_on(elsewhere, single_sign_on, LENA, "Lena Marsh")
    elsewhere.wait_for_url("**/work/")
    reference = a_case_of_ones_own(visit, lena)
    close(marta, "Omar Haddad")
    for page in (lena, elsewhere):
        page.goto(f"/cases/{reference}/")
        assert "/sign-in/" in page.url
    omar.goto(f"/cases/{reference}/")
    says(omar, "Omar Haddad answers for the deadlines", "body")
    says(omar, "A colleague left: what they carried here passed to another")

    # And no way in of hers is left: passkey, council account, password, a new password, the old invitation.
    lena.goto("/sign-in/")
    lena.click("#passkey_login")
    lena.wait_for_url("**/sign-in/?passkey=no")
    by_single_sign_on(elsewhere, single_sign_on, LENA, "Lena Marsh")
    says(elsewhere, "You cannot sign in with that account")
    lena.goto("/sign-in/")
    lena.fill("[name=login]", LENA)
    lena.fill("[name=password]", PASSWORD)
    go_on(lena, "Sign in")
    refused(lena)
    links = letters_to(house.folder, LENA)
    lena.goto("/password/")
    lena.fill("[name=email]", LENA)
    go_on(lena, "Send me a link")
    lena.wait_for_timeout(2_000)
    assert letters_to(house.folder, LENA) == links
    lena.goto(in_letter(house.folder, LENA, r"https?://[^/]+(/invitation/\S+)"))
    assert "Send me a code" not in lena.inner_text("main")
