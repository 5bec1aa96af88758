"""The posted link to a half-done request: it opens for its owner, by a press and a birthday, and tells nobody else."""

import re

import pytest
from django.core import mail

from cases import drafts
from cases.models import Draft
from tests.acts.together import at_once, everything
from tests.conftest import DoorClient
from tests.pages.asking import ANSWERS, answer_everything

pytestmark = pytest.mark.django_db
RIGHT = {"born_on_day": "14", "born_on_month": "6", "born_on_year": "2018"}
WRONG = {"born_on_day": "15", "born_on_month": "6", "born_on_year": "2018"}


def saved_link(family) -> str:
    """Asks for the link and returns its path."""
    page = family.post("/salford/ask/save/", {"email": "nasreen@families.example"})
    assert page.status_code == 200, page.content.decode()
    return "/" + re.search(r"https?://\S+", mail.outbox[-1].body).group(0).split("/", 3)[3]


@pytest.fixture
def link(family) -> str:
    answer_everything(family)
    path = saved_link(family)
    family.cookies.clear()
    return path


def test_opening_it_consumes_nothing(family, link):
    before = everything()
    for _ in range(8):
        page = family.get(link)
        assert page.status_code == 200
        assert b"Ayaan" not in page.content
        assert b"Chowdhury" not in page.content
    assert everything() == before
    assert family.get("/salford/ask/check/").status_code == 404, "opening it let nobody in"
    assert family.post(link, RIGHT).status_code == 302


def test_the_right_birthday_leads_back_to_every_answer(family, link):
    page = family.post(link, RIGHT, follow=True).content.decode()
    assert "Check your answers" in page
    assert ANSWERS["happening"]["words"] in page


def test_after_five_wrong_tries_it_is_dead_even_for_the_right_birthday(family, link):
    for _ in range(5):
        page = family.post(link, WRONG)
        assert page.status_code == 200
        assert "That is not the date of birth you gave us" in page.content.decode()
    assert family.post(link, RIGHT).status_code == 404
    assert family.get(link).status_code == 404
    assert Draft.objects.get().answers, "the draft itself is not lost"


def test_a_slip_of_the_pen_is_no_try(family, link):
    for _ in range(8):
        assert family.post(link, {**RIGHT, "born_on_year": ""}).status_code == 200
    assert family.post(link, RIGHT).status_code == 302


def test_a_newer_link_kills_the_older(family, link):
    family.post(link, RIGHT)
    newer = saved_link(family)
    assert family.get(link).status_code == 404
    assert family.get(newer).status_code == 200


def test_it_is_not_a_link_at_another_council(family, link):
    assert family.get(link.replace("/salford/", "/thurrock/")).status_code == 404


def test_a_made_up_link_and_a_dead_one_look_the_same(family, link):
    made_up = family.get("/salford/ask/back/" + "x" * 43 + "/")
    for _ in range(5):
        family.post(link, WRONG)
    dead = family.get(link)
    assert made_up.status_code == dead.status_code == 404
    assert made_up.content == dead.content


def test_only_its_hash_is_kept(family, link):
    assert link.rstrip("/").rpartition("/")[2] not in str(everything())


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_dozen_guesses_at_once_are_not_more_than_five(family, link):
    secret = link.rstrip("/").rpartition("/")[2]
    draft = drafts.by_way_back(secret, "355")
    spent = at_once(*[lambda: drafts.spend_try(draft)] * 12)
    assert spent.count(True) == 5
    assert DoorClient("family").post(link, RIGHT).status_code == 404
