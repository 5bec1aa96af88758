"""Three requests from the first page to a named lead or a reasoned answer, each step by the person whose it is: an
ordinary one, one with a safeguarding concern, and one that does not fit. Every page on the way is looked at."""

import os
import re
from datetime import date
from pathlib import Path

import pytest

from tests.browser.hands import fill, follow, go_on, refused, says
from tests.browser.test_every_page import look
from tests.browser.test_one_child_entered_twice import findings
from tests.browser.test_referring import WORRY, fill_in
from tests.browser.test_the_thread import ask, wait_for_letters
from tests.pages.asking import AT_WORK

PICTURES = os.environ.get("SENDPATH_PICTURES", "")
WIDTHS = {1366: ("Odalys", "Bronwen", "Caspian"), 360: ("Perpetua", "Thaddeus", "Leocadia")}
"""The children at each width: an ordinary request, one with a concern, one that does not fit."""
BECAUSE = "Several services are involved, and what was tried at school has not been enough."
NO = "The school can give this help itself, with what it has."
INSTEAD = "The SENCO rings you this week, and we look again with the school in spring."


def shoot(page, name: str) -> None:
    """A picture to look at, where somebody asked for them."""
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


def refer(visit, given_name: str, **changes) -> str:
    """A SENCO without an account, on a phone, from the council's page to the reference."""
    page = visit("family", width=360).go("/salford/")
    go_on(page, "Start")
    answers = AT_WORK | {"child": AT_WORK["child"] | {"given_name": given_name, "family_name": "Ashgrove"}}
    for key, given in (answers | changes).items():
        fill_in(page, given)
        go_on(page, "Continue")
        if page.url.endswith("/service/"):
            page.get_by_label("I am not sure, or none of these").check()
            go_on(page, "Continue")
        assert not page.title().startswith("Error:"), f"{key}: {page.inner_text('main')}"
    go_on(page, "Continue without files")
    go_on(page, "Send")
    return page.locator(".govuk-panel__body strong").inner_text()


def reads_why(visit, letters: list[str], called: str, width: int) -> list[str]:
    """The parent, without an account, presses that the address is theirs and reads at once why it was declined."""
    link = re.search(r"https?://\S+/confirm/\S+", "\n".join(letters))[0]
    page = visit("family", width=360).page
    page.goto(link)
    wrong = findings(page)
    assert NO not in page.inner_text("main")
    go_on(page, "Yes, this is my address")
    told = page.inner_text("main")
    assert "Where your request stands" in told and NO in told and INSTEAD in told
    assert called not in told
    shoot(page, f"where-it-stands-{width}")
    return wrong + findings(page)


