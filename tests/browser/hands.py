"""What a person does on a page: fills it in, follows a link, presses a button, reads. Each waits for its page."""

import re

from playwright.sync_api import Locator, expect


def fill(page, answers: dict[str, str]) -> None:
    """Fills boxes and picks radios."""
    for name, value in answers.items():
        radio = page.locator(f"input[type=radio][name={name}][value={value}]") if value.isalpha() else None
        if radio and radio.count():
            radio.check()
        else:
            page.fill(f"[name={name}]", value)


def follow(link: Locator) -> None:
    """Follows a link, or presses a button, and waits for the page it leads to: what is typed next is typed there."""
    with link.page.expect_navigation():
        link.click()


def go_on(page, words: str) -> None:
    """Presses a button and waits for the page after it."""
    with page.expect_navigation():
        page.get_by_role("button", name=words, exact=True).click()


def says(page, words: str, within: str = "main") -> None:
    """The page, or the one that is on its way, says these words."""
    expect(page.locator(within).first).to_contain_text(words, use_inner_text=True)


def refused(page) -> None:
    """The page, or the one that is on its way, says what is wrong with what was typed."""
    expect(page).to_have_title(re.compile("^Error:"))
