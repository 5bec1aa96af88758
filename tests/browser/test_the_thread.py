"""A parent on a phone and an officer at a desk, from asking to the law's dates, by keyboard alone."""

import re
import time

import pytest
from playwright.sync_api import expect

from tests.browser.hands import follow, refused, says
from tests.browser.steps import choose, press, tab_to, type_into


def ask(
    page, *, words: str, given_name: str = "Amara", family_name: str = "Whitfield", asks_for: str = "unsure"
) -> str:
    """The whole of asking, from the council's page to the reference."""
    press(page, "Start")
    choose(page, "who", "child")
    press(page, "Continue")
    choose(page, "asks_for", asks_for)
    press(page, "Continue")
    type_into(page, "given_name", given_name)
    type_into(page, "family_name", family_name)
    for part, typed in (("day", "3"), ("month", "3"), ("year", "2019")):
        type_into(page, f"born_on_{part}", typed)
    press(page, "Continue")
    type_into(page, "words", words)
    press(page, "Continue")
    press(page, "Continue")
    type_into(page, "sender_name", "Joanne Whitfield")
    choose(page, "relationship", "mother")
    choose(page, "cares_for", "yes")
    choose(page, "says_responsible", "yes")
    type_into(page, "email", "joanne@families.example")
    press(page, "Continue")
    if asks_for != "assessment":  # for which nobody's consent is needed
        choose(page, "consent", "yes")
        press(page, "Continue")
    press(page, "Continue without files")
    expect(page).to_have_title(re.compile("Check your answers"))
    press(page, "Send")
    expect(page).to_have_title(re.compile("We have your request"))
    return page.locator(".govuk-panel__body strong").inner_text()


def test_a_parent_asks_on_a_phone_and_an_officer_settles_it_with_the_keyboard(visit, house):
    parent = visit("family", width=360)
    parent.go("/salford/")
    reference = ask(parent.page, words="School says she needs a plan and that I should ask you for it.")
    assert re.fullmatch(r"SAL-[0-9A-Z]{4}-[0-9A-Z]{4}", reference)
    assert "We read what you wrote" in parent.page.content()
    assert parent.complaints == []

    officer = visit("desk", width=1366).as_("Shauna Kirk")
    page = officer.go(f"/requests/{reference}/")
    says(page, "not sure", "h2 >> nth=0")
    choose(page, "answer", "assessment")
    type_into(page, "reason", "She “needs a plan” and you ask us for it: that is a request for an assessment.")
    press(page, "Settle")
    says(page, "cannot be turned back")
    press(page, "Yes, it asks for an assessment")
    says(page, "A request for an EHC needs assessment")
    tab_to(page, words="Why this date?")
    page.keyboard.press("Enter")
    assert page.get_by_text("SEND Regulations 2014, reg").first.is_visible()
    assert officer.complaints == []

    letters = wait_for_letters(house, reference, 3)
    to_the_sender = [letter for letter in letters if "To: joanne@families.example" in letter]
    assert len(to_the_sender) == 2
    assert not any("Amara" in letter for letter in letters)


def wait_for_letters(house, reference: str, count: int) -> list[str]:
    """The letters that really went, from the demonstration's mail folder."""
    end = time.monotonic() + 75
    while time.monotonic() < end:
        sent = [file.read_text() for file in (house.folder / "mail").glob("*")]
        about = [letter for file in sent for letter in file.split("-" * 79) if reference in letter]
        if len(about) >= count:
            return about
        time.sleep(1)
    raise AssertionError(f"only {len(about)} letters about {reference} went")


@pytest.mark.parametrize("width", [320, 1366])
def test_asking_needs_no_script(visit, width):
    parent = visit("family", width=width, script=False)
    page = parent.go("/thurrock/")
    follow(page.get_by_role("button", name="Start"))
    page.get_by_label("Myself").check()
    follow(page.get_by_role("button", name="Continue"))
    page.get_by_label("Help", exact=True).check()
    follow(page.get_by_role("button", name="Continue"))
    follow(page.get_by_role("button", name="Continue"))
    refused(page)
    page.locator(".govuk-error-summary a").first.click()
    assert page.url.endswith("#id_given_name")
    page.get_by_label("First name").fill("Rhys")
    page.get_by_label("Last name").fill("Marsh")
    page.get_by_label("Day").fill("9")
    page.get_by_label("Month").fill("11")
    page.get_by_label("Year").fill("2008")
    follow(page.get_by_role("button", name="Continue"))
    page.get_by_label("What is happening?").fill("College is too loud and nobody knows.")
    follow(page.get_by_role("button", name="Continue"))
    follow(page.get_by_role("button", name="Continue"))
    page.get_by_label("Your email address").fill("rhys@families.example")
    follow(page.get_by_role("button", name="Continue"))
    page.get_by_label("Yes, you can share it").check()
    follow(page.get_by_role("button", name="Continue"))
    follow(page.get_by_role("button", name="Continue without files"))
    follow(page.get_by_role("button", name="Send"))
    says(page, "THU-", ".govuk-panel__body")
