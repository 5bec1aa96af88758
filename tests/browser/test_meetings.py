"""A case from its lead to a meeting and what that leads to, by the people whose it is; and two browsers at one set of
notes, one of them without a network for a while: nothing is lost, and both are told."""

import os
import re
import time
from datetime import timedelta
from pathlib import Path

import pytest

from core import clock
from statute.calendar import add_working_days
from tests.browser.hands import fill, follow, go_on, says
from tests.browser.test_every_page import look
from tests.browser.test_one_child_entered_twice import findings
from tests.browser.test_the_thread import ask, wait_for_letters

PICTURES = os.environ.get("SENDPATH_PICTURES", "")


def shoot(page, name: str) -> None:
    """A picture to look at, where somebody asked for them."""
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


def led(visit, width: int, given_name: str) -> str:
    """A parent asks on a phone, the Bridge accepts, and the manager names the lead."""
    parent = visit("family", width=360)
    parent.go("/salford/")
    reference = ask(parent.page, words="School is hard.", given_name=given_name, asks_for="help")
    page = visit("desk", width).as_("Shauna Kirk").go(f"/requests/{reference}/answer/accept/")
    fill(page, {"because": "Several services are involved."})
    go_on(page, "Accept the request")
    page = visit("desk", width).as_("Anita Rowe").go(f"/cases/{reference}/lead/")
    page.get_by_label(re.compile("^Grace Mensah")).first.check()
    fill(page, {"because": "She knows the family."})
    go_on(page, "Confirm the engagement lead")
    return reference


def dated(on, name: str) -> dict:
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}


def letter_with(house, reference: str, words: str) -> str:
    """The letter about a request that says this, once it really went."""
    end = time.monotonic() + 75
    while time.monotonic() < end:
        found = [letter for letter in wait_for_letters(house, reference, 1) if words in letter]
        if found:
            return found[-1]
        time.sleep(1)
    raise AssertionError(f"no letter about {reference} says {words}")


def box(page, label: str):
    return page.locator("form[data-place]").get_by_label(label, exact=True).first


def kept(page, label: str) -> None:
    """Waits until what was typed there is kept."""
    form = page.locator("form[data-place]").filter(has=page.get_by_label(label, exact=True)).first
    form.locator("[data-said]", has_text="Kept at").wait_for(timeout=20000)


