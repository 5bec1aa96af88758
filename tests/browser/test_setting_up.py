"""Setting up, and letting in by exception, in a browser: every page looked at by axe, with nothing sticking out."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.hands import fill, follow, go_on, refused, says
from tests.browser.test_every_page import STANDARDS, WIDTHS, look

SETUP = [
    "/setup/", "/setup/council/", "/setup/localities/", "/setup/localities/add/", "/setup/teams/", "/setup/teams/add/",
    "/setup/organisations/", "/setup/organisations/add/", "/setup/agreements/", "/setup/agreements/add/",
    "/setup/roles/", "/setup/roles/?q=letter", "/setup/roles/?q=zzyx",
]  # fmt: skip


def findings(page, where: str) -> list[str]:
    return [f"{where}: {each['id']}" for each in Axe().run(page, options=STANDARDS).response["violations"]]


@pytest.mark.parametrize("width", WIDTHS)
def test_a_council_is_set_up_on_its_pages(visit, width):
    keeper = visit("desk", width).as_("Greg Talbot")
    page = keeper.page
    wrong = [finding for path in SETUP for finding in look(keeper, path)]
    keeper.go("/setup/localities/add/")
    go_on(page, "Add the locality")
    refused(page)
    wrong += findings(page, "a locality in error")
    fill(page, {"name": f"Weaste {width}", "districts": f"M{width % 97}"})
    fill(page, {"since_day": "1", "since_month": "9", "since_year": "2026"})
    go_on(page, "Add the locality")
    says(page, f"Weaste {width}")
    wrong += findings(page, "localities")
    keeper.go("/setup/organisations/add/")
    fill(page, {"name": "Irwell Valley Community Heath"})
    page.select_option("[name=kind]", "health")
    go_on(page, "Add the organisation")
    says(page, "Is it one of these?")
    wrong += findings(page, "an organisation like another")
    follow(keeper.go("/setup/teams/").get_by_role("link", name="The Bridge"))
    wrong += look(keeper, page.url.removeprefix(keeper.address))
    follow(keeper.go("/setup/agreements/").get_by_role("link", name="Working together: Weaste Family Support").first)
    here = page.url.removeprefix(keeper.address)
    wrong += [finding for more in ("", "change/", "end/") for finding in look(keeper, here + more)]
    assert wrong == []


@pytest.mark.parametrize("width", WIDTHS)
def test_a_council_is_opened(visit, width):
    opener = visit("desk", width).as_("Colin Brough")
    page = opener.page
    wrong = [
        finding
        for path in ("/setup/", "/setup/councils/355/administrator/", "/setup/councils/open/")
        for finding in look(opener, path)
    ]
    fill(page, {"code": "355", "colour": "#ffdd00"})
    go_on(page, "Open the council")
    refused(page)
    wrong += findings(page, "a council in error")
    assert wrong == []


@pytest.mark.parametrize("width", WIDTHS)
def test_a_case_is_opened_by_exception_and_reviewed(visit, width):
    manager = visit("desk", width).as_("Anita Rowe")
    manager.go("/requests/").locator("a[href^='/requests/']").nth(WIDTHS.index(width) + 4).click()
    reference = manager.page.url.rstrip("/").rpartition("/")[2]
    worker = visit("desk", width).as_("Joan Pemberton")
    page = worker.page
    wrong = [finding for path in ("/let-in/", "/let-in/ask/") for finding in look(worker, path)]
    fill(page, {"reference": reference, "reason": "The hospital has rung about tonight."})
    page.check("[name=hours] >> nth=0")
    go_on(page, "See what will be recorded")
    wrong += findings(page, "what will be recorded")
    go_on(page, "Let me in")
    says(page, "You are let in.")
    wrong += look(worker, "/let-in/")
    reviewer = visit("desk", width).as_("Miriam Adler")
    wrong += [finding for path in ("/let-in/", "/let-in/unusual/") for finding in look(reviewer, path)]
    follow(reviewer.go("/let-in/").get_by_role("link", name="Joan Pemberton").first)
    wrong += look(reviewer, reviewer.page.url.removeprefix(reviewer.address))
    go_on(reviewer.page, "Keep this answer")
    wrong += findings(reviewer.page, "a review in error")
    assert wrong == []
