"""A family says yes to news of services on its own page, and stops it with one press."""

import pytest

from provision.family import wants_news
from provision.models import ServiceNews
from tests.factories.requests import received
from tests.pages.reading import text_of
from tests.personas import who

pytestmark = pytest.mark.django_db


def test_yes_and_stop(family):
    received(by=who("amina"))
    amina = family.as_("amina")
    assert "Hear when a service that may help starts" in text_of(amina.get("/mine/"))
    page = text_of(amina.get("/mine/news/"))
    assert "Do you want to hear" in page and "at most once in four weeks" in page
    assert amina.post("/mine/news/").status_code == 302
    assert wants_news(who("amina")) and not wants_news(who("priya"))
    assert "Stop these letters" in text_of(amina.get("/mine/news/"))
    assert "Do you want to stop letters about new services?" in text_of(amina.get("/mine/news/stop/"))
    assert ServiceNews.objects.filter(stopped_at=None).exists(), "looking stops nothing"
    assert amina.post("/mine/news/stop/").status_code == 302
    assert not wants_news(who("amina"))
    assert "You do not get letters about new services" in text_of(amina.get("/mine/news/stop/"))


def test_whoever_asked_for_nothing_is_not_offered_it(family):
    assert "Hear when" not in text_of(family.as_("priya").get("/mine/"))
