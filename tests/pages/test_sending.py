"""Sending once, twice, at once, and after the cookies were lost: one case, and nothing typed is gone."""

import re
from html import unescape

import pytest

from cases.models import Case, Deadline, Draft
from ledger.models import Entry
from notices.models import Dispatch
from people.models import Carer, Child
from referrals.models import Referral
from tests.acts.together import at_once, everything
from tests.conftest import DoorClient
from tests.factories.requests import received
from tests.pages.asking import ANSWERS, answer, answer_everything, send
from tests.pages.reading import receipt_without_what_differs
from tests.personas import who

pytestmark = pytest.mark.django_db
OWN_PAGE = {"Sec-Fetch-Site": "same-origin"}


def mark_on(page) -> str:
    """The hidden mark by which a page finds its half-done request again."""
    return re.search(r'name="draft" value="([^"]+)"', page.content.decode()).group(1)


def reference_on(page) -> str:
    found = re.search(r"[A-Z]{3}-\w{4}-\w{4}", page.content.decode())
    assert found, (page.redirect_chain, page.content.decode()[:3000])
    return found.group(0)


def test_sent_twice_in_a_row_it_is_one_case_with_one_reference(family):
    answer_everything(family)
    first = family.post("/salford/ask/check/", follow=True)
    before = everything()
    second = family.post("/salford/ask/check/", follow=True)
    assert reference_on(first) == reference_on(second) == Case.objects.get().reference
    assert everything() == before


def test_loading_the_receipt_again_sends_nothing_again(family):
    answer_everything(family)
    receipt = send(family)
    before = everything()
    assert reference_on(family.get("/salford/ask/sent/")) in receipt
    assert everything() == before


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("asks_for", ["help", "assessment"])
def test_pressed_twice_at_once_it_is_one_case_with_one_reference(family, asks_for):
    answer_everything(family, asks_for=asks_for)

    def press() -> str:
        again = DoorClient("family")
        again.cookies = family.cookies
        return reference_on(again.post("/salford/ask/check/", follow=True))

    with family.at_the_door():
        given = at_once(*[press] * 4)
    assert set(given) == {Case.objects.get().reference}
    assert Referral.objects.count() == Child.objects.count() == 1
    assert Dispatch.objects.count() == 2


class TestLostCookies:
    """The session ends half-way, and the page is still open."""

    def test_an_answer_is_not_lost_and_the_family_goes_on_where_they_were(self, family):
        answer(family, "what")
        answer(family, "who")
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
    def browser(self, world) -> DoorClient:
        return DoorClient("family", enforce_csrf_checks=True)

    def typed(self, browser, key: str, **changes) -> dict:
        """What a browser sends from the page of this question."""
        page = browser.get(f"/salford/ask/{key}/")
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.content.decode()).group(1)
        mark = re.search(r'name="draft" value="([^"]+)"', page.content.decode())
        return {**ANSWERS.get(key, {}), "csrfmiddlewaretoken": token, "draft": mark.group(1) if mark else "", **changes}

    def ask_all(self, browser) -> None:
        for key in ANSWERS:
            assert browser.post(f"/salford/ask/{key}/", self.typed(browser, key)).status_code == 302

    def test_the_words_stand_on_the_page_again_and_the_next_press_keeps_them(self, browser):
        for key in ("what", "who", "child"):
            browser.post(f"/salford/ask/{key}/", self.typed(browser, key))
        sent = self.typed(browser, "happening", words="Everything I wrote in an hour.")
        browser.cookies.clear()
        page = browser.post("/salford/ask/happening/", sent, headers=OWN_PAGE)
        text = unescape(page.content.decode())
        assert page.status_code == 200
        assert "Everything I wrote in an hour." in text
        assert "What you typed is still here." in text

        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', text).group(1)
        again = browser.post("/salford/ask/happening/", {**sent, "csrfmiddlewaretoken": token})
        assert again.status_code == 302
        kept = Draft.objects.get().answers
        assert kept["happening"]["words"] == "Everything I wrote in an hour."
        assert kept["child"]["given_name"] == "Ayaan"

    def test_nothing_is_kept_or_sent_by_a_request_without_its_token(self, browser):
        self.ask_all(browser)
        sent = self.typed(browser, "check")
        browser.cookies.clear()
        before = everything()
        browser.post("/salford/ask/check/", sent, headers=OWN_PAGE)
        assert everything() == before

    @pytest.mark.parametrize("key", ["check", "files", "save"])
    def test_further_on_the_page_is_found_again_and_the_next_press_goes_through(self, browser, key):
        self.ask_all(browser)
        sent = self.typed(browser, key, email="nasreen@families.example")
        browser.cookies.clear()
        page = browser.post(f"/salford/ask/{key}/", sent, headers=OWN_PAGE)
        assert page.headers["Location"] == f"/salford/ask/{key}/"
        again = browser.post(f"/salford/ask/{key}/", self.typed(browser, key, email="n@families.example", go_on="1"))
        assert again.status_code in {200, 302}
        assert Case.objects.exists() == (key == "check")

    @pytest.mark.parametrize("headers", [{}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}])
    @pytest.mark.parametrize("key", ["happening", "check"])
    def test_a_strangers_page_cannot_put_its_own_request_into_this_browser(self, browser, headers, key):
        """Otherwise a family would write into a request that somebody else can read."""
        self.ask_all(browser)
        strangers = self.typed(browser, key, words="A stranger's words.")
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