@pytest.mark.parametrize("width", [1366, 360])
def test_a_meeting_from_the_invitation_to_what_it_leads_to(visit, width, house):
    given = {1366: "Rosalind", 360: "Barnaby"}[width]
    reference = led(visit, width, given)
    lead = visit("desk", width).as_("Grace Mensah")
    wrong = look(lead, f"/cases/{reference}/meetings/")
    page = lead.page
    go_on(page, "Arrange a meeting")
    wrong += findings(page)
    shoot(page, f"arrange-{width}")
    fill(
        page,
        {
            **dated(clock.today(), "held_on"),
            "place": "Room 2, Unity House",
        },
    )
    page.get_by_label("Face to face").check()
    go_on(page, "Arrange it, and ask them")
    says(page, "Has not answered yet")
    wrong += findings(page)
    shoot(page, f"meeting-{width}")

    letter = letter_with(house, reference, "/come/")
    assert given not in letter
    link = re.search(r"https?://\S+/come/\S+", letter)[0]
    guest = visit("family", width=360)
    page_of_guest = guest.page
    page_of_guest.goto(link)
    wrong += findings(page_of_guest)
    shoot(page_of_guest, f"come-{width}")
    page_of_guest.get_by_label("Yes").check()
    fill(page_of_guest, {"words": "I bring my sister."})
    go_on(page_of_guest, "Send your answer")
    says(page_of_guest, "you can come")

    page.reload()
    says(page, "Can come: I bring my sister.")
    box(page, f"What {given} says").fill("Maths is all right. Lunch is too loud.")
    kept(page, f"What {given} says")
    need = {
        "What the child needs": "A calmer place at lunch",
        "What should be different": "Eats with a friend",
        "How we will know": "The teacher counts each week",
        "How it is now": "Once a week",
        "What we want, and by when": "Four times a week by Easter",
    }
    for label, words in need.items():
        box(page, label).fill(words)
    kept(page, "What the child needs")
    box(page, "What is to be done").fill("Ask the school for a quiet room at lunch")
    box(page, "Who does it").select_option(label="Grace Mensah")
    box(page, "By when").fill((clock.today() + timedelta(days=14)).isoformat())
    kept(page, "What is to be done")
    page.reload()
    assert box(page, "What the child needs").input_value() == "A calmer place at lunch"
    row = page.locator("aside li", has_text="Grace Mensah")
    row.locator("summary").click()
    row.get_by_role("button", name="Is here").click()
    says(page, "Was there")
    wrong += findings(page)
    shoot(page, f"notes-{width}")
    go_on(page, "Go on to what it leads to")
    wrong += findings(page)
    page.get_by_label("Said it at the meeting").check()
    page.get_by_label("The people here do what they agreed").check()
    page.get_by_label("An EHC needs assessment is asked for", exact=True).check()
    page.get_by_label("Support goes on without an EHC plan").check()
    fill(page, {"because": "We try the quiet room first.", **dated(add_working_days(clock.today(), 30), "review_on")})
    page.get_by_label("If an EHC needs assessment is asked for: who asks? (optional)").select_option(index=1)
    shoot(page, f"close-{width}")
    go_on(page, "Close the notes, and begin what follows")
    said = page.inner_text("main")
    assert "The notes stand" in said and "Eats with a friend" in said
    wrong += findings(page)
    shoot(page, f"held-{width}")
    wrong += look(lead, f"/cases/{reference}/")
    says(lead.page, "Ask the school for a quiet room at lunch")
    assert "Tell the parent or young person whether the child will be assessed" in lead.page.inner_text("main") or (
        "EHC needs assessment" in lead.page.inner_text("main")
    )
    notes = letter_with(house, reference, "The notes of the meeting on")
    assert given not in notes and "quiet room" not in notes
    assert wrong == []


def test_two_at_one_set_of_notes_one_without_a_network_lose_nothing_and_both_are_told(visit, house):
    reference = led(visit, 1366, "Ignatius")
    lead = visit("desk", 1366).as_("Grace Mensah")
    page = lead.go(f"/cases/{reference}/meetings/new/")
    fill(page, {**dated(clock.today(), "held_on"), "begins_at": ""})
    page.get_by_label("By phone").check()
    go_on(page, "Arrange it, and ask them")
    address = page.url
    manager = visit("desk", 1366).as_("Anita Rowe")
    other = manager.page
    other.goto(address)
    away = other.context
    away.set_offline(True)
    box(other, "What is working well").fill("Reading with his gran.")
    box(other, "What could help. What can we do?").fill("A visual timetable")
    other.get_by_text("There is no network.").wait_for(timeout=20000)
    box(page, "What is working well").fill("Lunch club on Tuesdays.")
    kept(page, "What is working well")
    away.set_offline(False)
    other.get_by_text("Grace Mensah wrote here meanwhile. Nothing is lost").wait_for(timeout=30000)
    assert findings(other) == []
    shoot(other, "clash")
    other.get_by_role("button", name="Keep both").click()
    kept(other, "What is working well")
    page.get_by_text(re.compile("Anita Rowe")).first.wait_for(timeout=30000)
    page.reload()
    words = box(page, "What is working well").input_value()
    assert "Lunch club on Tuesdays." in words and "Reading with his gran." in words
    assert box(page, "What could help. What can we do?").input_value() == "A visual timetable"
    assert other.evaluate("Object.keys(sessionStorage).length") == 0
    box(other, "What the family and others worry about").fill("The bus.")
    other.wait_for_function("Object.keys(sessionStorage).length > 0")
    follow(other.get_by_role("button", name="Sign out"))
    other.wait_for_load_state()
    assert other.evaluate("Object.keys(sessionStorage).length") == 0
