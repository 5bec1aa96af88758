"""Talking with the family in a browser: a message each way, a phone call written down, and who waits."""

import re

import pytest

from core import clock
from tests.browser.hands import fill, follow, go_on, says
from tests.browser.test_every_page import look
from tests.browser.test_meetings import dated, letter_with, shoot
from tests.browser.test_one_child_entered_twice import findings
from tests.browser.test_the_thread import ask


@pytest.mark.parametrize("width", [1280, 360])
def test_a_conversation_from_the_first_message_to_the_answer(visit, width, house):
    given = {1280: "Clementine", 360: "Augustin"}[width]
    parent = visit("family", width).as_("Nasreen Chowdhury")
    parent.go("/salford/")
    reference = ask(parent.page, words="School is hard.", given_name=given, asks_for="help")
    page = visit("desk", width).as_("Shauna Kirk").go(f"/requests/{reference}/answer/accept/")
    fill(page, {"because": "Several services are involved."})
    go_on(page, "Accept the request")
    page = visit("desk", width).as_("Anita Rowe").go(f"/cases/{reference}/lead/")
    page.get_by_label(re.compile("^Grace Mensah")).first.check()
    fill(page, {"because": "She knows the family."})
    go_on(page, "Confirm the engagement lead")

    lead = visit("desk", width).as_("Grace Mensah")
    wrong = look(lead, f"/cases/{reference}/talking/")
    page = lead.page
    shoot(page, f"talks-{width}")
    follow(page.locator("main section.sp-card h3 a").first)
    wrong += findings(page)
    fill(page, {"words": f"I come to see you and {given} on Monday."})
    go_on(page, "Send it")
    says(page, "is told by email that a message waits")
    address = page.url

    theirs = parent.go(f"/mine/{reference}/")
    follow(theirs.get_by_role("link", name="Write to us, and read what was said"))
    says(theirs, f"I come to see you and {given} on Monday.")
    fill(theirs, {"words": "Can it be in the afternoon?"})
    go_on(theirs, "Send your message")
    says(theirs, "Somebody answers you by")
    wrong += findings(theirs)
    shoot(theirs, f"talking-mine-{width}")
    follow(theirs.get_by_role("link", name="Say how we should reach you and meet you"))
    wrong += findings(theirs)
    theirs.get_by_label("Phone call").check()
    go_on(theirs, "Save")
    says(theirs, "You want us to ring you.")

    work = lead.go("/work/")
    says(work, "Families who wait for an answer")
    wrong += findings(work)
    shoot(work, f"talking-work-{width}")
    page.goto(address)
    shoot(page, f"talk-{width}")
    wrong += findings(page)
    follow(page.get_by_role("link", name="Write down a call, a letter or a meeting"))
    page.get_by_label("Phone call").check()
    page.locator("input[name=who][value=us]").check()
    page.locator("input[name=answers][value=yes]").check()
    page.locator("input[name=owed][value=no]").check()
    fill(page, {**dated(clock.today(), "said_on"), "words": "We agreed on Monday at three."})
    wrong += findings(page)
    shoot(page, f"talk-record-{width}")
    go_on(page, "Write it down")
    said = page.inner_text("main")
    assert "We agreed on Monday at three." in said and "They wait for an answer" not in said
    shoot(page, f"talk-after-{width}")
    says(parent.go(f"/mine/{reference}/talking/"), "We rang you")
    letter = letter_with(house, reference, "has written to you")
    assert given not in letter and "Monday" not in letter
    assert wrong == []
