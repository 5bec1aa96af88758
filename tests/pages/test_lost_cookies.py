"""The cookies are gone and the page is still open: nothing typed is lost, and nobody else gains by it."""

import re
from html import unescape

import pytest

from cases.models import Case, Draft
from referrals.models import Referral
from tests.acts.together import everything
from tests.conftest import DoorClient
from tests.factories.requests import received
from tests.pages.asking import ANSWERS, answer, answer_everything
from tests.pages.reading import mark_on, reference_on

pytestmark = pytest.mark.django_db
OWN_PAGE = {"Sec-Fetch-Site": "same-origin"}


class TestLostCookies:
    """The session ends half-way, and the page is still open."""

    def test_an_answer_is_not_lost_and_the_family_goes_on_where_they_were(self, family):
        answer(family, "who")
        answer(family, "what")
        mark = mark_on(family.get("/salford/ask/child/"))
        family.cookies.clear()
        page = answer(family, "child", draft=mark)
        assert page.headers["Location"] == "/salford/ask/happening/"
        kept = Draft.objects.get().answers
        assert (kept["what"]["asks_for"], kept["child"]["given_name"]) == ("help", "Ayaan")
        assert family.get("/salford/ask/happening/").status_code == 200

    def test_it_can_still_be_sent(self, family):
        answer_everything(family)
        mark = mark_on(family.get("/salford/ask/check/"))
        family.cookies.clear()
        page = family.post("/salford/ask/check/", {"draft": mark}, follow=True)
        assert reference_on(page) == Case.objects.get().reference

    def test_without_the_mark_nothing_of_it_is_shown(self, family):
        answer_everything(family)
        family.cookies.clear()
        for key in ("child", "happening", "you", "files", "check", "sent", "save"):
            page = family.get(f"/salford/ask/{key}/", follow=True)
            assert "Ayaan" not in page.content.decode()
        assert family.get("/salford/ask/check/").status_code == 404

    @pytest.mark.parametrize("mark", ["made-up", "", "a:b:c"])
    def test_a_made_up_mark_finds_nothing(self, family, mark):
        answer_everything(family)
        family.cookies.clear()
        assert family.post("/salford/ask/check/", {"draft": mark}).status_code == 404
        assert not Case.objects.exists()

    def test_a_mark_is_of_one_council_and_of_one_day(self, family):
        from datetime import timedelta

        import time_machine
        from django.utils import timezone

        answer_everything(family)
        mark = mark_on(family.get("/salford/ask/check/"))
        family.cookies.clear()
        assert family.post("/thurrock/ask/check/", {"draft": mark}).status_code == 404
        with time_machine.travel(timezone.now() + timedelta(hours=25)):
            assert family.post("/salford/ask/check/", {"draft": mark}).status_code == 404
        assert not Case.objects.exists()


class TestLostToken:
    """The cookies are gone, and with them the token against forgery."""

    @pytest.fixture
    def visitor(self, world) -> DoorClient:
        return DoorClient("family", enforce_csrf_checks=True)

    def typed(self, visitor, key: str, **changes) -> dict:
        """What a browser sends from the page of this question."""
        page = visitor.get(f"/salford/ask/{key}/")
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.content.decode()).group(1)
        mark = re.search(r'name="draft" value="([^"]+)"', page.content.decode())
        return {**ANSWERS.get(key, {}), "csrfmiddlewaretoken": token, "draft": mark.group(1) if mark else "", **changes}

    def ask_all(self, visitor) -> None:
        for key in ANSWERS:
            assert visitor.post(f"/salford/ask/{key}/", self.typed(visitor, key)).status_code == 302

    def test_the_words_stand_on_the_page_again_and_the_next_press_keeps_them(self, visitor):
        for key in ("who", "what", "child"):
            visitor.post(f"/salford/ask/{key}/", self.typed(visitor, key))
        sent = self.typed(visitor, "happening", words="Everything I wrote in an hour.")
        visitor.cookies.clear()
        page = visitor.post("/salford/ask/happening/", sent, headers=OWN_PAGE)
        text = unescape(page.content.decode())
        assert page.status_code == 200
        assert "Everything I wrote in an hour." in text
        assert "What you typed is still here." in text

        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', text).group(1)
        again = visitor.post("/salford/ask/happening/", {**sent, "csrfmiddlewaretoken": token})
        assert again.status_code == 302
        kept = Draft.objects.get().answers
        assert kept["happening"]["words"] == "Everything I wrote in an hour."
        assert kept["child"]["given_name"] == "Ayaan"

    def test_nothing_is_kept_or_sent_by_a_request_without_its_token(self, visitor):
        self.ask_all(visitor)
        sent = self.typed(visitor, "check")
        visitor.cookies.clear()
        before = everything()
        visitor.post("/salford/ask/check/", sent, headers=OWN_PAGE)
        assert everything() == before

    @pytest.mark.parametrize("key", ["check", "files", "save"])
    def test_further_on_the_page_is_found_again_and_the_next_press_goes_through(self, visitor, key):
        self.ask_all(visitor)
        sent = self.typed(visitor, key, email="nasreen@families.example")
        visitor.cookies.clear()
        page = visitor.post(f"/salford/ask/{key}/", sent, headers=OWN_PAGE)
        assert page.headers["Location"] == f"/salford/ask/{key}/"
        again = visitor.post(f"/salford/ask/{key}/", self.typed(visitor, key, email="n@families.example", go_on="1"))
        assert again.status_code in {200, 302}
        assert Case.objects.exists() == (key == "check")

    @pytest.mark.parametrize("headers", [{}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}])
    @pytest.mark.parametrize("key", ["happening", "check"])
    def test_a_strangers_page_cannot_put_its_own_request_into_this_browser(self, visitor, headers, key):
        """Otherwise a family would write into a request that somebody else can read."""
        self.ask_all(visitor)
        strangers = self.typed(visitor, key, words="A stranger's words.")
        victim = DoorClient("family", enforce_csrf_checks=True)
        page = victim.post(f"/salford/ask/{key}/", strangers, headers=headers)
        assert page.status_code == 403
        assert victim.get("/salford/ask/check/").status_code == 404

    def test_at_the_desk_what_was_typed_can_be_copied(self, world):
        reference = received().case.reference
        desk = DoorClient("desk", enforce_csrf_checks=True).as_("ben")
        page = desk.post(f"/requests/{reference}/", {"answer": "assessment", "reason": "A long <b>reason</b>."})
        assert page.status_code == 403
        assert "A long &lt;b&gt;reason&lt;/b&gt;." in page.content.decode()
        assert Referral.objects.get().settled_as == ""
