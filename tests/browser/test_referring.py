"""A SENCO without an account refers a child on a phone; another, signed in, refers one at a desk; the Bridge reads both
and lets a parent be told. Every page is looked at."""

import os
import re
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.hands import follow, go_on, refused, says
from tests.browser.test_every_page import look
from tests.browser.test_one_child_entered_twice import findings
from tests.pages.asking import AT_WORK

PICTURES = os.environ.get("SENDPATH_PICTURES", "")
WORRY = {"has_concern": "yes", "concern": "She says she is afraid of going home."}


def shoot(page, name: str) -> None:
    """A picture to look at, where somebody asked for them."""
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


def fill_in(page, answers: dict) -> None:
    """Ticks, chooses and writes."""
    for name, value in answers.items():
        for one in value if isinstance(value, list) else [value]:
            box = page.locator(
                f"input[type=radio][name={name}][value='{one}'], input[type=checkbox][name={name}][value='{one}']"
            )
            if one and box.count():
                box.check()
            elif page.locator(f"[name={name}]").count() and not isinstance(value, list):
                page.fill(f"[name={name}]", value)


OF_A_SERVICE = {
    "service": {"service": "kersal-bank-outreach"},
    "fits": {"line_1": "yes", "line_2": "not_sure"},
    "how-it-fits": {},
}
"""The service they would like, and whether the child is whom it is for."""
PLACE = [*AT_WORK].index("services") + 1
ASKED = {
    key: {**AT_WORK, **OF_A_SERVICE}[key] for key in [*[*AT_WORK][:PLACE], *OF_A_SERVICE, *[*AT_WORK][PLACE:]]
}  # fmt: skip


def refer(visitor, at: str, wide: str, **changes) -> list[str]:
    """Every question, looked at empty and in error, then answered."""
    page, wrong = visitor.page, []
    for key, answers in ASKED.items():
        if key == "who" and at == "/refer/":
            continue
        wrong += look(visitor, f"{at}{key}/")
        shoot(page, f"{wide}-{key}")
        if key == "parent":
            page.fill("[name=parent_home]", "Nowhere")
            go_on(page, "Continue")
            refused(page)
            wrong += findings(page)
            page.fill("[name=parent_home]", "")
        fill_in(page, answers | changes.get(key, {}))
        go_on(page, "Continue")
        assert not page.title().startswith("Error:"), page.inner_text("main")
    wrong += look(visitor, f"{at}files/")
    wrong += look(visitor, f"{at}check/")
    shoot(page, f"{wide}-check")
    return wrong


def test_a_senco_on_a_phone_without_an_account(visit):
    senco = visit("family", width=360)
    page = senco.go("/salford/")
    follow(page.get_by_role("button", name="Start"))
    child = {"given_name": "Tamsin", "family_name": "Oduya"}
    wrong = refer(
        senco, "/salford/ask/", "phone", child=child, tried={"tried": "She says she is afraid of going home."}
    )
    says(page, "Is this a safeguarding concern?")
    follow(page.get_by_role("link", name="Say it as a safeguarding concern"))
    fill_in(page, WORRY)
    go_on(page, "Continue")
    expect(page.locator("main")).not_to_contain_text("Is this a safeguarding concern?", timeout=15_000)
    go_on(page, "Send")
    reference = page.locator(".govuk-panel__body strong").inner_text()
    shoot(page, "phone-sent")
    wrong += findings(page)

    for width in (1366, 360):
        officer = visit("desk", width).as_("Shauna Kirk")
        page = officer.go("/requests/")
        shoot(page, f"queue-{width}")
        wrong += look(officer, f"/requests/{reference}/")
        shoot(page, f"request-{width}")
        text = page.inner_text("main")
        assert text.index("afraid of going home") < text.index("hides under the table")
        assert "Not yet." in text
        wrong += look(officer, f"/requests/{reference}/worry/")
        shoot(page, f"worry-{width}")
        if width == 360:
            page.get_by_role("link", name="take it to social care").focus()
            page.keyboard.press("Tab")
            page.keyboard.type("It is a play at school: her teacher says so.")
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            page.wait_for_url(f"**/requests/{reference}/")
            says(page, "ordinary order of the queue")
        wrong += look(officer, f"/requests/{reference}/tell-family/")
        shoot(page, f"tell-{width}")
    page.get_by_label(re.compile("Write to Nasreen Chowdhury")).check()
    go_on(page, "Save")
    says(page, "Make sure first")
    wrong += findings(page)
    page.get_by_label("I made sure that it is safe to tell them").check()
    page.get_by_label(re.compile("Write to Nasreen Chowdhury")).check()
    go_on(page, "Save")
    says(page, "The parent is written to")
    assert wrong == []


def test_a_senco_who_is_signed_in(visit):
    senco = visit("desk", width=1366).as_("Joan Pemberton")
    wrong = look(senco, "/refer/")
    shoot(senco.page, "wide-refer-empty")
    child = {"given_name": "Idris", "family_name": "Quayle"}
    wrong += refer(senco, "/refer/", "wide", child=child)
    wrong += look(senco, "/refer/")
    shoot(senco.page, "wide-refer-half")
    senco.go("/refer/check/")
    go_on(senco.page, "Send")
    says(senco.page, "Waits for an answer")
    shoot(senco.page, "wide-sent-one")
    wrong += findings(senco.page)
    narrow = visit("desk", width=360).as_("Joan Pemberton")
    wrong += look(narrow, "/refer/")
    shoot(narrow.page, "narrow-refer")
    says(narrow.page, "Idris Quayle")
    assert wrong == []
