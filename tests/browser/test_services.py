"""The directory of services in a browser: every page of it looked at by axe, with nothing sticking out."""

import pytest

from tests.browser.test_every_page import WIDTHS, go_on, look
from tests.browser.test_setting_up import findings


@pytest.mark.parametrize("width", WIDTHS)
def test_the_directory_is_read_and_kept(visit, width):
    keeper = visit("desk", width).as_("Greg Talbot")
    page = keeper.page
    first = ("/services/", "/services/?q=zzyx", "/services/add/")
    wrong = [finding for path in first for finding in look(keeper, path)]
    go_on(page, "Set the service up")
    assert page.title().startswith("Error:")
    wrong += findings(page, "a service in error")
    keeper.go("/services/").get_by_role("link", name="Kersal Bank Outreach").click()
    here = page.url.removeprefix(keeper.address)
    for more in ("", "versions/", "check/", "check/?show=1&line_1=no", "change/", "threshold/"):
        wrong += look(keeper, here + more)
    page.fill("[name=words_6]", "Half a line")
    go_on(page, "Save a new version")
    assert page.title().startswith("Error:")
    wrong += findings(page, "a threshold in error")
    assert wrong == []
