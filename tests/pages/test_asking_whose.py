"""A half-done request is one person's: nobody else who uses the same device goes on with it."""

from urllib.parse import unquote

import pytest

from cases.models import Draft, DraftFile
from tests.acts.test_drafts import add_file, stored
from tests.acts.test_the_way_back import RIGHT, saved_link
from tests.pages.asking import ANSWERS, answer, answer_everything, send
from tests.personas import person

pytestmark = pytest.mark.django_db
WORDS = ANSWERS["happening"]["words"]


@pytest.fixture(autouse=True)
def own_store(settings, tmp_path):
    settings.FILES_DIR = tmp_path / "files"


def signed_out(family):
    """The same browser after pressing Sign out."""
    family.post("/sign-out/")
    return family


def cannot_go_on(family, mark: str) -> None:
    """Neither the session nor an old page leads to what somebody else wrote."""
    for path in ("check/", "files/", "happening/", "save/", "sent/", "leave/", ""):
        page = family.get(f"/salford/ask/{path}", follow=True)
        assert WORDS not in page.content.decode()
        assert "Ayaan" not in page.content.decode()
    for path in ("check/", "files/", "home/"):
        page = family.post(f"/salford/ask/{path}", {"draft": mark})
        assert page.status_code == 404
        assert "Ayaan" not in page.content.decode()


def mark_of(family) -> str:
    return family.get("/salford/ask/check/").context["mark"]


def test_a_parent_who_signs_in_does_not_go_on_with_what_somebody_else_left(family):
    answer_everything(family)
    mark = mark_of(family)
    cannot_go_on(family.as_("amina"), mark)


def test_after_signing_out_nobody_goes_on_with_a_parents_draft(family):
    answer_everything(family.as_("amina"))
    mark = mark_of(family)
    cannot_go_on(signed_out(family), mark)
    cannot_go_on(family.as_("priya"), mark)


def test_the_parent_themselves_goes_on(family):
    answer_everything(family.as_("amina"))
    assert WORDS in family.get("/salford/ask/check/").content.decode()
    assert Draft.objects.get().person == person("amina")
    assert "We have your request" in send(family)


def test_the_receipt_of_a_parent_is_not_shown_after_signing_out(family):
    answer_everything(family.as_("amina"))
    send(family)
    assert signed_out(family).get("/salford/ask/sent/").status_code == 302


class TestTheWayBack:
    def test_of_a_parent_asks_them_to_sign_in(self, family):
        answer_everything(family.as_("amina"))
        link = saved_link(family)
        for press in (family.get, lambda path: family.post(path, RIGHT)):
            signed_out(family)
            assert unquote(press(link).headers["Location"]) == f"/sign-in/?next={link}"
        assert family.as_("amina").post(link, RIGHT).headers["Location"] == "/salford/ask/check/"
        assert WORDS in family.get("/salford/ask/check/").content.decode()

    def test_of_a_parent_is_nothing_to_another(self, family):
        answer_everything(family.as_("amina"))
        link = saved_link(family)
        assert family.as_("priya").get(link).status_code == 404
        assert family.post(link, RIGHT).status_code == 404

    def test_of_somebody_who_has_signed_in_since_is_theirs_from_then_on(self, family):
        answer_everything(family)
        link = saved_link(family)
        assert family.as_("amina").post(link, RIGHT).status_code == 302
        assert WORDS in family.get("/salford/ask/check/").content.decode()
        assert Draft.objects.get().person == person("amina")


class TestLeaving:
    def test_the_session_ends_with_the_browser(self, family):
        answer(family, "what")
        cookie = family.cookies[family.settings["SESSION_COOKIE_NAME"]]
        assert not cookie["max-age"]
        assert not cookie["expires"]

    def test_what_is_not_saved_is_deleted_once_somebody_is_sure(self, family):
        answer_everything(family)
        add_file(family)
        mark = mark_of(family)
        asked = family.post("/salford/ask/leave/", {"draft": mark}).content.decode()
        assert "What you typed is deleted, with any files you added." in asked
        assert len(stored()) == Draft.objects.count() == 1, "not yet"
        page = family.post("/salford/ask/leave/", {"draft": mark, "sure": "1"})
        assert "This device is cleared" in page.content.decode()
        assert page.headers["Clear-Site-Data"] == '"cache", "storage"'
        assert not Draft.objects.exists()
        assert not DraftFile.objects.exists()
        assert stored() == set()
        assert family.get("/salford/ask/check/").status_code == 404

    def test_what_is_saved_is_kept_behind_its_link(self, family):
        answer_everything(family)
        link = saved_link(family)
        assert "is deleted" not in family.get("/salford/ask/leave/").content.decode()
        family.post("/salford/ask/leave/", {"sure": "1"})
        assert family.get("/salford/ask/check/").status_code == 404
        assert family.post(link, RIGHT).status_code == 302
        assert WORDS in family.get("/salford/ask/check/").content.decode()

    def test_on_the_receipt_one_press_is_enough(self, family):
        answer_everything(family)
        add_file(family)
        assert "Finish, and clear this device" in send(family)
        assert "This device is cleared" in family.post("/salford/ask/leave/").content.decode()
        assert len(stored()) == 1, "what was sent stays"
        assert family.get("/salford/ask/sent/").status_code == 302

    def test_it_signs_out_as_well(self, family):
        page = family.as_("amina").post("/salford/ask/leave/", {"sure": "1"}).content.decode()
        assert "Sign out" not in page
        assert family.get("/mine/").status_code == 302

    @pytest.mark.parametrize("path", ["who", "files", "save", "check"])
    def test_every_page_of_asking_offers_it(self, family, path):
        answer_everything(family)
        assert "Clear this from this device" in family.get(f"/salford/ask/{path}/").content.decode()
