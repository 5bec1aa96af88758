"""A mother asks for help; the Bridge asks her one thing more, she answers by the link, the Bridge accepts, and the
operational manager names who brings everybody together. Every page is looked at, wide and narrow."""

import re
import time

import pytest

from tests.browser.hands import fill, follow, go_on, refused, says
from tests.browser.test_every_page import WIDTHS, look
from tests.browser.test_one_child_entered_twice import findings
from tests.browser.test_the_thread import ask, wait_for_letters

WORDS = "She cannot sleep and will not go to school."
QUESTION = "Which services have you seen this year, and what did they say?"
ANSWER = "The health visitor and the sleep clinic. Both said to ask you."
BECAUSE = "Three services are involved and nobody has brought them together."


@pytest.mark.parametrize("width", WIDTHS)
def test_from_a_request_for_help_to_a_named_lead(visit, width, house):
    parent = visit("family", width)
    parent.go("/salford/")
    child = {1280: ("Roisin", "Tierney"), 320: ("Saoirse", "Devlin")}[width]
    reference = ask(parent.page, words=WORDS, given_name=child[0], family_name=child[1], asks_for="help")

    officer = visit("desk", width).as_("Shauna Kirk")
    at = f"/requests/{reference}/"
    wrong = look(officer, at)
    for said in ("accept", "ask", "send_on", "decline"):
        wrong += look(officer, f"{at}answer/{said}/")
    wrong += look(officer, f"{at}withdraw/")
    page = officer.go(f"{at}answer/decline/")
    go_on(page, "Decline the request")
    refused(page)
    wrong += findings(page)
    page = officer.go(f"{at}answer/ask/")
    fill(page, {"because": QUESTION})
    go_on(page, "Send the question")
    says(page, "The sender has been asked")
    wrong += findings(page)

    wrong += look(parent, link_in_the_letter(house, reference))
    says(parent.page, QUESTION)
    assert child[0] not in parent.page.inner_text("body"), "whoever opens the link reads no name"
    go_on(parent.page, "Send your answer")
    wrong += findings(parent.page)
    fill(parent.page, {"words": ANSWER})
    go_on(parent.page, "Send your answer")
    says(parent.page, "We have your answer")
    wrong += findings(parent.page)

    page = officer.go(at)
    says(page, ANSWER)
    follow(page.get_by_role("link", name=f"Accept {child[0]}’s request"))
    fill(page, {"because": BECAUSE})
    go_on(page, "Accept the request")
    wrong += findings(page)
    wrong += look(officer, f"{at}take-back/")

    manager = visit("desk", width).as_("Anita Rowe")
    page = manager.go(f"/cases/{reference}/")
    follow(page.get_by_role("link", name="Name an engagement lead"))
    says(page, "Grace Mensah", "main .govuk-radios")
    wrong += findings(page)
    go_on(page, "Confirm the engagement lead")
    refused(page)
    wrong += findings(page)
    page.get_by_label("Grace Mensah").check()
    fill(page, {"because": "She works with both services already."})
    go_on(page, "Confirm the engagement lead")
    says(page, "Grace Mensah is", ".govuk-notification-banner")
    wrong += look(manager, f"/cases/{reference}/lead/")

    lead = visit("desk", width).as_("Grace Mensah")
    says(lead.go(at), WORDS)
    assert wrong == []


def link_in_the_letter(house, reference: str) -> str:
    """The link to answer by, from the letter that went: nobody but its reader is shown one."""
    end = time.monotonic() + 75
    while time.monotonic() < end:
        for letter in wait_for_letters(house, reference, 1):
            if link := re.search(r"/reply/[\w:.-]+/", letter):
                return link.group(0)
        time.sleep(1)
    raise AssertionError(f"no letter about {reference} holds a link to answer by")
