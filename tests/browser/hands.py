"""What a person does on a page: fills it in, follows a link, presses a button. Each waits for the page after it."""

from playwright.sync_api import Locator


def fill(page, answers: dict[str, str]) -> None:
    """Fills boxes and picks radios."""
    for name, value in answers.items():
        radio = page.locator(f"input[type=radio][name={name}][value={value}]") if value.isalpha() else None
        if radio and radio.count():
            radio.check()
        else:
            page.fill(f"[name={name}]", value)


def follow(link: Locator) -> None:
    """Follows a link and waits for the page it leads to: what is typed next is typed there."""
    with link.page.expect_navigation():
        link.click()


def go_on(page, words: str) -> None:
    """Presses a button and waits for the page after it."""
    with page.expect_navigation():
        page.get_by_role("button", name=words, exact=True).click()