class TestAChildWeKnow:
    def test_the_sender_learns_nothing(self, world):
        """The pages and letters of a second request are those of the first, word for word."""
        told = []
        for _ in range(2):
            browser = DoorClient("family")
            answer_everything(browser)
            pages = [browser.get("/salford/ask/check/").content.decode(), send(browser)]
            letter = Dispatch.objects.filter(template="help_received").order_by("pk").last()
            pages.append(re.sub(r"https?://\S+", "LINK", f"{letter.subject}\n{letter.body}"))
            told.append([re.sub(r'value="[^"]{40,}"', "", receipt_without_what_differs(page)) for page in pages])
        assert told[0] == told[1]
        assert Case.objects.count() == Child.objects.count() == 2

    def test_somebody_elses_child_is_a_case_of_its_own_that_its_family_does_not_see(self, world, family):
        own = received(by=who("amina"))
        stranger = DoorClient("family").as_("priya")
        answer_everything(stranger)
        send(stranger)
        other = Case.objects.exclude(pk=own.case_id).get()
        assert other.merged_into_id is None
        assert stranger.get(f"/mine/{own.case.reference}/").status_code == 404
        assert family.as_("amina").get(f"/mine/{other.reference}/").status_code == 404
        assert own.case.reference not in stranger.get("/mine/").content.decode()


class TestAnUnconfirmedAddress:
    def test_the_clock_runs_and_the_request_stands_in_the_queue(self, family, desk):
        answer_everything(family, asks_for="assessment")
        send(family)
        assert Carer.objects.get().email_confirmed_at is None
        assert Deadline.objects.filter(met_on=None).count() == 3
        queue = desk.as_("ben").get("/requests/").content.decode()
        assert Case.objects.get().reference in queue

    def link(self) -> str:
        letter = Dispatch.objects.get(template="help_received")
        return "/" + re.search(r"https?://\S+/confirm/\S+", letter.body).group(0).split("/", 3)[3]

    def test_opening_the_link_does_nothing_and_pressing_confirms(self, family):
        answer_everything(family)
        send(family)
        stranger = DoorClient("family")
        before = everything()
        for _ in range(3):
            page = stranger.get(self.link())
            assert page.status_code == 200
            assert "Ayaan" not in page.content.decode()
            assert "Nasreen" not in page.content.decode()
        assert everything() == before

        assert "is confirmed" in stranger.post(self.link()).content.decode()
        assert Carer.objects.get().email_confirmed_at
        once = everything()
        assert "is confirmed" in stranger.post(self.link()).content.decode(), "pressed twice it is still true"
        assert everything() == once

    def test_a_tampered_or_old_link_is_over(self, family):
        from datetime import timedelta

        import time_machine
        from django.utils import timezone

        answer_everything(family)
        send(family)
        link = self.link()
        swapped = link[:-5] + ("a" if link[-5] != "a" else "b") + link[-4:]
        for bad in (swapped, "/confirm/x/", link.replace("/confirm/", "/confirm/x")):
            assert family.get(bad).status_code == family.post(bad).status_code == 404
        with time_machine.travel(timezone.now() + timedelta(days=61)):
            assert family.post(link).status_code == 404
        assert Carer.objects.get().email_confirmed_at is None
        assert not Entry.objects.filter(event="sender.confirmed").exists()

    def test_a_mark_of_a_page_is_no_link_and_a_link_is_no_mark(self, family):
        """Each kind of token opens its own door alone."""
        answer_everything(family)
        mark = mark_on(family.get("/salford/ask/check/"))
        send(family)
        assert family.post(f"/confirm/{mark}/").status_code == 404
        family.cookies.clear()
        token = self.link().rstrip("/").rpartition("/")[2]
        assert family.post("/salford/ask/check/", {"draft": token}).status_code == 404
