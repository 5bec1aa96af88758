"""Every part in a real browser, in both dresses: nothing broken for anybody, at any width."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.template.loader import render_to_string
from django.test import RequestFactory

from door.parts_page import parts

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def rendered(door: str) -> str:
    return parts(RequestFactory().get("/parts/", {"door": door})).content.decode()


def faults(page) -> list[str]:
    found = Axe().run(page, options=RULES).response
    assert len(found["passes"]) > 10, "the checker did not look"
    return [f"{fault['id']}: {node['html'][:200]}" for fault in found["violations"] for node in fault["nodes"]]


def test_every_part_is_on_the_page_of_parts():
    page = (
        Path(settings.BASE, "templates/parts/page.html").read_text()
        + Path(settings.BASE, "door/templatetags/sendpath.py").read_text()
    )
    inner = {"page", "messages", "row", "alert", "why"}  # shown inside others
    for template in Path(settings.BASE, "templates/parts").glob("*.html"):
        assert template.stem in inner or f"parts/{template.name}" in page, template.name


def fits(page, width: int) -> bool:
    return page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 360, 320])
@pytest.mark.parametrize("door", ["desk", "family"])
def test_both_dresses_in_a_browser(show, door, width):
    shown = show(rendered(door), width)
    assert shown.complaints == []
    assert fits(shown.page, width)
    assert shown.page.evaluate("document.body.classList.contains('govuk-frontend-supported')")
    assert faults(shown.page) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ["404", "409", "500"])
def test_error_pages_in_a_browser(show, name):
    context = {"reasons": ["Ayaan’s referral is answered.", "It is with the CAF team."], "back_url": "/"}
    shown = show(render_to_string(f"errors/{name}.html", context), 320)
    assert shown.complaints == []
    assert fits(shown.page, 320)
    assert faults(shown.page) == []


@pytest.mark.slow
def test_the_error_summary_takes_the_focus_and_leads_to_the_field(show):
    page = show(rendered("family"), 360).page
    assert page.evaluate("document.activeElement.className") == "govuk-error-summary"
    page.get_by_role("link", name="Date of birth must include a month").click()
    assert page.evaluate("document.activeElement.id") == "id_wrong-born_month"


@pytest.mark.slow
@pytest.mark.parametrize("door", ["desk", "family"])
def test_it_works_without_script(show, door):
    page = show(rendered(door), 320, script=False).page
    assert page.get_by_role("button", name="Send it").count() == 2
    assert page.get_by_role("radio").count() == 6
    page.get_by_text("Why this date?").click()
    assert page.get_by_text("The day we work to").is_visible()
