"""Stopping and coming back: nothing typed is lost, and nobody goes on with something by surprise."""

from time import time

import pytest

from cases import drafts
from cases.models import Draft
from tests.acts.test_drafts import add_file, stored
from tests.acts.test_the_way_back import RIGHT, saved_link
from tests.conftest import DoorClient
from tests.pages.asking import ANSWERS, answer, answer_everything

pytestmark = pytest.mark.django_db
HALF = "He hides under the"
OURS = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture(autouse=True)
def own_store(settings, tmp_path):
    settings.FILES_DIR = tmp_path / "files"


@pytest.fixture
def asking(family):
    """A family that has come as far as telling us."""
    for key in ("who", "what", "child"):
        answer(family, key)
    return family


class TestSaving:
    def test_keeps_what_is_right_as_an_answer(self, asking):
        page = asking.post("/salford/ask/happening/", {"words": HALF, "wanted": "", "save": "1"})
        assert page.headers["Location"] == "/salford/ask/save/"
        assert Draft.objects.get().answers["happening"]["words"] == HALF
        assert 'href="/salford/ask/home/"' in asking.get("/salford/ask/save/").content.decode()

    def test_keeps_what_is_not_right_yet_and_shows_it_again(self, asking):
        typed = {"home_postcode": "M5 4", "learns_at": "Broadwalk\0 Primary", "save": "1"}
        answer(asking, "happening")
        assert asking.post("/salford/ask/home/", typed).headers["Location"] == "/salford/ask/save/"
        assert "home" not in Draft.objects.get().answers, "not an answer yet"
        link = saved_link(asking)
        asking.cookies.clear()
        page = asking.post(link, RIGHT, follow=True).content.decode()
        assert 'value="M5 4"' in page
        assert 'value="Broadwalk Primary"' in page
        assert "There is a problem" not in page

    def test_keeps_half_a_date(self, family):
        answer(family, "who")
        answer(family, "what")
        family.post("/salford/ask/child/", {"given_name": "Ayaan", "born_on_day": "14", "born_on_year": "x", "save": 1})
        page = family.get("/salford/ask/child/").content.decode()
        assert 'value="14"' in page
        assert 'value="x"' in page

    def test_what_was_right_before_waits_until_it_is_right_again(self, family):
        answer_everything(family)
        family.post("/salford/ask/home/", {"home_postcode": "nowhere", "save": "1"})
        assert family.get("/salford/ask/check/").headers["Location"] == "/salford/ask/home/"
        assert answer(family, "home").status_code == 302
        assert "nowhere" not in str(Draft.objects.get().answers)
        assert family.get("/salford/ask/check/").status_code == 200

    def test_on_the_first_page_begins(self, family):
        assert family.post("/salford/ask/what/", {"save": "1"}).headers["Location"] == "/salford/ask/save/"
        assert family.get("/salford/ask/save/").status_code == 200


class TestLost:
    @pytest.fixture
    def careful(self, world):
        return DoorClient("family", enforce_csrf_checks=True)

    def typed(self, **more) -> dict:
        return {**ANSWERS["happening"], **more}

    def test_gives_back_what_was_typed(self, family):
        page = family.post("/salford/ask/happening/", self.typed())
        assert page.status_code == 404
        assert ANSWERS["happening"]["words"] in page.content.decode()
        assert "Copy it from here" in page.content.decode()

    @pytest.mark.parametrize("hours", [25, None])
    def test_with_cookies_and_mark_gone_too_and_promises_nothing(self, asking, careful, monkeypatch, hours):
        mark = {"draft": drafts.mark(Draft.objects.get())} if hours else {}
        now = time()
        monkeypatch.setattr("django.core.signing.time.time", lambda: now + 3600 * (hours or 0))
        page = careful.post("/salford/ask/happening/", self.typed(**mark), headers=OURS)
        text = page.content.decode()
        assert page.status_code == 404
        assert ANSWERS["happening"]["words"] in text
        assert "Press Continue" not in text

    def test_cookies_alone_on_the_first_question_goes_on_at_the_next_press(self, careful):
        page = careful.post("/salford/ask/what/", {"asks_for": "help"}, headers=OURS)
        assert "Press Continue to go on" in page.content.decode()
        token = careful.cookies["sendpath_family_csrf"].value
        page = careful.post("/salford/ask/what/", {"asks_for": "help", "csrfmiddlewaretoken": token})
        assert page.headers["Location"] == "/salford/ask/who/"
        assert careful.get("/salford/ask/who/").status_code == 200


class TestAskingAgain:
    def test_shows_what_may_be_done_with_what_is_half_done(self, asking):
        page = asking.get("/salford/ask/").content.decode()
        assert 'href="/salford/ask/happening/"' in page
        for words in ("Go on with what you were writing", "Start another request", "Delete it"):
            assert words in page

    def test_another_is_empty_and_leaves_the_first_behind_its_link(self, family):
        answer_everything(family)
        link = saved_link(family)
        assert family.post("/salford/ask/", {"another": "1"}).headers["Location"] == "/salford/ask/who/"
        assert "checked" not in family.get("/salford/ask/what/").content.decode()
        answer(family, "what")
        assert "Ayaan" not in family.get("/salford/ask/child/").content.decode()
        assert Draft.objects.count() == 2
        assert family.post(link, RIGHT).headers["Location"] == "/salford/ask/check/"

    def test_deleting_takes_its_files_along(self, family):
        answer_everything(family)
        add_file(family)
        assert "It is deleted" in family.post("/salford/ask/", {"delete": "1"}).content.decode()
        assert not Draft.objects.exists()
        assert stored() == set()
        assert family.post("/salford/ask/", {"delete": "1"}).headers["Location"] == "/salford/ask/who/"

    def test_looking_changes_nothing(self, asking):
        before = Draft.objects.values().get()
        asking.get("/salford/ask/")
        assert Draft.objects.values().get() == before

    def test_a_draft_sent_meanwhile_is_not_deleted(self, family):
        answer_everything(family)
        draft = Draft.objects.get()
        family.post("/salford/ask/check/")
        assert drafts.delete(draft) == []
        assert Draft.objects.get().became
