"""What people do, with the keyboard alone."""

from playwright.sync_api import Page

FOCUSED = (
    "() => { const e = document.activeElement; return [e.tagName, e.name || '', e.value || '', e.innerText || '']; }"
)


def tab_to(page: Page, *, name: str = "", value: str = "", words: str = "", most: int = 60) -> None:
    """Presses Tab until the wanted thing has the focus: a field by name, a link or button by its first words."""
    for _ in range(most):
        page.keyboard.press("Tab")
        tag, its_name, its_value, its_words = page.evaluate(FOCUSED)
        if name and its_name == name and (not value or its_value == value):
            return
        if (
            words
            and (its_words.strip() == words or its_words.strip().startswith(f"{words} "))
            and tag in {"A", "BUTTON", "SUMMARY"}
        ):
            return
    raise AssertionError(f"Tab never reached {name or words!r} on {page.title()!r}")


def type_into(page: Page, name: str, text: str) -> None:
    tab_to(page, name=name)
    page.keyboard.type(text)


def choose(page: Page, name: str, value: str) -> None:
    """Picks a radio: Tab reaches the group, arrows move in it."""
    tab_to(page, name=name)
    for _ in range(10):
        if page.evaluate(FOCUSED)[2] == value:
            page.keyboard.press("Space")
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"no {value!r} among {name!r}")


def press(page: Page, words: str) -> None:
    """Follows a link or presses a button by its words."""
    tab_to(page, words=words)
    with page.expect_navigation():
        page.keyboard.press("Enter")
