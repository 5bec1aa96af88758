"""The directory of services in a browser: every page of it looked at by axe, with nothing sticking out."""

import pytest

from tests.browser.hands import follow, go_on, refused
from tests.browser.test_every_page import WIDTHS, look
from tests.browser.test_setting_up import findings


@pytest.mark.parametrize("width", WIDTHS)
def test_the_directory_is_read_and_kept(visit, width):
    keeper = visit("desk", width).as_("Greg Talbot")
    page = keeper.page
    first = ("/services/", "/services/?q=zzyx", "/services/add/")
    wrong = [finding for path in first for finding in look(keeper, path)]
    go_on(page, "Set the service up")
    refused(page)
    wrong += findings(page, "a service in error")
    follow(keeper.go("/services/").get_by_role("link", name="Kersal Bank Outreach"))
    here = page.url.removeprefix(keeper.address)
    for more in ("", "versions/", "check/", "check/?show=1&line_1=no", "change/", "threshold/"):
        wrong += look(keeper, here + more)
    page.fill("[name=words_6]", "Half a line")
    go_on(page, "Save a new version")
    refused(page)
    wrong += findings(page, "a threshold in error")
    assert wrong == []


@pytest.mark.parametrize("width", WIDTHS)
def test_a_service_answers_and_says_how_it_keeps_its_promise(visit, width):
    """What waits, one request and its answer in error, the promise, and how much goes to children with priority."""
    psychologist = visit("desk", width).as_("Elin Vaughan")
    page = psychologist.go("/services/")
    follow(page.get_by_role("link", name="Educational Psychology Service"))
    here = page.url.removeprefix(psychologist.address)
    pages = ("waiting/", "in-time/", "reach/", "outcomes/")
    wrong = [finding for more in pages for finding in look(psychologist, here + more)]
    page = psychologist.go(f"{here}waiting/")
    assert page.get_by_text("Looked after by a council").count(), "why a child comes first"
    follow(page.locator("main table a").first)
    wrong += look(psychologist, page.url.removeprefix(psychologist.address))
    go_on(page, "Send the answer")
    refused(page)
    wrong += findings(page, "an answer in error")
    follow(psychologist.go(f"{here}waiting/").get_by_role("link", name="Tess Hallam"))
    follow(page.get_by_role("button", name="The work has ended"))
    wrong += look(psychologist, page.url.removeprefix(psychologist.address))
    go_on(page, "End the work")
    refused(page)
    wrong += findings(page, "the end of the work in error")
    manager = visit("desk", width).as_("Anita Rowe")
    for more in pages:
        wrong += look(manager, here + more)
    assert wrong == []


@pytest.mark.parametrize("width", WIDTHS)
def test_the_bridge_chooses_a_service_that_the_senco_asked_for(visit, width):
    """What a SENCO sent and reads before asking, and the triage that passes it on."""
    senco = visit("desk", width).as_("Rachel Wadsworth")
    wrong = [finding for path in ("/refer/", "/services/") for finding in look(senco, path)]
    page = senco.go("/services/")
    follow(page.get_by_role("link", name="Irwell Valley Speech and Language Therapy"))
    wrong += look(senco, page.url.removeprefix(senco.address))
    page = senco.go("/refer/")
    follow(page.get_by_role("link", name="Mina Sorrell"))
    wrong += look(senco, page.url.removeprefix(senco.address))
    reference = page.url.rstrip("/").rpartition("/")[2]
    worker = visit("desk", width).as_("Shauna Kirk")
    answer = f"/requests/{reference}/answer/send_on/"
    wrong += [finding for path in (f"/requests/{reference}/", answer) for finding in look(worker, path)]
    worker.page.select_option("[name=service]", label="Irwell Valley Speech and Language Therapy")
    go_on(worker.page, "Choose this service")
    wrong += look(worker, worker.page.url.removeprefix(worker.address))
    assert wrong == []
