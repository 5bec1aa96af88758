"""Error pages: plain words, a way on, and nothing given away."""

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.views.defaults import page_not_found, server_error

from door import footer


@pytest.mark.parametrize("name", ["400", "403", "404", "409", "413", "429", "500", "503", "csrf"])
def test_each_can_be_shown_without_any_context(name):
    html = render_to_string(f"errors/{name}.html")
    assert html.count("<h1") == 1 and "<main" in html


def test_not_found_is_the_same_whatever_was_asked_for():
    pages = {
        page_not_found(RequestFactory().get(address), Exception(address)).content
        for address in ("/cases/SAL-4821/", "/nothing/", "/accessibility/?x=<b>")
    }
    assert len(pages) == 1


def test_the_worst_moment_needs_nothing(settings):
    settings.ROOT_URLCONF = "tests.look.no_addresses"
    assert b"It is our fault, not yours" in server_error(RequestFactory().get("/")).content


def test_a_refusal_gives_its_reasons_and_a_way_back():
    html = render_to_string("errors/409.html", {"reasons": ["Ayaan’s <referral> is answered."], "back_url": "/r/1/"})
    assert "Ayaan’s &lt;referral&gt; is answered." in html and 'href="/r/1/"' in html
    assert "Nothing has been changed or sent." in html
    assert "<li>One</li>" in render_to_string("errors/409.html", {"reasons": ["One", "Two"]})


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/accessibility/", "/privacy/", "/cookies/", "/contact/"])
def test_the_footer_pages_open_for_everybody(address):
    answer = Client().get(address)
    assert answer.status_code == 200
    assert answer.content.count(b"<h1") == 1


def test_robots_are_told_to_stay_out():
    answer = footer.robots(RequestFactory().get("/robots.txt"))
    assert answer["Content-Type"].startswith("text/plain")
    assert answer.content == b"User-agent: *\nDisallow: /\n"
