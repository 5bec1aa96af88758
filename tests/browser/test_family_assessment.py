"""A Family Assessment in a browser: begun with what is known, a colleague writes their part, sent, and taken."""

from datetime import timedelta

import pytest

from core import clock
from tests.browser.hands import fill, follow, go_on, says
from tests.browser.test_every_page import look
from tests.browser.test_meetings import box, dated, kept, led, letter_with, shoot
from tests.browser.test_one_child_entered_twice import findings


@pytest.mark.parametrize("width", [1366, 360])
def test_a_family_assessment_from_what_is_known_to_the_caf_team(visit, width, house):
    given = {1366: "Marguerite", 360: "Leopold"}[width]
    reference = led(visit, width, given)
    lead = visit("desk", width).as_("Grace Mensah")
    wrong = look(lead, f"/cases/{reference}/assessment/")
    page = lead.page
    shoot(page, f"assessments-{width}")
    go_on(page, "Begin the Family Assessment")
    said = page.inner_text("main")
    assert "It is begun, with what is known already" in said and "Taken from the request of" in said
    assert box(page, "What worries them").input_value() == "School is hard."
    wrong += findings(page)
    address = page.url
    box(page, f"What {given} says").fill("I like it when it is quiet.")
    kept(page, f"What {given} says")
    follow(page.locator("#care").get_by_role("link", name="Ask a colleague to write it"))
    page.get_by_label("Who writes it?").select_option(label="Joan Pemberton")
    fill(page, dated(clock.today() + timedelta(days=14), "due_on"))
    wrong += findings(page)
    shoot(page, f"ask-for-part-{width}")
    go_on(page, "Ask them")
    says(page, "With Joan Pemberton", "#care")
    shoot(page, f"assessment-{width}")

    colleague = visit("desk", width).as_("Joan Pemberton")
    says(colleague.go("/work/"), "Write the early help and social care part")
    theirs = colleague.go("/" + address.partition("#")[0].split("/", 3)[3])
    assert theirs.locator("form[data-place]").count() == 1
    theirs.locator("#care").get_by_label(f"What {given} needs").fill("Somebody to talk to on Fridays.")
    theirs.locator("#care").get_by_role("button", name="This part is finished").click()  # before it is kept
    theirs.get_by_text("This part is finished.", exact=True).wait_for(timeout=20000)
    says(theirs, "Somebody to talk to on Fridays.", "#care")
    wrong += findings(theirs)

    page.goto(address)
    box(page, "What it means, taken together").fill("Quiet helps, and somebody to talk to.")
    go_on(page, "Go on to send it")
    page.wait_for_url("**/send/")
    wrong += findings(page)
    shoot(page, f"send-assessment-{width}")
    go_on(page, "Send it")
    says(page, "Choose who of the family gets it")
    page.locator("input[name=readers]").first.check()
    go_on(page, "Send it")
    says(page, "It stands as it was sent")
    wrong += findings(page)
    shoot(page, f"assessment-sent-{width}")

    caf = visit("desk", width).as_("Bernadette Quill").go(f"/cases/{reference}/assessment/")
    follow(caf.get_by_role("link", name="Family Assessment, begun"))
    go_on(caf, "Say that the CAF team has it")
    says(caf, "Noted: the CAF team has it.")
    follow(caf.get_by_role("link", name="Print it"))
    wrong += findings(caf)
    shoot(caf, f"assessment-print-{width}")
    letter = letter_with(house, reference, "The Family Assessment is written.")
    assert given not in letter and "quiet" not in letter
    assert wrong == []
