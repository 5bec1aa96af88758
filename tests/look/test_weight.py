"""Light enough for a slow phone, and nobody else's fonts, crowns or addresses."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.test import RequestFactory

from door.parts_page import parts

VENDOR = Path(settings.BASE) / "static" / "vendor"


def over_the_wire(html: str) -> int:
    """What a first visit costs: the page and everything it asks for, squeezed as the server squeezes it."""
    wanted = set(re.findall(rf'(?:href|src)="({settings.STATIC_URL}[^"]+)"', html))
    assert wanted, "a page with no style sheet"
    files = [Path(finders.find(path.removeprefix(settings.STATIC_URL))).read_bytes() for path in sorted(wanted)]
    return sum(len(gzip.compress(piece, 6)) for piece in (html.encode(), *files))


@pytest.mark.parametrize(("door", "most"), [("desk", 150_000), ("family", 60_000)])
def test_a_first_page_is_light(door, most):
    html = parts(RequestFactory().get("/parts/", {"door": door})).content.decode()
    assert over_the_wire(html) < most


def test_families_do_not_carry_the_staff_style_sheet():
    html = parts(RequestFactory().get("/parts/", {"door": "family"})).content.decode()
    assert "moj.css" not in html


@pytest.mark.parametrize("door", ["desk", "family"])
def test_nothing_comes_from_elsewhere_and_nothing_is_inline(door):
    html = parts(RequestFactory().get("/parts/", {"door": door})).content.decode()
    addresses = re.findall(r'(?:href|src|action)="([^"]*)"', html)
    assert not [address for address in addresses if "//" in address]
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)", html)
    assert '<meta name="robots" content="noindex, nofollow">' in html


@pytest.mark.parametrize("name", ["govuk.css", "moj.css"])
def test_no_borrowed_typeface_crown_or_pictures(name):
    text = (VENDOR / name).read_text()
    for absent in ("GDS Transport", "@font-face", "url(", "sourceMappingURL", "govuk-crest"):
        assert absent not in text


def test_the_licences_are_kept():
    for name in ("govuk-frontend", "moj-frontend"):
        assert "Permission is hereby granted" in (VENDOR / f"LICENCE-{name}.txt").read_text()
    assert render_to_string("errors/500.html").count(settings.STATIC_URL) == 3
