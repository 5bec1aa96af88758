"""A meeting is held, those who were there say what they made of it by a link on a phone, and each answers once."""

import re

import pytest

from core import clock
from tests.browser.hands import fill, go_on, refused, says
from tests.browser.test_every_page import look
from tests.browser.test_meetings import box, dated, kept, led, letter_with, shoot
from tests.browser.test_one_child_entered_twice import findings
from tests.browser.test_the_thread import wait_for_letters


def held(lead, reference: str, given: str) -> str:
    """The lead holds a meeting with the parent and closes it: where its page is."""
    page = lead.go(f"/cases/{reference}/meetings/new/")
    fill(page, {**dated(clock.today(), "held_on")})
    page.get_by_label("By phone").check()
    go_on(page, "Arrange it, and ask them")
    box(page, f"What {given} says").fill("Maths is all right.")
    kept(page, f"What {given} says")
    address = page.url
    for words in ("Grace Mensah", ", mother"):
        page.goto(address)
        row = page.locator("aside li", has_text=words)
        row.locator("summary").click()
        row.get_by_role("button", name="Is here").click()
        page.wait_for_load_state()
    page.goto(address)
    go_on(page, "Go on to what it leads to")
    page.get_by_label("Said it at the meeting").check()
    page.get_by_label("Support goes on without an EHC plan").check()
    fill(page, {"because": "It goes on.", "no_review_because": "It is better."})
    go_on(page, "Close the notes, and begin what follows")
    says(page, "The notes stand")
    return address


@pytest.mark.parametrize("width", [1366, 360])
def test_feedback_by_a_link_on_a_phone(visit, width, house):
    given = {1366: "Leopold", 360: "Clementine"}[width]
    reference = led(visit, width, given)
    lead = visit("desk", width).as_("Grace Mensah")
    address = held(lead, reference, given)
    letter_with(house, reference, "/feedback/")
    letters = [one for one in wait_for_letters(house, reference, 1) if "/feedback/" in one]
    assert len(letters) == 2 and not any(given in one for one in letters)
    phone = visit("family", width=360)
    page = phone.page
    for letter in letters:
        link = re.search(r"https?://\S+/feedback/\S+", letter)[0]
        page.goto(link)
        if page.locator("[name=listened]").count():
            break
    wrong = findings(page)
    shoot(page, f"feedback-{width}")
    go_on(page, "Send your answers")
    refused(page)
    wrong += findings(page)
    shoot(page, f"feedback-error-{width}")
    page.locator("input[name=listened][value='5']").check()
    page.locator("input[name=confidence][value='4']").check()
    fill(page, {"words": "They let me finish."})
    go_on(page, "Send your answers")
    says(page, "Thank you. We have your answers")
    wrong += findings(page)
    page.goto(link)
    says(page, "You have answered already")
    shoot(page, f"feedback-again-{width}")
    wrong += look(lead, address.split(lead.address)[1] + "feedback/")
    says(lead.page, "1 of 2 said what they made of the meeting")
    assert "They let me finish" not in lead.page.content()
    shoot(lead.page, f"feedback-list-{width}")
    for words, name in (("Form ", "paper"), ("Write down", "down")):
        page = lead.go(address.split(lead.address)[1] + "feedback/")
        page.locator("main a", has_text=words).first.click()
        page.wait_for_load_state()
        wrong += findings(page)
        shoot(page, f"feedback-{name}-{width}")
    go_on(page, "Keep their answer")
    wrong += findings(page)
    page.get_by_label("On paper").check()
    fill(page, dated(clock.today(), "given_on"))
    page.get_by_label("The multi-agency meeting (MAM) was successful").select_option("4.5")
    go_on(page, "Keep their answer")
    says(page, "2 of 2 said what they made of the meeting")
    assert wrong == []