@pytest.mark.parametrize("width", WIDTHS)
def test_three_requests_go_from_the_first_page_to_a_lead_or_a_reasoned_answer(visit, width, house):
    ordinary_name, worried_name, unfit_name = WIDTHS[width]
    ordinary = refer(visit, ordinary_name)
    worried = refer(visit, worried_name, concern=WORRY)
    parent = visit("family", width=360)
    parent.go("/salford/")
    unfit = ask(parent.page, words="She needs help with reading.", given_name=unfit_name, asks_for="help")

    bridge = visit("desk", width).as_("Shauna Kirk")
    wrong = look(bridge, "/requests/")
    wrong += look(bridge, f"/requests/{worried}/")
    page = bridge.page
    follow(page.get_by_role("link", name="Take it to social care"))
    wrong += findings(page)
    fill(page, {"words": "She is afraid of going home, the SENCO writes. Seen today."})
    go_on(page, "Ask social care to look into it")
    says(page, "There is a safeguarding concern.")
    wrong += findings(page)
    shoot(page, f"case-with-concern-{width}")
    for reference in (ordinary, worried):
        page = bridge.go(f"/requests/{reference}/answer/accept/")
        fill(page, {"because": BECAUSE})
        go_on(page, "Accept the request")
        says(page, "is accepted")
    page = bridge.go(f"/requests/{unfit}/answer/decline/")
    fill(page, {"because": NO, "instead": INSTEAD})
    go_on(page, "Decline the request")
    says(page, "is declined")
    page = bridge.go(f"/cases/{ordinary}/")
    follow(page.get_by_role("link", name="Make the record of involvement in CRM", exact=True))
    fill(page, {"reference": f"CRM-{width}"})
    go_on(page, "It is done")
    says(page, f"CRM-{width}")
    wrong += findings(page)

    caf = visit("desk", width).as_("Bernadette Quill")
    page = caf.go("/work/?tasks=all")
    assert worried_name not in page.inner_text("main"), "no Family Assessment is asked for where there is a concern"
    follow(page.get_by_role("link", name=f"{ordinary_name} Ashgrove: Complete a Family Assessment"))
    wrong += findings(page)
    go_on(page, "I have it")
    says(page, "Bernadette Quill has it")
    fill(page, {"note": "With both parents at home. Sleep comes first for them."})
    go_on(page, "It is done")
    says(page, "Done:")
    wrong += findings(page)
    shoot(page, f"family-assessment-{width}")

    care = visit("desk", width).as_("Joan Pemberton")
    page = care.go("/work/?tasks=all")
    wrong += findings(page)
    follow(page.get_by_role("link", name=f"{worried_name} Ashgrove: Make the child and family assessment"))
    says(page, "afraid of going home")
    wrong += findings(page)
    go_on(page, "I have it")
    refused(page)
    wrong += findings(page)
    fill(page, {"until_day": "30", "until_month": "11", "until_year": "2027"})
    go_on(page, "I have it")
    says(page, "Joan Pemberton has it")
    shoot(page, f"cafa-{width}")

    manager = visit("desk", width).as_("Anita Rowe")
    wrong += look(manager, "/allocation/")
    shoot(manager.page, f"allocation-{width}")
    page = manager.go("/allocation/plan/")
    today = date.today()
    fill(page, {"held_on_day": str(today.day), "held_on_month": str(today.month), "held_on_year": str(today.year)})
    fill(page, {"begins_at": "9:30", "place": f"Room {width}"})
    go_on(page, "Plan it")
    wrong += findings(page)
    go_on(page, "Begin the meeting")
    says(page, "The meeting has begun")
    page.locator("[name=person]").select_option(label="Shauna Kirk")
    go_on(page, "Note it")
    wrong += findings(page)
    shoot(page, f"meeting-{width}")
    meeting = page.url
    with page.expect_navigation():
        follow(page.get_by_role("button", name=f": {ordinary_name} Ashgrove"))
    wrong += findings(page)
    page.get_by_label("Grace Mensah").check()
    fill(page, {"because": "She works with the clinic and the school already."})
    go_on(page, "Confirm the engagement lead")
    says(page, "Grace Mensah is", ".govuk-notification-banner")
    follow(page.get_by_role("button", name=f": {worried_name} Ashgrove"))
    wrong += findings(page)
    assert page.locator("main .govuk-radios__label").first.inner_text().strip() == "Joan Pemberton"
    page.get_by_label("Grace Mensah").check()
    fill(page, {"because": "She is nearest."})
    go_on(page, "Confirm the engagement lead")
    says(page, "the social worker usually leads")
    shoot(page, f"not-the-social-worker-{width}")
    page.get_by_label("Joan Pemberton").check()
    go_on(page, "Confirm the engagement lead")
    says(page, "Joan Pemberton is", ".govuk-notification-banner")
    page.goto(meeting)
    follow(page.get_by_role("button", name="Close the meeting"))
    wrong += findings(page)
    go_on(page, "Close the meeting")
    says(page, "These are its minutes")
    wrong += findings(page)
    shoot(page, f"minutes-{width}")

    for name, reference in (("Grace Mensah", ordinary), ("Joan Pemberton", worried)):
        lead = visit("desk", width).as_(name)
        wrong += look(lead, f"/cases/{reference}/")
        assert f"Engagement lead {name}" in lead.page.inner_text(".sp-id__facts").replace("\n", " ")
    assert "With both parents" not in lead.page.inner_text("main")

    sent = {reference: wait_for_letters(house, reference, 3) for reference in (ordinary, worried, unfit)}
    for child in WIDTHS[width]:
        assert not any(child in letter for letters in sent.values() for letter in letters), "no letter names a child"
    assert any("Joan Pemberton" in letter or "engagement lead" in letter for letter in sent[worried])
    assert not any("afraid" in letter or "concern" in letter.lower() for letter in sent[worried])
    wrong += reads_why(visit, sent[unfit], unfit_name, width)
    assert "\n".join(wrong) == ""
